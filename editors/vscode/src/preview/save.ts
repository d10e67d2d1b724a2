import * as vscode from 'vscode';
import type { Preview } from '../requests';
import type { Service } from '../service';

/**
 * Saves a draft as a web page, without findings, into a file that the user chooses. That is how a draft gets on paper: VS Code
 * can't print, and a browser can.
 */
export async function savePreview(context: vscode.ExtensionContext, service: Service, draft: vscode.Uri): Promise<void> {
  const shown = await service.ask('rapporteur/preview', { textDocument: service.identifierOf(draft) });
  if (!shown) {
    if (shown === null) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Rapporteur: this text is no draft, and has no preview.'));
    }
    return;
  }
  const file = await choose(draft);
  if (file) {
    const style = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'media/preview.css'));
    await vscode.workspace.fs.writeFile(file, Buffer.from(page(shown, Buffer.from(style).toString())));
    await tell(file);
  }
}

function choose(draft: vscode.Uri): Thenable<vscode.Uri | undefined> {
  const name = draft.path.replace(/.*\//, '').replace(/(\.(resolution|res))?\.\w+$/, '');
  const folder = draft.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(draft, '..');
  return vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `${name}.html`) }),
    filters: { HTML: ['html'] },
    title: vscode.l10n.t('Save the Preview as a Web Page'),
  });
}

/** What the server gives is escaped: within it only the server's own marks have quotation marks. */
function page({ title, language, direction, html }: Preview, style: string): string {
  const document = html.replace(/<aside class="margin"[^>]*>.*?<\/aside>/gs, '').replaceAll(' class="found"', '');
  return `<!DOCTYPE html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="UTF-8">
<title>${title.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</title>
<style>
${style}
#desk {
  grid-template-columns: minmax(0, 43rem);
}
</style>
</head>
<body>
<div id="desk" dir="${direction}"><article id="page" lang="${language}">
${document}
</article></div>
</body>
</html>
`;
}

async function tell(file: vscode.Uri): Promise<void> {
  const message = vscode.l10n.t('Rapporteur: {0} is saved. A browser can show and print it.', file.path.replace(/.*\//, ''));
  // From another machine a browser here could not open it.
  const open = vscode.l10n.t('Open in Browser');
  const choices = file.scheme === 'file' && vscode.env.remoteName === undefined ? [open] : [];
  if ((await vscode.window.showInformationMessage(message, ...choices)) === open) {
    await vscode.env.openExternal(file);
  }
}
