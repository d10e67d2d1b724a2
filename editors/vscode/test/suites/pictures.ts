import * as vscode from 'vscode';
import { page } from '../host/page';
import { closeAll, cursorBehind, findings, inFolder, show, until, untilText } from '../host/support';
import { afterEach, test } from '../host/tests';

export { run } from '../host/tests';

afterEach(closeAll);

/** The draft of the pictures, with its findings. */
async function cybercrime(): Promise<vscode.TextEditor> {
  const editor = await show(inFolder('cybercrime.resolution.md'));
  await until('findings', () => findings(editor.document.uri).length >= 14);
  await page.see('.statusbar-item', 'Draft resolution, English');
  return editor;
}

/** Puts the cursor there, in the upper part of the editor. */
async function lookAt(editor: vscode.TextEditor, text: string): Promise<void> {
  await cursorBehind(editor, text);
  await vscode.commands.executeCommand('revealLine', { lineNumber: editor.selection.active.line - 8, at: 'top' });
  await page.see('.squiggly-error');
}

test('a picture of findings and a quick fix', async () => {
  const editor = await cybercrime();
  await lookAt(editor, '65/230 of 12 De');
  await vscode.commands.executeCommand('editor.action.quickFix');
  await page.see('.action-widget .monaco-list-row.focused', 'Write 21 December 2010');
  await page.picture('quick-fix');
  await page.press('Escape');
});

test('a picture of the hover on a citation', async () => {
  const editor = await cybercrime();
  await lookAt(editor, '65/2');
  await vscode.commands.executeCommand('editor.action.showHover');
  await page.see('.monaco-hover', 'Twelfth United Nations Congress');
  await page.picture('hover');
});

test('a picture of completion', async () => {
  const editor = await cybercrime();
  await lookAt(editor, '*Guided* by ');
  await page.type('its resolution , and by ');
  await untilText(editor.document, 'its resolution , and by ');
  await cursorBehind(editor, 'its resolution ');
  await page.type('cybercrime');
  await page.press('Control+Space');
  await page.see('.suggest-widget .monaco-list-row.focused', '74/173');
  await page.picture('completion');
  await page.press('Escape');
});

test('a picture of the outline', async () => {
  await cybercrime();
  await vscode.commands.executeCommand('outline.focus');
  await page.see('.outline-tree .monaco-list-row', 'Preamble');
  await page.picture('outline');
  await vscode.commands.executeCommand('workbench.files.action.focusFilesExplorer');
});

test('a picture of the resolutions that can be inserted', async () => {
  const editor = await cybercrime();
  await cursorBehind(editor, '2019/19 of 23 July 2019');
  void vscode.commands.executeCommand('rapporteur.insertResolution');
  await page.see('.quick-input-widget input:focus');
  await page.type('cybercrime');
  await page.see('.quick-input-list .monaco-list-row', 'A/RES/74/173');
  await page.picture('insert-a-resolution');
  await page.press('Escape');
});
