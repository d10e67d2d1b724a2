import * as vscode from 'vscode';
import type { Resolution } from '../requests';
import type { Service } from '../service';

/** How many resolutions are shown. */
const LIMIT = 50;

/** How long one waits for the next letter before the server is asked, in milliseconds. */
const PAUSE = 100;

interface Item extends vscode.QuickPickItem {
  resolution?: Resolution;
}

/** Lets the user look for a resolution, and cites it at each cursor, in the language of the draft. */
export async function insertResolution(service: Service): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    return;
  }
  const resolution = await pick(service, editor.document);
  if (resolution) {
    await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn });
    await editor.edit((edit) => editor.selections.forEach((selection) => edit.replace(selection, resolution.citation)));
    editor.selections = editor.selections.map(({ end }) => new vscode.Selection(end, end));
  }
}

/** The resolution that the user chooses, `undefined` where he goes away. */
function pick(service: Service, document: vscode.TextDocument): Promise<Resolution | undefined> {
  const box = vscode.window.createQuickPick<Item>();
  box.title = vscode.l10n.t('Insert a Resolution');
  box.placeholder = vscode.l10n.t('Number or words of the title: 74/173, S/RES/1325, cybercrime');
  let timer: NodeJS.Timeout | undefined;
  let asked = new vscode.CancellationTokenSource();

  const search = async (query: string) => {
    asked.cancel();
    asked = new vscode.CancellationTokenSource();
    const { token } = asked;
    if (query.trim() === '') {
      box.items = [];
      box.busy = false;
      return;
    }
    const textDocument = service.identifierOf(document.uri);
    try {
      const found = await service.ask('rapporteur/search', { query, textDocument, limit: LIMIT }, token);
      if (!token.isCancellationRequested) {
        box.items = found?.length ? found.map(item) : [nothing(query)];
        box.busy = false;
      }
    } catch (error) {
      if (!token.isCancellationRequested) {
        service.log.error(`rapporteur/search: ${error}`);
        box.items = [nothing(query)];
        box.busy = false;
      }
    }
  };

  return new Promise((done) => {
    box.onDidChangeValue((query) => {
      clearTimeout(timer);
      box.busy = true;
      timer = setTimeout(() => void search(query), PAUSE);
    });
    box.onDidAccept(() => {
      const resolution = box.selectedItems[0]?.resolution;
      if (resolution) {
        done(resolution);
        box.hide();
      }
    });
    box.onDidHide(() => {
      clearTimeout(timer);
      asked.cancel();
      box.dispose();
      done(undefined);
    });
    box.show();
  });
}

/** A line of the list. The server has chosen and put in order: the editor must not do so once more. */
function item(resolution: Resolution): Item {
  return {
    label: resolution.symbol,
    description: [resolution.date, resolution.body].filter(Boolean).join(' · '),
    detail: resolution.title ?? undefined,
    alwaysShow: true,
    resolution,
  };
}

function nothing(query: string): Item {
  return { label: vscode.l10n.t('Nothing is known of “{0}”', query), alwaysShow: true };
}
