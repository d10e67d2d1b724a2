import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { page } from '../../host/page';
import { cursorBehind, draft, open, sample, until, untilFindings } from '../../host/support';
import { test } from '../../host/tests';

test('the pointer on a citation shows its title', async () => {
  const editor = await open('hover.md', draft('*Recalling* its resolution 65/230 of 21 December 2010,', '*Decides* to end.'));
  await untilFindings(editor.document.uri, []);
  await cursorBehind(editor, '65/2');
  await until('the server knows the draft', async () => (await hover(editor)).length > 0);
  await vscode.commands.executeCommand('editor.action.showHover');
  await page.see('.monaco-hover', 'Twelfth United Nations Congress on Crime Prevention and Criminal Justice');
});

test('the outline is that of the draft', async () => {
  const text = readFileSync(sample('lighthouses.en.md').fsPath, 'utf8');
  const { document } = await open('lighthouses.resolution.md', text);
  const outline = await until('an outline', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    return symbols?.[0]?.name === 'Lighthouses as a common heritage' && symbols[0].children;
  });
  assert.deepEqual(outline.map(({ name }) => name), ['Preamble', 'Operative part']);
  assert.equal(outline[1]?.children.length, 4);
  await vscode.commands.executeCommand('outline.focus');
  await page.see('.outline-tree .monaco-list-row', 'Preamble');
  await vscode.commands.executeCommand('workbench.view.explorer');
});

test('verbs, citations, dates, the enacting line and the rest have colours of their own, at exact ranges', async () => {
  const recalling = '*Recalling* “🌊” its resolution 65/230 of 21 December 2010,[^1]';
  const { document } = await open('tokens.resolution.md', draft(recalling, '1. *Decides* to end;', '2. *Notes* document A/75/1.', '[^1]: See [resolution 70/1](https://undocs.org/A/RES/70/1).'));
  const tokens = await until('tokens', async () => {
    const found = await semanticTokens(document);
    return found.length > 0 && found;
  });
  assert.deepEqual(tokens, [
    '0 namespace Lighthouses',
    '2 type The General Assembly',
    '4 keyword.preambular Recalling',
    '4 function 65/230',
    '4 number 21 December 2010',
    '4 macro [^1]',
    '6 enumMember 1.',
    '6 keyword.operative Decides',
    '8 enumMember 2.',
    '8 keyword.operative Notes',
    '8 variable A/75/1',
    '10 macro.definition [^1]:',
    '10 function 70/1',
  ]);
});

test('the Markdown of VS Code works beside it', async () => {
  const { document } = await open('beside.md', draft('*Recalling* [its resolution 65/230](other.md) of 12 December 2010,', '*Decides* to end.'));
  await until('a link of Markdown', async () => {
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri, 100);
    return links.some(({ target }) => target?.path.endsWith('/other.md'));
  });
  assert.ok((await semanticTokens(document)).includes('4 keyword.preambular Recalling'));
});

async function hover(editor: vscode.TextEditor): Promise<vscode.Hover[]> {
  return vscode.commands.executeCommand('vscode.executeHoverProvider', editor.document.uri, editor.selection.active);
}

/** What is coloured in a document: the line, the kind with its modifiers, and the words. */
async function semanticTokens(document: vscode.TextDocument): Promise<string[]> {
  const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>('vscode.provideDocumentSemanticTokensLegend', document.uri);
  const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', document.uri);
  if (!legend || !tokens) {
    return [];
  }
  const told: string[] = [];
  let [line, start] = [0, 0];
  for (let at = 0; at < tokens.data.length; at += 5) {
    const [lines, characters, length, type, modifiers] = tokens.data.slice(at, at + 5) as unknown as [number, number, number, number, number];
    [line, start] = lines > 0 ? [line + lines, characters] : [line, start + characters];
    const kind = [legend.tokenTypes[type], ...legend.tokenModifiers.filter((_, bit) => modifiers & (1 << bit))].join('.');
    told.push(`${line} ${kind} ${document.getText(new vscode.Range(line, start, line, start + length))}`);
  }
  return told;
}
