import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as vscode from 'vscode';

/** The extension, as it was installed. */
export function installed(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension('rapporteur.rapporteur');
  if (extension === undefined) {
    throw new Error('the extension is not installed');
  }
  return extension;
}

/** Its files, by their paths in it; folders in which all is taken as it is have a `/` at the end and nothing below. */
export function files(): string[] {
  const folder = installed().extensionPath;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    // The editor's own.
    .filter((path) => path !== '.vsixmanifest')
    .map((path) => path.replace(/^(l10n|media|schemas|snippets|syntaxes)\/.*/, '$1/'))
    .filter((path, at, all) => all.indexOf(path) === at)
    .sort();
}
