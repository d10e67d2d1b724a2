/** What is no draft is coloured as it was without us. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { FOLDER, MARKDOWN, load, tokens } from './registry.js';

/** What stands in READMEs and is a symbol. */
const SYMBOLS = ['A/RES/60/251'];

const root = new URL('../..', FOLDER);

test('of the READMEs of this project nothing but symbols is coloured', async () => {
  const grammar = await load(MARKDOWN);
  const files = execFileSync('git', ['ls-files', '*README.md', 'CHANGELOG.md'], { cwd: fileURLToPath(root), encoding: 'utf8' });
  const readmes = files.trim().split('\n');
  assert.ok(readmes.length > 3);
  const coloured = readmes.flatMap((path) =>
    tokens(grammar, readFileSync(new URL(path, root), 'utf8'))
      .filter(({ scopes }) => scopes.some((scope) => scope.endsWith('.un-resolution') && scope !== 'meta.comment.un-resolution'))
      .filter(({ text }) => !SYMBOLS.includes(text))
      .map(({ line, text }) => `${path}:${line + 1} ${text}`),
  );
  assert.deepEqual(coloured, []);
});
