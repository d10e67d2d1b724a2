import { execFileSync, type ExecFileSyncOptions } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile, thisPlatform } from '../../scripts/package/platforms';
import type { Needs } from './needs';

/** Only complaints are shown. */
const QUIET: ExecFileSyncOptions = { stdio: ['ignore', 'ignore', 'inherit'] };

/** A package of the extension: that of this platform, with the server inside, or that for all platforms. */
export type Package = 'platform' | 'universal';

/** Makes the packages as `npm run package` does, with the program under test inside. */
export function makePackages({ extension, server }: Needs): void {
  const program = join(extension, 'dist/package.js');
  execFileSync(process.execPath, [program, `${thisPlatform().name}=${server}`, 'universal'], QUIET);
}

/** Installs a package into the editor that keeps its data in this folder. */
export function install(wanted: Package, { vscode, extension }: Needs, data: string): void {
  const file = join(extension, packageFile(wanted === 'platform' ? thisPlatform() : undefined));
  execFileSync(process.execPath, [vscode, '--install-extension', file, '--server-data-dir', data], QUIET);
}

/** An extension that does nothing, in whose name tests of an installed one are run. */
export function carrier(scratch: string): string {
  const folder = join(scratch, 'carrier');
  const manifest = {
    name: 'carrier',
    publisher: 'rapporteur-tests',
    version: '0.0.0',
    engines: { vscode: '*' },
    capabilities: { untrustedWorkspaces: { supported: true } },
  };
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}
