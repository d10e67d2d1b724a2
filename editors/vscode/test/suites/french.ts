import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { page } from '../host/page';
import { closeAll, findings, inFolder, show, until } from '../host/support';
import { afterEach, test } from '../host/tests';

export { run } from '../host/tests';

afterEach(closeAll);

async function lighthouses(): Promise<vscode.TextEditor> {
  const editor = await show(inFolder('phares.resolution.md'));
  await until('findings', () => findings(editor.document.uri).length > 0);
  return editor;
}

test('the commands have French titles where the editor is in French', async () => {
  await lighthouses();
  await page.press('F1');
  await page.see('.quick-input-widget input:focus');
  await page.type('Rapporteur');
  await page.see('.quick-input-list .monaco-list-row', 'Ouvrir l’aperçu sur le côté');
  await page.press('Escape');
});

test('the status bar and the messages are in French', async () => {
  await lighthouses();
  await page.see('.statusbar-item', 'Projet de résolution, français');
  void vscode.commands.executeCommand('rapporteur.renumberParagraphsInDraft');
  await page.see('.notification-toast', 'il n’y a rien à changer dans ce projet');
  await vscode.commands.executeCommand('notifications.clearAll');
});

test('the settings are explained in French', async () => {
  await vscode.commands.executeCommand('workbench.action.openSettings', '@ext:rapporteur.rapporteur hover');
  await page.see('.settings-editor .setting-item-description', 'Afficher ce que l’on sait de la résolution');
});

test('what the server finds is said in French', async () => {
  const { document } = await lighthouses();
  const messages = vscode.languages.getDiagnostics(document.uri).map(({ message }) => message);
  assert.ok(messages.includes('Ce repère s’écrit a), et non (a).'), messages.join('\n'));
});

test('the bracket of a label has no other one, and is not marked as a mistake', async () => {
  const editor = await lighthouses();
  assert.equal(editor.document.languageId, 'un-resolution');
  await page.see('.view-line', 'a) De réunir les registres');
  assert.deepEqual(await page.texts('.unexpected-closing-bracket'), []);
});
