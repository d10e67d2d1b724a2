/** Prints how long it takes to colour 75 kilobytes of drafts, in each language, at first and when all patterns are compiled. */

import { readFileSync, readdirSync } from 'node:fs';
import { MARKDOWN, RESOLUTION, load, tokens } from './registry.js';

const SIZE = 75_000;
const drafts = new URL('../../../tests/drafts/', import.meta.url);
const timed = (work) => {
  const begin = performance.now();
  work();
  return `${(performance.now() - begin).toFixed(0)} ms`;
};
for (const scope of [RESOLUTION, MARKDOWN]) {
  for (const language of ['ar', 'en', 'es', 'fr', 'ru', 'zh']) {
    const files = readdirSync(drafts).filter((name) => name.endsWith(`.${language}.md`));
    const once = Buffer.concat(files.map((name) => readFileSync(new URL(name, drafts))));
    const text = once.toString().repeat(Math.ceil(SIZE / once.length));
    const cut = Buffer.from(text).subarray(0, SIZE).toString();
    const grammar = await load(scope);
    console.log(`${scope} ${language}: ${timed(() => tokens(grammar, cut))}, then ${timed(() => tokens(grammar, cut))}`);
  }
}
