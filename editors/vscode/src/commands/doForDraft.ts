import * as vscode from 'vscode';

/**
 * Does what the server offers for the whole draft in the active editor, wherever the focus is, and says so where there
 * is nothing to do.
 */
export async function doForDraft(kind: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    return;
  }
  const { document } = editor;
  const whole = document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
  const [action] = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    whole,
    kind,
    // What an action changes is worked out when it is asked for.
    1,
  );
  if (!action?.edit) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Rapporteur: there is nothing to change in this draft.'));
    return;
  }
  await vscode.workspace.applyEdit(action.edit);
}
