import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from 'vscode-languageclient/node';

/** Where documents may be. */
const SCHEMES = ['file', 'untitled', 'vscode-remote'];

/** The settings of the extension itself, which the server has no use for. */
const OWN_SETTINGS = ['path', 'trace'];

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand('rapporteur.restart', () => restart(context)),
    vscode.workspace.onDidChangeConfiguration((event) =>
      event.affectsConfiguration('rapporteur.path') ? restart(context) : undefined,
    ),
  );
  await start(context);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
  client = undefined;
}

async function restart(context: vscode.ExtensionContext): Promise<void> {
  // A server that never started can't be stopped; the new one takes its place all the same.
  await deactivate().catch(() => undefined);
  await start(context);
}

async function start(context: vscode.ExtensionContext): Promise<void> {
  const command = findServer(context);
  const server: ServerOptions = { command, args: ['lsp'] };
  const options: LanguageClientOptions = {
    documentSelector: SCHEMES.flatMap((scheme) => [
      { scheme, language: 'un-resolution' },
      { scheme, language: 'markdown' },
      { scheme, language: 'plaintext' },
      // The settings of a project are checked as they are written.
      { scheme, pattern: '**/rapporteur.toml' },
    ]),
    initializationOptions: forServer(vscode.workspace.getConfiguration('rapporteur')),
    middleware: {
      workspace: {
        configuration: async (params, token, next) => {
          const settings = await next(params, token);
          return Array.isArray(settings) ? settings.map(forServer) : settings;
        },
      },
    },
  };
  client = new LanguageClient('rapporteur', 'Rapporteur', server, options);
  try {
    await client.start();
  } catch (error) {
    void complain(command, error);
  }
}

/** The program that is set, else the one that came with the extension, else the one on the PATH. */
function findServer(context: vscode.ExtensionContext): string {
  const set = vscode.workspace.getConfiguration('rapporteur').get<string | null>('path');
  if (set) {
    return set;
  }
  const name = process.platform === 'win32' ? 'rapporteur.exe' : 'rapporteur';
  const bundled = context.asAbsolutePath(`server/${name}`);
  return existsSync(bundled) ? bundled : name;
}

function forServer(settings: unknown): unknown {
  if (settings === null || typeof settings !== 'object') {
    return settings;
  }
  const plain: object = JSON.parse(JSON.stringify(settings));
  return Object.fromEntries(Object.entries(plain).filter(([key]) => !OWN_SETTINGS.includes(key)));
}

async function complain(command: string, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  const choice = await vscode.window.showErrorMessage(
    `Rapporteur: the server \`${command}\` does not start (${reason}). Install it, or set its path.`,
    'Set Path',
  );
  if (choice === 'Set Path') {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'rapporteur.path');
  }
}
