import { strict as assert } from 'node:assert';
import { execFileSync, spawnSync } from 'node:child_process';
import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { installed, files } from '../host/installed';
import { untilServer } from '../host/server';
import { inFolder, sample, show, untilFindings } from '../host/support';
import { test } from '../host/tests';

export { run } from '../host/tests';

const PROGRAM = 'server/rapporteur';

test('the package of the platform has the server inside', async () => {
  assert.deepEqual(files().filter((path) => path.startsWith('server')), [PROGRAM]);
});

test('the program of the package says its version and checks drafts', async () => {
  const program = join(installed().extensionPath, PROGRAM);
  assert.equal(execFileSync(program, ['--version'], { encoding: 'utf8' }).trim(), `rapporteur ${installed().packageJSON.version}`);
  const linted = spawnSync(program, ['lint', '--format', 'json', sample('cybercrime.en.md').fsPath], { encoding: 'utf8' });
  assert.equal(linted.status, 1, linted.stderr);
  assert.match(linted.stdout, /citation-date/);
});

test('it serves the editor where there is no other', async () => {
  await show(inFolder('draft.md'));
  await untilFindings(inFolder('draft.md'), ['4:37-53 citation-date']);
  assert.equal(readlinkSync(`/proc/${await untilServer()}/exe`), join(installed().extensionPath, PROGRAM));
});
