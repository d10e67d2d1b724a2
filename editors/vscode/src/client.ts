import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  type ErrorHandler,
  type LanguageClientOptions,
} from 'vscode-languageclient/node';

/** Where documents may be. What is compared with them, such as the state of a repository, is left alone. */
const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];

/** The languages of documents that may be drafts. */
export const LANGUAGES = ['un-resolution', 'markdown', 'plaintext'];

/** The settings of the extension itself, which the server has no use for. */
const OWN_SETTINGS = ['path', 'trace'];

/** How many errors in a row a connection may have before it is given up. */
const ERRORS = 3;

/** A client for a server; `ended` is called where the server ends by itself. */
export function createClient(program: string, log: vscode.LogOutputChannel, ended: () => void): LanguageClient {
  const options: LanguageClientOptions = {
    documentSelector: SCHEMES.flatMap((scheme) => [
      ...LANGUAGES.map((language) => ({ scheme, language })),
      // The settings of a project are checked as they are written.
      { scheme, pattern: '**/rapporteur.toml' },
    ]),
    initializationOptions: () => forServer(vscode.workspace.getConfiguration('rapporteur')),
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler: errorHandler(ended),
    // It would show a message otherwise.
    initializationFailedHandler: () => false,
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
  return new QuietClient('rapporteur', 'Rapporteur', { command: program, args: ['lsp'] }, options);
}

/** Who starts the client says what went wrong: what the client itself says of it goes to the log alone. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** One that leaves it to others to start a server again: a client does not survive a server that ends while it starts. */
function errorHandler(ended: () => void): ErrorHandler {
  return {
    error: (_error, _message, count) => ({
      action: (count ?? 0) <= ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed: () => {
      ended();
      return { action: CloseAction.DoNotRestart, message: vscode.l10n.t('The connection to the server is closed.'), handled: true };
    },
  };
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
