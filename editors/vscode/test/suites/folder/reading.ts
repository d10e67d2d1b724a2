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

test('verbs, citations and the enacting line have colours of their own', async () => {
  const { document } = await open('tokens.resolution.md', draft('*Recalling* its resolution 65/230 of 21 December 2010,', '*Decides* to end.'));
  const tokens = await until('tokens', () =>
    vscode.commands.executeCommand<vscode.SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', document.uri),
  );
  assert.ok(tokens.data.length >= 5 * 4, `${tokens.data.length / 5} tokens`);
});

test('the Markdown of VS Code works beside it', async () => {
  const { document } = await open('beside.md', draft('*Recalling* [its resolution 65/230](other.md) of 12 December 2010,', '*Decides* to end.'));
  await until('a link of Markdown', async () => {
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri, 100);
    return links.some(({ target }) => target?.path.endsWith('/other.md'));
  });
  const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', document.uri);
  assert.ok(tokens !== undefined);
});

async function hover(editor: vscode.TextEditor): Promise<vscode.Hover[]> {
  return vscode.commands.executeCommand('vscode.executeHoverProvider', editor.document.uri, editor.selection.active);
}
