/**
 * Holds what the grammar colours against what the server reads, in official texts:
 *
 *     RAPPORTEUR_SHARED=FOLDER node tests/agreement.js [PROGRAM [LANGUAGE]...]
 *
 * Fails where less than 99 of 100 are the server's, in any language, of numbers and verbs of operative paragraphs and of citations.
 */

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RESOLUTION, load, tokens } from './registry.js';

const LEAST = 0.99;
const [program = 'rapporteur', ...wanted] = process.argv.slice(2);
const shared = process.env.RAPPORTEUR_SHARED ?? new URL('../../../../shared', import.meta.url).pathname;
const corpus = join(shared, 'corpus');
if (!existsSync(corpus)) {
  console.log('skipped: the official texts are not at hand');
  process.exit(0);
}

/** What is compared: in a token of the grammar, and in what the server says of a text. */
const SUBJECTS = {
  numbers: {
    coloured: ({ scopes }) => has(scopes, 'meta.paragraph.operative') && has(scopes, 'constant.numeric.paragraph'),
    read: ({ paragraphs }) => operative(paragraphs).filter(({ number }) => number !== null).map(({ start }) => at(start, '')),
    name: ({ line }) => `${line + 1}`,
    same: (coloured, read) => coloured === read,
  },
  verbs: {
    coloured: ({ scopes }) => has(scopes, 'keyword.control.verb.operative'),
    read: ({ paragraphs }) => operative(paragraphs).filter(({ verb }) => verb).map(({ start, verb }) => at(start, plain(verb))),
    name: ({ line, text }) => `${line + 1} ${plain(text)}`,
    // Where more is emphasised than a verb with what belongs to it, both begin alike.
    same: (coloured, read) => coloured.startsWith(read) || read.startsWith(coloured),
  },
  citations: {
    coloured: ({ scopes }) => has(scopes, 'entity.name.function.citation'),
    read: ({ citations }) => citations.map(({ start, printed }) => at(start, plain(printed))),
    name: ({ line, text }) => `${line + 1} ${plain(text)}`,
    same: (coloured, read) => coloured === read,
  },
};

const has = (scopes, name) => scopes.some((scope) => scope.startsWith(name));
const at = ({ line }, text) => `${line} ${text}`.trim();
const plain = (text) => text.replace(/[*_第号\u00a0]/g, (mark) => (mark === '\u00a0' ? ' ' : '')).trim();
const operative = (paragraphs) => paragraphs.filter(({ kind }) => kind === 'operative');

/** Counts by language and subject: what only the grammar has, what only the server has, what both have. */
const counts = {};
const count = (language, subject) => ((counts[language] ??= {})[subject] ??= { grammar: [], server: [], both: 0 });

const grammar = await load(RESOLUTION);
let time = 0;
let characters = 0;
for (const folder of readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  for (const file of readdirSync(join(corpus, folder.name))) {
    const language = file.match(/\.(ar|en|es|fr|ru|zh)\.md$/)?.[1];
    if (!language || (wanted.length && !wanted.includes(language))) continue;
    const path = join(corpus, folder.name, file);
    const reading = JSON.parse(execFileSync(program, ['inspect', path], { maxBuffer: 1 << 28 }));
    if (reading.kind !== 'resolution') continue;
    const text = readFileSync(path, 'utf8');
    const begin = performance.now();
    const found = tokens(grammar, text);
    time += performance.now() - begin;
    characters += text.length;
    for (const [subject, { coloured, read, name, same }] of Object.entries(SUBJECTS)) {
      compare(count(language, subject), found.filter(coloured).map(name), read(reading), same, path);
    }
  }
}

/** Each of the grammar's is one of the server's, which then is no other's. */
function compare(counted, coloured, read, same, path) {
  const open = [...read];
  for (const name of coloured) {
    const index = open.findIndex((other) => same(name, other));
    if (index >= 0) {
      open.splice(index, 1);
      counted.both += 1;
    } else {
      counted.grammar.push(`${path}:${name}`);
    }
  }
  counted.server.push(...open.map((name) => `${path}:${name}`));
}

let failed = false;
const percent = (part, whole) => `${((100 * part) / Math.max(whole, 1)).toFixed(2)} %`;
for (const [language, subjects] of Object.entries(counts).sort()) {
  for (const [subject, { grammar, server, both }] of Object.entries(subjects)) {
    const precision = both / Math.max(both + grammar.length, 1);
    failed ||= precision < LEAST;
    console.log(
      `${language} ${subject.padEnd(10)} precision ${percent(both, both + grammar.length)}, recall ${percent(both, both + server.length)} (${both})`,
    );
    if (process.env.RAPPORTEUR_VERBOSE) {
      grammar.slice(0, 25).forEach((name) => console.log(`    only coloured: ${name}`));
      server.slice(0, 25).forEach((name) => console.log(`    only read: ${name}`));
    }
  }
}
console.log(`${(characters / 1000).toFixed(0)} thousand characters in ${(time / 1000).toFixed(1)} s`);
process.exit(failed ? 1 : 0);
