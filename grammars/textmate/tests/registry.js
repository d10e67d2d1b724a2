/** The grammars, as an editor loads them: over the Markdown of Visual Studio Code. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const require = createRequire(import.meta.url);

/** The scopes of the roots of both grammars, and of Markdown. */
export const RESOLUTION = 'text.html.markdown.un-resolution';
export const INJECTION = 'markdown.un-resolution.injection';
export const MARKDOWN = 'text.html.markdown';

/** The folder of the grammars. */
export const FOLDER = new URL('..', import.meta.url);

const FILES = new Map([
  [RESOLUTION, new URL('un-resolution.tmLanguage.json', FOLDER)],
  [INJECTION, new URL('un-resolution.injection.tmLanguage.json', FOLDER)],
]);

/** The files of Markdown and of what it includes in turn. */
export const BASE = ['markdown', 'html', 'html-derivative', 'yaml'].map((name) =>
  require.resolve(`tm-grammars/grammars/${name}.json`),
);
for (const path of BASE) {
  FILES.set(JSON.parse(readFileSync(path, 'utf8')).scopeName, path);
}

/** Loads a grammar by the scope of its root. */
export async function load(scope) {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM({ data: wasm });
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (name) => {
      const file = FILES.get(name);
      return file ? textmate.parseRawGrammar(readFileSync(file, 'utf8'), 'grammar.json') : null;
    },
    getInjections: (name) => (name.startsWith(MARKDOWN) ? [INJECTION] : []),
  });
  return registry.loadGrammar(scope);
}

/** The tokens of a text, each with its line (from 0), its stretch in it, its text and its scopes. */
export function tokens(grammar, text) {
  const found = [];
  let state = textmate.INITIAL;
  for (const [line, content] of text.split(/\r\n|\r|\n/).entries()) {
    const read = grammar.tokenizeLine(content, state);
    state = read.ruleStack;
    for (const { startIndex: start, endIndex, scopes } of read.tokens) {
      const end = Math.min(endIndex, content.length);
      if (start < end) {
        found.push({ line, start, end, text: content.slice(start, end), scopes });
      }
    }
  }
  return found;
}
