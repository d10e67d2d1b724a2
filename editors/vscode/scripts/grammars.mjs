// Copies the TextMate grammars into the extension.

import { copyFileSync, mkdirSync } from 'node:fs';

const from = new URL('../../../grammars/textmate/', import.meta.url);
const to = new URL('../syntaxes/', import.meta.url);
mkdirSync(to, { recursive: true });
for (const name of ['un-resolution.tmLanguage.json', 'un-resolution.injection.tmLanguage.json']) {
  copyFileSync(new URL(name, from), new URL(name, to));
}
