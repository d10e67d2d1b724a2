import * as vscode from 'vscode';
import { LANGUAGES } from '../client';
import type { Service } from '../service';
import { page } from './page';

/** What the webview says: `media/preview.js` is the other end. */
type Said = { type: 'ready' } | { type: 'scrolled'; line: number } | { type: 'open'; line: number };

/** How long the editor may take to scroll along, in milliseconds. What it tells meanwhile does not go back to the preview. */
const SCROLLING = 300;

/** The panel with the preview. It shows a draft, and another one when that is looked at. */
export class PreviewPanel implements vscode.Disposable {
  static readonly type = 'rapporteur.preview';

  private readonly disposables: vscode.Disposable[] = [];
  private loaded = false;
  /** Whether the webview has been loaded anew, and is at the top of an empty page. */
  private fresh = true;
  /** Whether the server is being asked, and whether there is something new to ask about. */
  private asking = false;
  private stale = false;
  /** The document that would be shown if it were a draft. */
  private candidate: vscode.Uri | undefined;
  /** When the editor was last made to scroll along. */
  private scrolledEditor = 0;

  static create(): vscode.WebviewPanel {
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    return vscode.window.createWebviewPanel(PreviewPanel.type, vscode.l10n.t('Preview'), column);
  }

  constructor(
    private readonly panel: vscode.WebviewPanel,
    context: vscode.ExtensionContext,
    private readonly service: Service,
    private uri: vscode.Uri | undefined,
  ) {
    const media = vscode.Uri.joinPath(context.extensionUri, 'media');
    panel.iconPath = {
      light: vscode.Uri.joinPath(media, 'preview-light.svg'),
      dark: vscode.Uri.joinPath(media, 'preview-dark.svg'),
    };
    panel.webview.options = { enableScripts: true, localResourceRoots: [media] };
    this.disposables.push(
      panel.onDidDispose(() => this.dispose()),
      panel.onDidChangeViewState(() => this.refresh()),
      panel.webview.onDidReceiveMessage((said: Said) => this.hear(said)),
      service.onDidChange(() => this.refresh()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.refreshIfShown([document.uri])),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => this.refreshIfShown(uris)),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.scrollAlong(textEditor)),
    );
    panel.webview.html = page(panel.webview, media);
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables.splice(0)).dispose();
    this.panel.dispose();
  }

  /** The draft that is shown, or would be if it were one. */
  get shown(): vscode.Uri | undefined {
    return this.uri;
  }

  /** Brings the panel to the front, with another document if one is given. */
  reveal(uri: vscode.Uri | undefined): void {
    this.candidate = uri;
    this.panel.reveal(undefined, true);
    this.refresh();
  }

  private hear(said: Said): void {
    switch (said.type) {
      case 'ready':
        this.loaded = this.fresh = true;
        return this.refresh();
      case 'scrolled':
        return this.scrollEditor(said.line);
      case 'open':
        return void this.open(said.line);
    }
  }

  /** Shows the document of an editor, if that is a draft. */
  private follow(editor: vscode.TextEditor | undefined): void {
    if (editor && LANGUAGES.includes(editor.document.languageId) && !this.isShown(editor.document.uri)) {
      this.candidate = editor.document.uri;
      this.refresh();
    }
  }

  private isShown(uri: vscode.Uri): boolean {
    return uri.toString() === this.uri?.toString();
  }

  private refreshIfShown(uris: readonly vscode.Uri[]): void {
    if (uris.some((uri) => this.isShown(uri) || uri.toString() === this.candidate?.toString())) {
      this.refresh();
    }
  }

  /** Asks the server what is to be shown. While it is being asked, changes are gathered: there is one question at a time. */
  private refresh(): void {
    this.stale = true;
    if (!this.asking && this.loaded && this.panel.visible && this.service.running) {
      this.asking = true;
      void this.askWhileStale().finally(() => (this.asking = false));
    }
  }

  private async askWhileStale(): Promise<void> {
    while (this.stale && this.loaded && this.panel.visible && this.service.running) {
      this.stale = false;
      const candidate = this.candidate;
      if (candidate && (await this.ask(candidate))) {
        this.uri = candidate;
      } else if (this.uri === undefined || !(await this.ask(this.uri))) {
        await this.post({ type: 'nothing', notice: vscode.l10n.t('Open a draft to see it here as a document.') });
      }
      if (this.candidate === candidate) {
        this.candidate = undefined;
      }
    }
  }

  /** Asks about a document and shows it; false if it is no draft. */
  private async ask(uri: vscode.Uri): Promise<boolean> {
    const asked = { textDocument: this.service.identifierOf(uri) };
    const shown = await this.service.ask('rapporteur/preview', asked).catch((error) => {
      this.service.log.debug(`rapporteur/preview: ${error}`);
      return null;
    });
    if (!shown) {
      return false;
    }
    const name = shown.title || vscode.workspace.asRelativePath(uri);
    this.panel.title = vscode.l10n.t('Preview: {0}', name);
    // A draft that was not shown before is shown from where its text is looked at.
    const editor = this.isShown(uri) && !this.fresh ? undefined : editorOf(uri);
    this.fresh = false;
    await this.post({ type: 'draft', uri: uri.toString(), line: editor && topLine(editor), ...shown });
    return true;
  }

  private post(message: object): Thenable<boolean> {
    return this.panel.webview.postMessage(message);
  }

  /** The preview goes where the editor is. */
  private scrollAlong(editor: vscode.TextEditor): void {
    if (this.isShown(editor.document.uri) && Date.now() - this.scrolledEditor > SCROLLING) {
      void this.post({ type: 'scroll', line: topLine(editor) });
    }
  }

  /** The editor goes where the preview is. */
  private scrollEditor(line: number): void {
    const editor = this.uri && editorOf(this.uri);
    if (editor) {
      this.scrolledEditor = Date.now();
      const at = new vscode.Position(Math.min(Math.floor(line), editor.document.lineCount - 1), 0);
      editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.AtTop);
    }
  }

  /** Puts the cursor into a line. */
  private async open(line: number): Promise<void> {
    if (this.uri) {
      const at = new vscode.Position(Math.floor(line), 0);
      const column = editorOf(this.uri)?.viewColumn ?? vscode.ViewColumn.One;
      await vscode.window.showTextDocument(this.uri, { viewColumn: column, selection: new vscode.Range(at, at) });
    }
  }
}

function editorOf(uri: vscode.Uri): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
}

/** The first line that is seen. */
function topLine(editor: vscode.TextEditor): number {
  return editor.visibleRanges[0]?.start.line ?? 0;
}
