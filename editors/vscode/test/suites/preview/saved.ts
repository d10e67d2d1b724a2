import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { faintTexts } from '../../host/contrast';
import { page } from '../../host/page';
import { beside } from '../../host/preview';
import { inFolder, open, sample, show, store, until } from '../../host/support';
import { test } from '../../host/tests';

const SAVED = '.notification-toast';

test('the preview is saved as a web page without findings, which is printed black on white', async () => {
  await open('print/shuhud.md', readFileSync(sample('shuhud.ar.md').fsPath, 'utf8'));
  await beside();
  void vscode.commands.executeCommand('rapporteur.savePreview');
  await page.see('.quick-input-widget input:focus');
  await page.press('Enter');
  await page.see(SAVED, 'shuhud.html is saved');
  const file = inFolder('print/shuhud.html');
  const html = readFileSync(file.fsPath, 'utf8');
  assert.match(html, /<html lang="ar" dir="rtl">/);
  assert.doesNotMatch(html, /class="(finding|found|margin)"/);
  const printed = <T>(selector: string, expression: string) => page.evaluateInPrint<T>(file.fsPath, selector, expression);
  assert.equal(await printed('#page .operative', 'getComputedStyle(element).color'), 'rgb(0, 0, 0)');
  assert.equal(await printed('#page', 'getComputedStyle(element).padding'), '0px');
  assert.deepEqual(await printed('body', faintTexts(15)), []);
  await vscode.commands.executeCommand('notifications.clearAll');
});

test('a button of the preview saves it; the file is asked for, beside the draft and with its name', async () => {
  await open('print/lighthouses.resolution.md', readFileSync(sample('lighthouses.en.md').fsPath, 'utf8'));
  await beside();
  await page.clickInWebview('#page h1', 'Lighthouses as a common heritage');
  await page.click('.editor-actions .action-label[aria-label^="Save the Preview as a Web Page"]');
  await page.see('.quick-input-widget input:focus');
  await page.see('.quick-input-widget .quick-input-title', 'Save the Preview as a Web Page');
  await page.press('Enter');
  await page.see(SAVED, 'lighthouses.html is saved');
  assert.match(readFileSync(inFolder('print/lighthouses.html').fsPath, 'utf8'), /Lighthouses as a common heritage/);
  await vscode.commands.executeCommand('notifications.clearAll');
});

test('a text that is no draft is not saved as one', async () => {
  await show(store('print/no-draft.md', '# A program\n\nRun `make`.\n'));
  await until('an answer', async () => {
    void vscode.commands.executeCommand('rapporteur.savePreview');
    return (await page.texts(SAVED)).some((text) => text.includes('no draft'));
  });
  await vscode.commands.executeCommand('notifications.clearAll');
});
