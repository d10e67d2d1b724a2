/**
 * Packages the extension for installation: for a platform with the server inside, or for all without.
 *
 *   npm run package                                        for this machine, and universal
 *   npm run package -- [PLATFORM[=PROGRAM]|universal]...   for these
 *
 * The server is built, unless a PROGRAM is named that was built elsewhere.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { buildServer, refuseOtherMachine } from './build';
import { EXTENSION } from './places';
import { packageFile, platform, thisPlatform } from './platforms';
import { stage, type Bundled } from './stage';
import { repository } from '../../package.json';

async function main(wanted: string[]): Promise<void> {
  // Before anything is built, since that takes long.
  const packages = wanted.map((argument) => ({ argument, platform: platformOf(argument) }));
  for (const { argument, platform } of packages) {
    const program = platform && (programOf(argument) ?? buildServer(platform));
    console.log(await pack(platform && program ? { platform, program } : undefined));
  }
}

function platformOf(argument: string) {
  return argument === 'universal' ? undefined : platform(argument.split('=')[0] ?? '');
}

function programOf(argument: string): string | undefined {
  const [, path] = /=(.+)/.exec(argument) ?? [];
  return path && resolve(process.env['INIT_CWD'] ?? '.', path);
}

/** Makes the package with this server, or that without one, in the folder of the extension. Gives its path. */
async function pack(bundled?: Bundled): Promise<string> {
  if (bundled) {
    await refuseOtherMachine(bundled.program, bundled.platform);
  }
  const file = join(EXTENSION, packageFile(bundled?.platform));
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-package-'));
  try {
    stage(folder, bundled);
    const pages = `${repository.url}/blob/HEAD/${repository.directory}`;
    const images = `${repository.url}/raw/HEAD/${repository.directory}`;
    await createVSIX({
      cwd: folder,
      packagePath: file,
      dependencies: false,
      baseContentUrl: pages,
      baseImagesUrl: images,
      ...(bundled ? { target: bundled.platform.name } : {}),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return file;
}

const wanted = process.argv.slice(2);
main(wanted.length > 0 ? wanted : [thisPlatform().name, 'universal']).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
