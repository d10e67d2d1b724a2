import * as vscode from 'vscode';
import { LANGUAGES } from '../client';
import type { Service } from '../service';
import { PreviewPanel } from './panel';
import { savePreview } from './save';

/** The preview beside the text: one panel, which shows the draft that was looked at last. */
export function registerPreview(context: vscode.ExtensionContext, service: Service): void {
  let panel: PreviewPanel | undefined;
  const show = (webview: vscode.WebviewPanel, uri: vscode.Uri | undefined) => {
    panel?.dispose();
    const shown = new PreviewPanel(webview, context, service, uri);
    panel = shown;
    webview.onDidDispose(() => {
      if (panel === shown) {
        panel = undefined;
      }
    });
  };
  context.subscriptions.push(
    vscode.commands.registerCommand('rapporteur.preview', () => {
      const document = vscode.window.activeTextEditor?.document;
      if (!service.running) {
        service.complain();
        return;
      }
      const uri = document && LANGUAGES.includes(document.languageId) ? document.uri : undefined;
      if (panel) {
        panel.reveal(uri);
      } else {
        show(PreviewPanel.create(), uri);
      }
    }),
    vscode.commands.registerCommand('rapporteur.savePreview', async () => {
      const draft = vscode.window.activeTextEditor?.document.uri ?? panel?.shown;
      if (draft) {
        await savePreview(context, service, draft);
      }
    }),
    vscode.window.registerWebviewPanelSerializer(PreviewPanel.type, {
      deserializeWebviewPanel: async (webview, state: { uri?: string } | undefined) => {
        const uri = state?.uri === undefined ? undefined : vscode.Uri.parse(state.uri);
        if (uri) {
          // The server shows what is open. A draft that is gone leaves an empty preview.
          await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
        }
        show(webview, uri);
      },
    }),
    { dispose: () => panel?.dispose() },
  );
}
