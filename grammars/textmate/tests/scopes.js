/** Runs the files of scope tests: tests/resolution over the grammar of resolutions, tests/markdown over Markdown with the injection. */

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { BASE, FOLDER } from './registry.js';

const program = createRequire(import.meta.url).resolve('vscode-tmgrammar-test/dist/unit.js');
const grammars = BASE.flatMap((path) => ['--grammar', path]);
const run = spawnSync(
  process.execPath,
  [program, '--config', 'grammars.json', ...grammars, 'tests/{resolution,markdown}/*.md'],
  { cwd: fileURLToPath(FOLDER), encoding: 'utf8' },
);
// Markdown can embed some sixty languages, whose grammars no draft needs.
const said = (run.stdout + run.stderr).split('\n').filter((line) => !line.startsWith('grammar not found for '));
console.log(said.join('\n').trim());
process.exit(run.status ?? 1);
