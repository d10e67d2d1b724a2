import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { page } from '../../host/page';
import { beside, preview } from '../../host/preview';
import { draft, sample, until } from '../../host/support';
import { test } from '../../host/tests';

const VERBS = ['Requests', 'Invites', 'Urges', 'Encourages', 'Welcomes', 'Decides'];

/** A draft that is longer than a window, with a paragraph in every second line from line 4 on. */
const LONG = draft(
  ...Array.from({ length: 80 }, (_, at) => `${at + 1}. *${VERBS[at % VERBS.length]}* to look at lighthouse ${at + 1};`),
);

/** How many lines the headings take that VS Code keeps at the top of the text. */
const STICKY = 6;

/** The first line of the text that is seen in the editor. */
function top(editor: vscode.TextEditor): number {
  return editor.visibleRanges[0]?.start.line ?? -1;
}

/** Where something stands in the webview, from the top of what is seen of it. */
function height(selector: string): Promise<number> {
  return page.evaluateInWebview(selector, 'element.getBoundingClientRect().top');
}

test('the preview stands beside the draft, as a document with numbered paragraphs and italic verbs', async () => {
  const editor = await preview('document.md', draft('*Noting* the storms,[^1]', '1. *Requests* a report;', '2. *Decides* so.', '[^1]: A/81/1.'));
  assert.equal(vscode.window.activeTextEditor?.document, editor.document, 'the text keeps the focus');
  assert.deepEqual(await page.textsInWebview('#page .operative .number'), ['1.', '2.']);
  assert.deepEqual(await page.textsInWebview('#page em'), ['The General Assembly', 'Noting', 'Requests', 'Decides']);
  assert.equal(await page.evaluateInWebview('#page .operative em', 'getComputedStyle(element).fontStyle'), 'italic');
  assert.equal(await page.evaluateInWebview('#page h1', 'element.textContent'), 'Lighthouses');
  await page.seeInWebview('.notes .note', 'A/81/1.');
});

test('the preview follows what is typed, and keeps its place', async () => {
  const editor = await preview('live.md', LONG);
  await page.evaluateInWebview('[data-line="84"]', 'window.scrollTo(0, element.offsetTop)');
  await until('the editor to scroll along', () => top(editor) > 60);
  const before = await height('[data-line="100"]');
  await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), '*Noting* the fog,\n\n'));
  await page.seeInWebview('#page .preambular, #page .block', 'Noting the fog');
  const after = await height('[data-line="102"]');
  assert.ok(Math.abs(after - before) < 3, `what is looked at has moved from ${before} to ${after}`);
  await editor.edit((edit) => edit.insert(new vscode.Position(102, editor.document.lineAt(102).text.length), ' <b>🌊</b>'));
  await page.seeInWebview('[data-line="102"] strong', '🌊');
});

test('the preview scrolls along with the text, and the text with the preview', async () => {
  const editor = await preview('scroll.md', LONG);
  editor.revealRange(new vscode.Range(80, 0, 80, 0), vscode.TextEditorRevealType.AtTop);
  await until('the preview to scroll along', async () => Math.abs(await height('[data-line="80"]')) < 300);
  assert.ok(Math.abs(top(editor) - 80) <= STICKY, `the text has moved to ${top(editor)}`);
  await page.evaluateInWebview('[data-line="40"]', 'window.scrollBy(0, element.getBoundingClientRect().top)');
  await until('the text to scroll along', () => Math.abs(top(editor) - 40) <= STICKY);
  assert.ok(Math.abs(await height('[data-line="40"]')) < 4, 'the preview stays where it was put');
});

test('what is found stands in the margin beside its words, and leads to them', async () => {
  const editor = await preview('margin.md', LONG.replace('lighthouse 30;', 'resolution 65/230 of 12 December 2010;'));
  await page.seeInWebview('.finding[data-rule="citation-date"][data-severity="error"]', 'Resolution 65/230');
  await page.evaluateInWebview('.found[data-severity="error"]', 'element.scrollIntoView()');
  const [words, finding] = await Promise.all([height('.found[data-severity="error"]'), height('.finding[data-rule="citation-date"]')]);
  assert.ok(Math.abs(words - finding) < 30, `words at ${words}, finding at ${finding}`);
  await page.clickInWebview('.finding[data-rule="citation-date"]');
  await until('the cursor in the line', () => vscode.window.activeTextEditor?.selection.active.line === 62);
  assert.equal(vscode.window.activeTextEditor?.document, editor.document);
});

test('a finding far down in a paragraph of many lines stands beside its words, and not beside the beginning', async () => {
  const long = `1. *Requests* ${'a report on each lighthouse of each coast, '.repeat(20)}resolution 65/230 of 12 December 2010 and no more;`;
  await preview('long-paragraph.md', draft(long, '2. *Decides* to end.'));
  await page.seeInWebview('.finding[data-rule="citation-date"]');
  const beginning = await height('#page .operative .number');
  const [words, finding] = await Promise.all([height('.found[data-severity="error"]'), height('.finding[data-rule="citation-date"]')]);
  assert.ok(words - beginning > 150, `the words at ${words} are no more than some lines below ${beginning}`);
  assert.ok(Math.abs(words - finding) < 12, `words at ${words}, finding at ${finding}`);
});

test('a double click in the preview leads to the line', async () => {
  await preview('double-click.md', LONG);
  await page.evaluateInWebview(
    '[data-line="10"] .operative',
    `element.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, clientY: element.getBoundingClientRect().top + 2 }))`,
  );
  await until('the cursor in the line', () => vscode.window.activeTextEditor?.selection.active.line === 10);
});

test('an Arabic draft runs from right to left, its margin at the left; the preview goes on to the next draft', async () => {
  await preview('first.md', LONG);
  const arabic = await vscode.workspace.openTextDocument(sample('shuhud.ar.md'));
  await vscode.window.showTextDocument(arabic, vscode.ViewColumn.One);
  await page.seeInWebview('#desk[dir="rtl"] #page:lang(ar) .enacting-line');
  await page.seeInWebview('.finding');
  const right = await page.evaluateInWebview<number>('#page', 'element.getBoundingClientRect().left');
  const left = await page.evaluateInWebview<number>('.finding', 'element.getBoundingClientRect().right');
  assert.ok(left <= right, `a finding ends at ${left}, the sheet begins at ${right}`);
});

test('nothing of a draft runs in the preview', async () => {
  await preview('script.md', draft('*Noting* <img src=x onerror="document.title=1"> <script>document.title = 2</script>,', '*Recalling* its resolution 70/1 of 25 September 2015,', '1. *Requests* a report;', '2. *Decides* so.'));
  await page.seeInWebview('#page', '<script>document.title = 2</script>');
  assert.equal(await page.evaluateInWebview('#page', 'element.querySelectorAll("img, script").length'), 0);
});

for (const name of ['cybercrime.en.md', 'oases.ar.md', 'gushu.zh.md']) {
  test(`a picture of the preview of ${name}`, async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(sample(name)));
    await beside();
    await page.seeInWebview('#page .masthead');
    await page.picture(`preview-${name.split('.')[1]}`);
  });
}
