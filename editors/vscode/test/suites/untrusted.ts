import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { untilServer } from '../host/server';
import { inFolder, show, untilFindings } from '../host/support';
import { test } from '../host/tests';

export { run } from '../host/tests';

test('a folder that is not trusted is served by the server inside the extension, whatever the folder says', async () => {
  assert.equal(vscode.workspace.isTrusted, false);
  await show(inFolder('draft.md'));
  await untilFindings(inFolder('draft.md'), ['4:37-53 citation-date']);
  await untilServer();
  assert.equal(existsSync(inFolder('ran').fsPath), false);
});
