import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';

type Texts = Record<string, string>;

/** The folder of the extension, in which npm runs the tests. */
const FOLDER = process.cwd();
const MANIFEST = readFileSync(join(FOLDER, 'package.json'), 'utf8');
const ENGLISH = texts('package.nls.json');
const FRENCH = texts('package.nls.fr.json');
const MESSAGES = texts('l10n/bundle.l10n.fr.json');

test('what package.json says has its English and its French, and nothing else has', () => {
  const named = [...MANIFEST.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key!).sort();
  assert.deepEqual(Object.keys(ENGLISH).sort(), named);
  assert.deepEqual(Object.keys(FRENCH).sort(), named);
});

test('every message of the extension has its French, and no French is left of a message that is gone', () => {
  assert.deepEqual(Object.keys(MESSAGES).sort(), [...new Set(messages())].sort());
});

test('a translation has the blanks of its message', () => {
  const blanks = (text: string) => [...text.matchAll(/\{\d+\}/g)].map(([blank]) => blank).sort();
  for (const [message, french] of Object.entries(MESSAGES)) {
    assert.deepEqual(blanks(french), blanks(message), message);
  }
});

test('what leads to a command has its title, in both languages', () => {
  for (const language of [ENGLISH, FRENCH]) {
    const links = [...Object.values(language).join('\n').matchAll(/\[([^\]]+)\]\(command:rapporteur\.(\w+)\)/g)];
    assert.ok(links.length > 0);
    for (const [, title, command] of links) {
      assert.equal(title, language[`command.${command}`]);
    }
  }
});

test('the French has no-break spaces with its punctuation, and curved apostrophes', () => {
  for (const french of [...Object.values(FRENCH), ...Object.values(MESSAGES)]) {
    // What stands between backquotes and in brackets is code.
    const prose = french.replace(/`[^`]*`|\(command:[^)]*\)/g, '');
    assert.doesNotMatch(prose, / [:;?!»]|« |[^\s\u00a0][»?!]|«[^\u00a0]|\p{L}'\p{L}/u);
  }
});

function texts(file: string): Texts {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Texts;
}

/** The messages in the calls of `l10n.t`. */
function messages(): string[] {
  const found: string[] = [];
  const files = readdirSync(join(FOLDER, 'src'), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))) {
    const source = ts.createSourceFile(file, readFileSync(join(FOLDER, 'src', file), 'utf8'), ts.ScriptTarget.ES2022, true);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && /(^|\.)l10n\.t$/.test(node.expression.getText())) {
        const [message] = node.arguments;
        assert.ok(message && ts.isStringLiteral(message), `${file}: ${node.getText()} has no plain message`);
        found.push(message.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}
