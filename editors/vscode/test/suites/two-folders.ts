import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { servers } from '../host/server';
import { inFolder, show, store, untilFindings } from '../host/support';
import { test } from '../host/tests';

export { run } from '../host/tests';

const FOUND = ['4:37-53 citation-date'];

test('each of two folders has settings of its own', async () => {
  await show(inFolder('draft.md', 0));
  await show(inFolder('draft.md', 1));
  await untilFindings(inFolder('draft.md', 0), FOUND);
  await untilFindings(inFolder('draft.md', 1), []);
  assert.equal(servers().length, 1);
});

test('what changes in the settings of one folder leaves the other alone', async () => {
  store('rapporteur.toml', 'ignore = ["citation-date"]\n', 0);
  store('rapporteur.toml', '\n', 1);
  await untilFindings(inFolder('draft.md', 0), []);
  await untilFindings(inFolder('draft.md', 1), FOUND);
});

test('settings of the editor hold for their folder', async () => {
  store('rapporteur.toml', '\n', 0);
  await untilFindings(inFolder('draft.md', 0), FOUND);
  const settings = vscode.workspace.getConfiguration('rapporteur', inFolder('draft.md', 1));
  await settings.update('ignore', ['citation-date'], vscode.ConfigurationTarget.WorkspaceFolder);
  await untilFindings(inFolder('draft.md', 1), []);
  await untilFindings(inFolder('draft.md', 0), FOUND);
});
