import * as vscode from 'vscode';
import { page } from '../../host/page';
import { cursorBehind, draft, open, untilFindings, untilText } from '../../host/support';
import { test } from '../../host/tests';

test('completion inserts number and date', async () => {
  const editor = await open('completion.md', draft('*Recalling* its resolution ,', '*Decides* to end.'));
  // The number is still missing before the comma.
  await untilFindings(editor.document.uri, ['4:26-27 space-before-punctuation']);
  await cursorBehind(editor, 'resolution ');
  await page.type('65/23');
  await page.press('Control+Space');
  await page.see('.suggest-widget .monaco-list-row.focused', '65/23');
  await page.type('0');
  await page.see('.suggest-widget .monaco-list-row.focused', '65/230');
  await page.press('Enter');
  await untilText(editor.document, 'its resolution 65/230 of 21 December 2010,');
});

test('completion finds a resolution by words of its title', async () => {
  const editor = await open('title.md', draft('*Recalling* its resolution ,', '*Decides* to end.'));
  await cursorBehind(editor, 'resolution ');
  await page.type('cybercrime');
  await page.press('Control+Space');
  await page.see('.suggest-widget .monaco-list-row.focused');
  await page.press('Enter');
  await untilText(editor.document, '*Recalling* its resolution 74/173 of 18 December 2019,');
});

test('a paragraph gets another number, with all that refers to it', async () => {
  const editor = await open(
    'rename.md',
    draft('1. *Invites* States to light their shores;', '2. *Asks* them to keep the lights referred to in paragraph 1 above burning.'),
  );
  await untilFindings(editor.document.uri, []);
  await cursorBehind(editor, 'paragraph ');
  // It is done only when the name is there.
  void vscode.commands.executeCommand('editor.action.rename');
  await page.see('.rename-box input:focus');
  await page.type('4');
  await page.press('Enter');
  await untilText(editor.document, '4. *Invites*');
  await untilText(editor.document, 'in paragraph 4 above');
});
