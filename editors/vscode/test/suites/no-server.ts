import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { page } from '../host/page';
import { servers, untilServer } from '../host/server';
import { inFolder, set, show, until, untilFindings } from '../host/support';
import { test } from '../host/tests';

export { run } from '../host/tests';

const MESSAGE = '.notification-toast';

test('where there is no server, a message says where it was looked for, and what to do', async () => {
  await show(inFolder('draft.md'));
  await page.see(MESSAGE, 'there is no `rapporteur` on the PATH');
  await page.see(`${MESSAGE} .monaco-button`, 'How to Install');
  await page.see(`${MESSAGE} .monaco-button`, 'Open Settings');
  await page.see('.statusbar-item', 'Rapporteur');
  assert.deepEqual(servers(), []);
});

test('a path that leads nowhere is named', async () => {
  await vscode.commands.executeCommand('notifications.clearAll');
  await set('rapporteur.path', '/nowhere/rapporteur');
  await page.see(MESSAGE, '/nowhere/rapporteur, which rapporteur.path names, does not exist.');
});

test('a program that is another one is named', async () => {
  await vscode.commands.executeCommand('notifications.clearAll');
  await set('rapporteur.path', '/bin/echo');
  await page.see(MESSAGE, '/bin/echo, which rapporteur.path names, is another program');
});

test('a server that ends while it starts is started some times and then left, and a message says so', async () => {
  await vscode.commands.executeCommand('notifications.clearAll');
  await set('rapporteur.path', './ends-at-once');
  await page.see(MESSAGE, 'not started again');
  assert.equal(readFileSync(inFolder('started').fsPath, 'utf8'), '\n'.repeat(5));
  const messages = await page.texts(MESSAGE);
  assert.equal(messages.length, 1, messages.join('\n'));
});

test('with the right path the server starts at once', async () => {
  await vscode.commands.executeCommand('notifications.clearAll');
  await set('rapporteur.path', process.env['RAPPORTEUR_TEST_SERVER']);
  await untilServer();
  await untilFindings(inFolder('draft.md'), ['4:37-53 citation-date']);
  await until('the warning is gone', async () => (await page.texts('.statusbar-item')).every((text) => text.trim() !== 'Rapporteur'));
});
