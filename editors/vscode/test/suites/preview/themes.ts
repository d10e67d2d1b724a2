import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { faintTexts } from '../../host/contrast';
import { page } from '../../host/page';
import { beside } from '../../host/preview';
import { sample, set, show } from '../../host/support';
import { test } from '../../host/tests';

/** The themes, how VS Code calls their kind, and the contrast that a text in them has to have at the least. */
const THEMES = [
  { theme: 'Default Light Modern', kind: 'vscode-light', least: 4.5, picture: 'light' },
  { theme: 'Default Dark Modern', kind: 'vscode-dark', least: 4.5, picture: 'dark' },
  { theme: 'Default High Contrast', kind: 'vscode-high-contrast', least: 7, picture: 'high-contrast' },
  { theme: 'Default High Contrast Light', kind: 'vscode-high-contrast-light', least: 7, picture: 'high-contrast-light' },
];

for (const { theme, kind, least, picture } of THEMES) {
  test(`the preview can be read in the theme ${theme}`, async () => {
    await set('workbench.colorTheme', theme, vscode.ConfigurationTarget.Global);
    await show(sample('cybercrime.en.md'));
    await beside();
    await page.seeInWebview(`body.${kind} .finding`);
    assert.deepEqual(await page.evaluateInWebview('body', faintTexts(least)), []);
    await page.picture(`preview-${picture}`);
  });
}
