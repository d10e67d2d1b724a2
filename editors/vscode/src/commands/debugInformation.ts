import * as vscode from 'vscode';
import { THIS_MACHINE } from '../machine';
import type { Service } from '../service';
import type { StatusBar } from '../status';

/** Copies what a report of trouble needs. The text of a draft, its name and its place are not in it. */
export async function copyDebugInformation(
  context: vscode.ExtensionContext,
  service: Service,
  bar: StatusBar,
): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const { search, running } = service;
  const information = {
    extension: context.extension.packageJSON.version,
    editor: `${vscode.env.appName} ${vscode.version} (${vscode.env.appHost}${vscode.env.remoteName ? `, ${vscode.env.remoteName}` : ''})`,
    machine: THIS_MACHINE,
    locale: vscode.env.language,
    trusted: vscode.workspace.isTrusted,
    folders: vscode.workspace.workspaceFolders?.length ?? 0,
    server: search?.server ?? null,
    rejected: search?.rejected ?? [],
    running,
    settings: changedSettings(context),
    document: document && {
      scheme: document.uri.scheme,
      language: document.languageId,
      lines: document.lineCount,
      status: bar.status && { ...bar.status, symbol: undefined },
    },
  };
  await vscode.env.clipboard.writeText(`\`\`\`json\n${JSON.stringify(information, null, 2)}\n\`\`\`\n`);
  await vscode.window.showInformationMessage(
    vscode.l10n.t('Copied, without the text of the draft. Look through it before you paste it.'),
  );
}

/** The settings of this extension that are not as they come. */
function changedSettings(context: vscode.ExtensionContext): Record<string, unknown> {
  const settings = vscode.workspace.getConfiguration();
  const groups: { properties: object }[] = [context.extension.packageJSON.contributes.configuration].flat();
  const keys = groups.flatMap(({ properties }) => Object.keys(properties));
  const changed = keys.filter((key) => {
    const said = settings.inspect(key);
    return [said?.globalValue, said?.workspaceValue, said?.workspaceFolderValue].some((value) => value !== undefined);
  });
  return Object.fromEntries(changed.map((key) => [key, settings.get(key)]));
}
