import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { page } from '../../host/page';
import { draft, findings, open, untilFindings } from '../../host/support';
import { test } from '../../host/tests';

const WRONG_DATE = '12 December 2010';

test('squiggles stand under exactly what is wrong, also behind emoji and Arabic', async () => {
  const line = `*Recalling* “🌊 السلام” its resolution 65/230 of ${WRONG_DATE},`;
  const { document } = await open('emoji.md', draft(line, '*Decides* to come back to the question.'));
  const from = line.indexOf(WRONG_DATE);
  await untilFindings(document.uri, [`4:${from}-${from + WRONG_DATE.length} citation-date`]);
  await page.see('.squiggly-error');
  assert.equal((await page.boxes('.squiggly-error')).length, 1);
});

test('squiggles stand where they belong in a draft in Arabic', async () => {
  const line = '*وإذ تشير* إلى قرارها 65/230 المؤرخ 12 كانون الأول/ديسمبر 2010،';
  const text = `# المنارات\n\n*إن الجمعية العامة*،\n\n${line}\n\n*تقرر* أن تعود إلى المسألة.\n`;
  const { document } = await open('manarat.md', text);
  const date = '12 كانون الأول/ديسمبر 2010';
  await untilFindings(document.uri, [`4:${line.indexOf(date)}-${line.indexOf(date) + date.length} citation-date`]);
  await page.see('.squiggly-error');
});

test('the problems panel lists what is found', async () => {
  await open('problems.md', draft(`*Recalling* its resolution 65/230 of ${WRONG_DATE},`, '*Decides* to end.'));
  await page.press('Control+Shift+M');
  await page.see('.markers-panel .monaco-list-row', 'Resolution 65/230 of the General Assembly was adopted on 21 December 2010');
  await page.see('.markers-panel .monaco-list-row', 'citation-date');
  await page.press('Control+Shift+M');
  await page.seeNo('.markers-panel');
});

test('a draft that is not stored has findings', async () => {
  const content = draft(`*Recalling* its resolution 65/230 of ${WRONG_DATE},`, '*Decides* to end.');
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document);
  await untilFindings(document.uri, ['4:37-53 citation-date']);
  assert.equal(document.uri.scheme, 'untitled');
});

test('a draft in plain text has findings', async () => {
  const { document } = await open('draft.txt', draft(`*Recalling* its resolution 65/230 of ${WRONG_DATE},`, '*Decides* to end.'));
  await untilFindings(document.uri, ['4:37-53 citation-date']);
});

test('a README.md that is no draft stays silent', async () => {
  const readme = '# A program\n\nRun `make`. See resolution 65/230 of 12 December 2010.\n\n1. One\n3. Three\n';
  const { document } = await open('README.md', readme);
  const other = await open('beside.md', draft(`*Recalling* its resolution 65/230 of ${WRONG_DATE},`, '*Decides* to end.'));
  // Once the second is checked, so is the first.
  await untilFindings(other.document.uri, ['4:37-53 citation-date']);
  assert.deepEqual(findings(document.uri), []);
});

test('files with the names of drafts are of the language un-resolution, and are checked', async () => {
  const text = draft(`*Recalling* its resolution 65/230 of ${WRONG_DATE},`, '*Decides* to end.');
  for (const name of ['lighthouses.resolution.md', 'lighthouses.res.md']) {
    const { document } = await open(name, text);
    assert.equal(document.languageId, 'un-resolution');
    await untilFindings(document.uri, ['4:37-53 citation-date']);
  }
});
