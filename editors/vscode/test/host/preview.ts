import * as vscode from 'vscode';
import { page } from './page';
import { open, until } from './support';

/** Opens a draft with the preview beside it. */
export async function preview(name: string, text: string): Promise<vscode.TextEditor> {
  const editor = await open(name, text);
  await beside();
  return editor;
}

/** Opens the preview beside what is open. */
export async function beside(): Promise<void> {
  // There is room for a margin then.
  await vscode.commands.executeCommand('workbench.action.closeSidebar');
  // The server may have to start first.
  await until('the preview', async () => {
    await vscode.commands.executeCommand('rapporteur.preview');
    return vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.startsWith('Preview')));
  });
  await page.seeInWebview('#page .block');
}
