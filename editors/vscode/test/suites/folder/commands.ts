import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { page } from '../../host/page';
import { cursorBehind, draft, open, until, untilFindings, untilText } from '../../host/support';
import { test } from '../../host/tests';

const TEXT = draft('*Recalling* its resolution 65/230 of 12 December 2010,', '1. *Asks* for light;', '3. *Decides* to end.');
const FOUND = ['4:37-53 citation-date', '8:0-2 paragraph-numbering'];
const STATUS = '.statusbar-item[id="rapporteur.rapporteur.rapporteur.status"]';
const PICKED = '.quick-input-list .monaco-list-row';

test('the status bar says what the draft is and what is found, and leads to the log', async () => {
  const { document } = await open('status.md', TEXT);
  await untilFindings(document.uri, FOUND);
  await page.see('.statusbar-item', 'Draft resolution, English');
  await page.see(`${STATUS} .codicon-error`);
  assert.equal((await page.texts(`${STATUS} .codicon-error`)).length, 1);
  await page.click('.statusbar-item', 'Draft resolution, English');
  await page.see('.panel .composite.title', 'Rapporteur');
  await vscode.commands.executeCommand('workbench.action.closePanel');
});

test('the command shows the log', async () => {
  await vscode.commands.executeCommand('rapporteur.showLog');
  await page.see('.panel .composite.title', 'Rapporteur');
  await page.see('.panel .view-line', 'on the PATH');
  await vscode.commands.executeCommand('workbench.action.closePanel');
});

test('the status bar says nothing of a text that is no draft', async () => {
  await open('draft.md', TEXT);
  await page.see('.statusbar-item', 'Draft resolution, English');
  await open('no-draft.md', '# A program\n\nRun `make`.\n');
  await page.seeNo('.statusbar-item', 'Draft resolution, English');
});

test('a resolution is inserted that is found by words of its title', async () => {
  const editor = await open('insert.md', draft('*Recalling* ,', '*Decides* to end.'));
  await cursorBehind(editor, '*Recalling* ');
  void vscode.commands.executeCommand('rapporteur.insertResolution');
  await page.see('.quick-input-widget input:focus');
  await page.type('cybercrime');
  await page.see(PICKED, 'A/RES/74/173');
  await page.press('Control+A');
  await page.type('74/173');
  await page.see(`${PICKED}.focused`, 'A/RES/74/173');
  await page.press('Enter');
  await untilText(editor.document, '*Recalling* General Assembly resolution 74/173 of 18 December 2019,');
});

test('a new draft is made from a template, and is a draft', async () => {
  void vscode.commands.executeCommand('rapporteur.newDraft');
  await page.see(PICKED, 'Français');
  await page.type('English');
  await page.press('Enter');
  await page.see('.quick-input-widget input[placeholder="The body that is to adopt it"]');
  await page.see(PICKED);
  await page.press('Enter');
  const editor = await until('a new draft', () => {
    const active = vscode.window.activeTextEditor;
    return active?.document.isUntitled && active.document.languageId === 'un-resolution' && active.document.getText() !== '' && active;
  });
  assert.match(editor.document.getText(), /General Assembly/);
  await page.see('.statusbar-item', 'Draft resolution, English');
});

test('a rule is explained', async () => {
  await vscode.commands.executeCommand('rapporteur.explainRule', 'citation-date');
  await page.seeInWebview('h1', 'citation-date');
});

test('the rule at the cursor is offered first for an explanation', async () => {
  const editor = await open('explain.md', TEXT);
  await untilFindings(editor.document.uri, FOUND);
  await cursorBehind(editor, '3');
  await cursorBehind(editor, '12 December');
  void vscode.commands.executeCommand('rapporteur.explainRule');
  await page.see(`${PICKED}.focused`, 'citation-date');
  await page.press('Escape');
});

test('the commands fix and renumber the draft', async () => {
  const { document } = await open('commands.md', TEXT);
  await untilFindings(document.uri, FOUND);
  await vscode.commands.executeCommand('rapporteur.renumberParagraphsInDraft');
  await untilText(document, '2. *Decides*');
  await vscode.commands.executeCommand('rapporteur.fixAllInDraft');
  await untilText(document, 'of 21 December 2010');
  await untilFindings(document.uri, []);
});

test('the command renumbers the notes', async () => {
  const { document } = await open('commands-notes.md', draft('*Recalling* the report,[^3]', '*Decides* to end.', '[^3]: A/75/1.'));
  await untilFindings(document.uri, ['4:23-27 footnote-sequence']);
  await vscode.commands.executeCommand('rapporteur.renumberFootnotesInDraft');
  await untilText(document, 'report,[^1]');
});

test('what a report of trouble needs is copied, without the draft', async () => {
  // What the status bar says is of this draft once it has said nothing of another text.
  await open('no-draft.md', '# A program\n\nRun `make`.\n');
  await page.seeNo('.statusbar-item', 'Draft resolution, English');
  const { document } = await open('secret-name.md', TEXT);
  await untilFindings(document.uri, FOUND);
  await page.see('.statusbar-item', 'Draft resolution, English');
  void vscode.commands.executeCommand('rapporteur.copyDebugInformation');
  const copied = await until('a copy', async () => {
    const text = await vscode.env.clipboard.readText();
    return text.includes('"server"') && text;
  });
  assert.match(copied, /"origin": "path"/);
  assert.match(copied, /"kind": "resolution"/);
  assert.doesNotMatch(copied, /Lighthouses|secret-name/);
});
