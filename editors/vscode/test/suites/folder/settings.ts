import { strict as assert } from 'node:assert';
import { rmSync } from 'node:fs';
import * as vscode from 'vscode';
import { cursorBehind, draft, inFolder, open, set, store, until, untilFindings } from '../../host/support';
import { test } from '../../host/tests';

const TEXT = draft('*Recalling* its resolution 65/230 of 12 December 2010,', '*Decides* to end.');
const FOUND = ['4:37-53 citation-date'];

test('a rapporteur.toml that changes on disk holds at once', async () => {
  const { document } = await open('settings/toml.md', TEXT);
  await untilFindings(document.uri, FOUND);
  store('settings/rapporteur.toml', 'ignore = ["citation-date"]\n');
  await untilFindings(document.uri, []);
  store('settings/rapporteur.toml', '[rules]\ncitation-date = "hint"\n');
  await untilFindings(document.uri, FOUND);
  assert.equal(vscode.languages.getDiagnostics(document.uri)[0]?.severity, vscode.DiagnosticSeverity.Hint);
  rmSync(inFolder('settings/rapporteur.toml').fsPath);
  await until('an error', () => vscode.languages.getDiagnostics(document.uri)[0]?.severity === vscode.DiagnosticSeverity.Error);
});

test('mistakes in rapporteur.toml are found as it is written', async () => {
  const { document } = await open('mistaken/rapporteur.toml', 'ignore = ["citation-dat"]\n');
  await until('a finding', () => vscode.languages.getDiagnostics(document.uri).length > 0);
});

test('settings of the editor hold at once', async () => {
  const { document } = await open('editor-settings.md', TEXT);
  await untilFindings(document.uri, FOUND);
  await set('rapporteur.ignore', ['citation-date']);
  await untilFindings(document.uri, []);
  await set('rapporteur.ignore', undefined);
  await untilFindings(document.uri, FOUND);
  await set('rapporteur.rules', { 'citation-date': 'info' });
  await until('an information', () => vscode.languages.getDiagnostics(document.uri)[0]?.severity === vscode.DiagnosticSeverity.Information);
});

test('a capability can be switched off and on again', async () => {
  const editor = await open('switch.md', TEXT);
  await untilFindings(editor.document.uri, FOUND);
  await cursorBehind(editor, '65/2');
  const hovers = async () =>
    (await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, editor.selection.active)).length;
  await until('a hover', async () => (await hovers()) > 0);
  await set('rapporteur.hover', false);
  await until('no hover', async () => (await hovers()) === 0);
  await set('rapporteur.diagnostics', false);
  await untilFindings(editor.document.uri, []);
  await set('rapporteur.hover', undefined);
  await set('rapporteur.diagnostics', undefined);
  await until('a hover', async () => (await hovers()) > 0);
  await untilFindings(editor.document.uri, FOUND);
});
