import * as vscode from 'vscode';
import { LANGUAGES } from './client';
import { origin, restriction } from './complaints';
import type { Status } from './requests';
import type { Service } from './service';

/** How long changes are gathered before the server is asked, in milliseconds. */
const PAUSE = 150;

/** The item of the status bar: what the draft in the active editor is, and how much is found in it. */
export class StatusBar implements vscode.Disposable {
  /** What the document in the active editor is, as far as it is known. */
  status: Status | null = null;

  private readonly item = vscode.window.createStatusBarItem('rapporteur.status', vscode.StatusBarAlignment.Right, 90);
  private readonly disposables: vscode.Disposable[];
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly service: Service) {
    this.item.name = 'Rapporteur';
    this.item.command = 'rapporteur.showLog';
    this.disposables = [
      this.item,
      vscode.window.onDidChangeActiveTextEditor(() => this.refreshSoon()),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => this.refreshIfActive(uris)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.refreshIfActive([document.uri])),
      service.onDidChange(() => this.refreshSoon()),
    ];
    this.refreshSoon();
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private refreshIfActive(uris: readonly vscode.Uri[]): void {
    const active = vscode.window.activeTextEditor?.document.uri.toString();
    if (uris.some((uri) => uri.toString() === active)) {
      this.refreshSoon();
    }
  }

  private refreshSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), PAUSE);
  }

  private async refresh(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const status = document && (await this.ask(document));
    if (document !== vscode.window.activeTextEditor?.document) {
      // The next one is asked about by itself.
      return;
    }
    this.status = status ?? null;
    const isDraft = this.status !== null && this.status.kind !== 'other';
    await vscode.commands.executeCommand('setContext', 'rapporteur.isDraft', isDraft);
    this.show(document, isDraft);
  }

  private async ask(document: vscode.TextDocument): Promise<Status | null | undefined> {
    if (!this.service.running || !LANGUAGES.includes(document.languageId)) {
      return null;
    }
    const asked = { textDocument: this.service.identifierOf(document.uri) };
    return this.service.ask('rapporteur/status', asked).catch((error) => {
      this.service.log.debug(`rapporteur/status: ${error}`);
      return null;
    });
  }

  private show(document: vscode.TextDocument | undefined, isDraft: boolean): void {
    const { search, running } = this.service;
    if (isDraft && this.status) {
      this.item.text = `$(law) ${summary(this.status)}`;
      this.item.accessibilityInformation = { label: `Rapporteur: ${spoken(this.status)}` };
      this.item.backgroundColor = undefined;
      this.item.tooltip = this.tooltip(this.status);
      this.item.show();
    } else if (document && LANGUAGES.includes(document.languageId) && search && !running) {
      this.item.text = '$(warning) Rapporteur';
      this.item.accessibilityInformation = { label: vscode.l10n.t('Rapporteur: no server is running') };
      this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
      this.item.tooltip = vscode.l10n.t('No server is running. The log says why.');
      this.item.show();
    } else {
      this.item.hide();
    }
  }

  private tooltip({ counts, symbol, body }: Status): vscode.MarkdownString {
    const { search } = this.service;
    const lines = [
      [body, symbol].filter(Boolean).join(', '),
      vscode.l10n.t(
        'Preambular paragraphs: {0}, operative: {1}; citations: {2}, notes: {3}',
        counts.preambular,
        counts.operative,
        counts.citations,
        counts.notes,
      ),
      findings(counts),
      search?.server && `Rapporteur ${search.server.version}, ${origin(search.server.origin)}: ${search.server.program}`,
      search?.restricted && restriction(),
    ];
    const tooltip = new vscode.MarkdownString();
    lines.filter(Boolean).forEach((line) => tooltip.appendText(`${line}`).appendMarkdown('\n\n'));
    return tooltip;
  }
}

/** Language, kind and the numbers of findings. */
function summary({ language, kind, counts }: Status): string {
  const numbers = [
    counts.errors > 0 && `$(error) ${counts.errors}`,
    counts.warnings > 0 && `$(warning) ${counts.warnings}`,
    counts.infos > 0 && `$(info) ${counts.infos}`,
  ].filter(Boolean);
  return [what(kind, language), ...numbers].join('  ');
}

/** The same for those who listen: without icons. */
function spoken({ language, kind, counts }: Status): string {
  return `${what(kind, language)}. ${findings(counts)}`;
}

function what(kind: Status['kind'], language: string): string {
  return `${KINDS[kind]()}, ${nameOfLanguage(language)}`;
}

/** The name of a language in that of our messages, which are in English where there is no translation. */
function nameOfLanguage(code: string): string {
  const reader = vscode.l10n.bundle === undefined ? 'en' : vscode.env.language;
  return new Intl.DisplayNames([reader], { type: 'language' }).of(code) ?? code;
}

function findings({ errors, warnings, infos, hints }: Status['counts']): string {
  return vscode.l10n.t('Errors: {0}, warnings: {1}, information: {2}, hints: {3}', errors, warnings, infos, hints);
}

const KINDS: Record<Status['kind'], () => string> = {
  resolution: () => vscode.l10n.t('Draft resolution'),
  decision: () => vscode.l10n.t('Draft decision'),
  report: () => vscode.l10n.t('Report'),
  excerpt: () => vscode.l10n.t('Excerpt'),
  other: () => vscode.l10n.t('No draft'),
};
