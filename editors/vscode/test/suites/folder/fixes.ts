import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { page } from '../../host/page';
import { cursorBehind, draft, open, set, untilFindings, untilText } from '../../host/support';
import { test } from '../../host/tests';

const DATE = '*Recalling* its resolution 65/230 of 12 December 2010,';

test('a quick fix puts the date right', async () => {
  const editor = await open('fix.md', draft(DATE, '*Decides* to end.'));
  await untilFindings(editor.document.uri, ['4:37-53 citation-date']);
  await cursorBehind(editor, '12 December');
  await vscode.commands.executeCommand('editor.action.quickFix');
  await page.see('.action-widget .monaco-list-row.focused', 'Write 21 December 2010');
  await page.press('Enter');
  await untilText(editor.document, 'of 21 December 2010,');
  await untilFindings(editor.document.uri, []);
});

test('saving fixes all that is safe, where that is set', async () => {
  await set('editor.codeActionsOnSave', { 'source.fixAll.rapporteur': 'explicit' });
  const { document } = await open('save.md', draft(DATE, 'Decides to end.'));
  await untilFindings(document.uri, ['4:37-53 citation-date', '6:0-7 operative-verb-italics']);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(6, 14), ' now');
  await vscode.workspace.applyEdit(edit);
  await vscode.commands.executeCommand('workbench.action.files.save');
  await untilText(document, 'of 21 December 2010,\n\n*Decides* to end now.');
  assert.equal(document.isDirty, false);
});

test('saving fixes nothing, where nothing is set', async () => {
  const text = draft(DATE, 'Decides to end.');
  const { document } = await open('plain-save.md', text);
  await untilFindings(document.uri, ['4:37-53 citation-date', '6:0-7 operative-verb-italics']);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(6, 14), ' now');
  await vscode.workspace.applyEdit(edit);
  await vscode.commands.executeCommand('workbench.action.files.save');
  assert.equal(document.getText(), text.replace('end.', 'end now.'));
});

test('paragraphs are renumbered', async () => {
  const { document } = await open(
    'paragraphs.md',
    draft('1. *Invites* States to light their shores;', '3. *Asks* them to keep the lights burning;', '3. *Decides* to come back to paragraph 3 above.'),
  );
  await untilFindings(document.uri, ['6:0-2 paragraph-numbering', '8:0-2 paragraph-numbering']);
  await sourceAction('source.renumberParagraphs.rapporteur');
  await untilText(document, '2. *Asks*');
  await untilText(document, '3. *Decides*');
  await untilFindings(document.uri, []);
});

test('notes are renumbered', async () => {
  const { document } = await open(
    'notes.md',
    draft('*Recalling* the report on lights,[^2]', '*Noting* the report on fog,[^1]', '*Decides* to end.', '[^1]: A/75/1.', '[^2]: A/75/2.'),
  );
  await untilFindings(document.uri, ['4:33-37 footnote-sequence', '6:27-31 footnote-sequence']);
  await sourceAction('source.renumberFootnotes.rapporteur');
  await untilText(document, 'lights,[^1]');
  await untilText(document, 'fog,[^2]');
  await untilText(document, '[^1]: A/75/2.');
});

function sourceAction(kind: string): Thenable<unknown> {
  return vscode.commands.executeCommand('editor.action.sourceAction', { kind, apply: 'first' });
}
