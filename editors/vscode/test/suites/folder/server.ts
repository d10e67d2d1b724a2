import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { page } from '../../host/page';
import { kill, servers, untilServer } from '../../host/server';
import { draft, open, until, untilFindings } from '../../host/support';
import { test } from '../../host/tests';

const TEXT = draft('*Recalling* its resolution 65/230 of 12 December 2010,', '*Decides* to end.');
const FOUND = ['4:37-53 citation-date'];

test('one server runs for the window', async () => {
  const { document } = await open('one.md', TEXT);
  await untilFindings(document.uri, FOUND);
  assert.equal(servers().length, 1);
});

test('the command restarts the server', async () => {
  const { document } = await open('restart.md', TEXT);
  const before = await untilServer();
  await vscode.commands.executeCommand('rapporteur.restart');
  await untilServer(before);
  await untilFindings(document.uri, FOUND);
  await until('the old one is gone', () => !servers().includes(before));
});

test('a server that is killed comes back, and knows what is written meanwhile', async () => {
  const editor = await open('killed.md', TEXT);
  await untilFindings(editor.document.uri, FOUND);
  const before = await untilServer();
  kill(before);
  await editor.edit((edit) => edit.insert(new vscode.Position(4, 0), '*Mindful* of the sea,\n\n'));
  await untilServer(before);
  await untilFindings(editor.document.uri, ['6:37-53 citation-date']);
});

test('a server that is killed too often is left, until one is asked for', async () => {
  const { document } = await open('killed-often.md', TEXT);
  let killed: number | undefined;
  // VS Code does not always show a message that comes amidst much else by itself. In its list each is to be found.
  const message = '.notifications-center .notification-list-item';
  await vscode.commands.executeCommand('notifications.showList');
  for (let times = 0; times < 10; times += 1) {
    killed = await untilServerOrMessage(killed, message);
    if (killed === undefined) {
      break;
    }
    kill(killed);
  }
  await page.see(message, 'not started again');
  assert.deepEqual(servers(), []);
  await vscode.commands.executeCommand('notifications.clearAll');
  await vscode.commands.executeCommand('notifications.hideList');
  await vscode.commands.executeCommand('rapporteur.restart');
  await untilServer();
  await untilFindings(document.uri, FOUND);
});

/** The next server, also before it has started, `undefined` once a message says that there will be none. */
async function untilServerOrMessage(other: number | undefined, message: string): Promise<number | undefined> {
  let next: number | undefined;
  await until('a server or a message', async () => {
    next = servers().find((pid) => pid !== other);
    return next !== undefined || (await page.texts(message)).some((text) => /not started again/.test(text));
  });
  return next;
}
