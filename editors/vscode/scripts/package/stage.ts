import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { programOn } from '../../src/server';
import { thirdPartyNotices } from './notices';
import { EXTENSION, REPOSITORY } from './places';
import type { Platform } from './platforms';

/** What a package takes from the folder of the extension, beside `package.json`. */
const FROM_EXTENSION = [
  'README.md',
  'dist/extension.js',
  'l10n',
  'language-configuration.json',
  'media',
  'package.nls.fr.json',
  'package.nls.json',
  'schemas',
  'snippets',
  'syntaxes',
];

/** What it takes from the top of the repository. */
const FROM_REPOSITORY = ['CHANGELOG.md', 'NOTICE'];

/** The server of a platform's package. */
export interface Bundled {
  platform: Platform;
  program: string;
}

/** Puts what goes into a package into a folder, which is empty. */
export function stage(folder: string, bundled?: Bundled): void {
  for (const path of FROM_EXTENSION) {
    cpSync(join(EXTENSION, path), join(folder, path), { recursive: true });
  }
  for (const path of FROM_REPOSITORY) {
    copyFileSync(join(REPOSITORY, path), join(folder, path));
  }
  // All that is here goes in.
  writeFileSync(join(folder, '.vscodeignore'), '');
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest(), undefined, 2));
  writeFileSync(join(folder, 'LICENSE.txt'), license());
  writeFileSync(join(folder, 'ThirdPartyNotices.txt'), thirdPartyNotices(bundled?.platform));
  if (bundled) {
    const program = join(folder, 'server', programOn(bundled.platform.system));
    mkdirSync(dirname(program));
    copyFileSync(bundled.program, program);
    chmodSync(program, 0o755);
  }
}

/** The manifest without what only building needs. */
function manifest(): object {
  const { scripts, dependencies, devDependencies, ...rest } = JSON.parse(readFileSync(join(EXTENSION, 'package.json'), 'utf8'));
  return rest;
}

function license(): string {
  const [mit, apache] = ['LICENSE-MIT', 'LICENSE-APACHE'].map((name) => readFileSync(join(REPOSITORY, name), 'utf8').trim());
  const line = '-'.repeat(80);
  return `Rapporteur is under either of these two licences, as you choose.\n\n${line}\n\n${mit}\n\n${line}\n\n${apache}\n`;
}
