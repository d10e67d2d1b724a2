import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { page } from '../host/page';
import { servers } from '../host/server';
import { inFolder, show } from '../host/support';
import { test } from '../host/tests';

export { run } from '../host/tests';

const MESSAGE = '.notification-toast';

test('in a folder that is not trusted, an extension without a server runs none, and says why and what to do', async () => {
  assert.equal(vscode.workspace.isTrusted, false);
  await show(inFolder('draft.md'));
  await page.see(MESSAGE, 'In a workspace that is not trusted only the server inside the extension is run');
  await page.see(`${MESSAGE} .monaco-button`, 'Manage Trust');
  await page.see('.statusbar-item', 'Rapporteur');
  assert.deepEqual(servers(), []);
  assert.equal(existsSync(inFolder('ran').fsPath), false);
});

test('once the folder is trusted, what it says of the server is heeded', async () => {
  await vscode.commands.executeCommand('notifications.clearAll');
  await vscode.commands.executeCommand('workbench.trust.manage');
  await page.click('.workspace-trust-editor .monaco-button', 'Trust');
  await page.see(MESSAGE, 'rapporteur, which rapporteur.path names, is another program');
  assert.equal(existsSync(inFolder('ran').fsPath), true);
});
