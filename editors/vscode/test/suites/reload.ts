import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { page } from '../host/page';
import { beside } from '../host/preview';
import { inFolder, show, store } from '../host/support';
import { test } from '../host/tests';

export { run } from '../host/tests';

/** Tells the tests, which begin anew with the window, that it has been loaded before. */
const LOADED_BEFORE = 'loaded-before';

test('the preview is there again when the window has been reloaded, with the same draft', async () => {
  if (!existsSync(inFolder(LOADED_BEFORE).fsPath)) {
    await show(inFolder('draft.md'));
    await beside();
    store(LOADED_BEFORE, '');
    // Nothing comes back of it: the extension host ends.
    void vscode.commands.executeCommand('workbench.action.reloadWindow').then(undefined, () => undefined);
    await new Promise(() => undefined);
  }
  await page.seeInWebview('#page h1', 'Lighthouses');
  await page.seeInWebview('.finding[data-rule="citation-date"]');
  const editor = await show(inFolder('draft.md'));
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 13), ' and bells'));
  await page.seeInWebview('#page h1', 'Lighthouses and bells');
  assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => label.startsWith('Preview')).length, 1);
});
