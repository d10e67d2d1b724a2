import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';

/** How long something may take to come about, in milliseconds. */
const PATIENCE = 20_000;

/** Waits until the condition gives something, and gives that. `what` is for the message if it never does. */
export async function until<T>(what: string, condition: () => T | PromiseLike<T>): Promise<Exclude<NonNullable<T>, false>> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const value = await condition();
    if (value) {
      return value as Exclude<NonNullable<T>, false>;
    }
    if (Date.now() > end) {
      throw new Error(`waited in vain: ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Where a file of the first folder is, or of the one with this number. */
export function inFolder(path: string, folder = 0): vscode.Uri {
  const opened = vscode.workspace.workspaceFolders?.[folder];
  if (opened === undefined) {
    throw new Error(`there is no folder ${folder}`);
  }
  return vscode.Uri.joinPath(opened.uri, path);
}

/** Writes a file into the folder, and shows it. */
export async function open(path: string, text: string, folder = 0): Promise<vscode.TextEditor> {
  return show(store(path, text, folder));
}

/** Shows a file. */
export async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** Writes a file into the folder. */
export function store(path: string, text: string, folder = 0): vscode.Uri {
  const uri = inFolder(path, folder);
  mkdirSync(dirname(uri.fsPath), { recursive: true });
  writeFileSync(uri.fsPath, text);
  return uri;
}

/**
 * A draft in which nothing is wrong but what is wrong in these paragraphs. The first of them stands in line 4, counted from 0,
 * the next in line 6, and so on.
 */
export function draft(...paragraphs: string[]): string {
  return ['# Lighthouses', '*The General Assembly*,', ...paragraphs].join('\n\n') + '\n';
}

/** One of the sample drafts in `tests/drafts/`. */
export function sample(name: string): vscode.Uri {
  return vscode.Uri.file(join(__dirname, '../../../../../tests/drafts', name));
}

/** The findings in a document: `line:start-end rule`, lines and columns from 0 in UTF-16 units as VS Code counts them. */
export function findings(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'rapporteur')
    .map(({ range, code }) => `${range.start.line}:${range.start.character}-${range.end.character} ${rule(code)}`)
    .sort();
}

/** Waits until the document has exactly these findings. */
export async function untilFindings(uri: vscode.Uri, expected: string[]): Promise<void> {
  const wanted = JSON.stringify([...expected].sort());
  try {
    await until('findings', () => JSON.stringify(findings(uri)) === wanted);
  } catch {
    throw new Error(`found ${JSON.stringify(findings(uri))}, expected ${wanted}`);
  }
}

function rule(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Changes a setting for a while: `restoreSettings` undoes it. */
export async function set(key: string, value: unknown, target = vscode.ConfigurationTarget.Workspace): Promise<void> {
  changed.push({ key, target });
  await vscode.workspace.getConfiguration().update(key, value, target);
}

const changed: { key: string; target: vscode.ConfigurationTarget }[] = [];

export async function restoreSettings(): Promise<void> {
  for (const { key, target } of changed.splice(0)) {
    await vscode.workspace.getConfiguration().update(key, undefined, target);
  }
}

/** Throws away what is open, with all that was changed. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Puts the cursor behind the first place where this text stands, and the keyboard into the editor. */
export async function cursorBehind(editor: vscode.TextEditor, text: string): Promise<void> {
  const at = editor.document.getText().indexOf(text);
  if (at < 0) {
    throw new Error(`“${text}” does not stand in the text`);
  }
  const position = editor.document.positionAt(at + text.length);
  editor.selection = new vscode.Selection(position, position);
  // The window does these things in order: once the command is done, the cursor is there.
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
}

/** Waits until the text has this in it. */
export async function untilText(document: vscode.TextDocument, part: string): Promise<void> {
  try {
    await until('text', () => document.getText().includes(part));
  } catch {
    throw new Error(`“${part}” does not stand in\n${document.getText()}`);
  }
}
