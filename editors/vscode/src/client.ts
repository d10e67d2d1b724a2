import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, type LanguageClientOptions } from 'vscode-languageclient/node';
import { BoundedRestarts } from './restarts';

/** Where documents may be. What is compared with them, such as the state of a repository, is left alone. */
const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];

/** The languages of documents that may be drafts. */
export const LANGUAGES = ['un-resolution', 'markdown', 'plaintext'];

/** The settings of the extension itself, which the server has no use for. */
const OWN_SETTINGS = ['path', 'trace'];

/** A client for a server; `gaveUp` is called when the server ended so often that it is not started again. */
export function createClient(program: string, log: vscode.LogOutputChannel, gaveUp: () => void): LanguageClient {
  const options: LanguageClientOptions = {
    documentSelector: SCHEMES.flatMap((scheme) => [
      ...LANGUAGES.map((language) => ({ scheme, language })),
      // The settings of a project are checked as they are written.
      { scheme, pattern: '**/rapporteur.toml' },
    ]),
    initializationOptions: () => forServer(vscode.workspace.getConfiguration('rapporteur')),
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler: new BoundedRestarts(gaveUp),
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(linkToRule)),
      provideDiagnostics: async (document, previous, token, next) => {
        const report = await next(document, previous, token);
        if (report && 'items' in report) {
          report.items.forEach(linkToRule);
        }
        return report;
      },
      workspace: {
        configuration: async (params, token, next) => {
          const settings = await next(params, token);
          return Array.isArray(settings) ? settings.map(forServer) : settings;
        },
      },
    },
  };
  return new LanguageClient('rapporteur', 'Rapporteur', { command: program, args: ['lsp'] }, options);
}

/** Lets the name of a rule lead to its page in this editor, which needs no network. */
function linkToRule(diagnostic: vscode.Diagnostic): vscode.Diagnostic {
  const { code } = diagnostic;
  if (typeof code === 'object') {
    const given = encodeURIComponent(JSON.stringify([code.value]));
    diagnostic.code = { value: code.value, target: vscode.Uri.parse(`command:rapporteur.explainRule?${given}`) };
  }
  return diagnostic;
}

function forServer(settings: unknown): unknown {
  if (settings === null || typeof settings !== 'object') {
    return settings;
  }
  const plain: object = JSON.parse(JSON.stringify(settings));
  return Object.fromEntries(Object.entries(plain).filter(([key]) => !OWN_SETTINGS.includes(key)));
}
