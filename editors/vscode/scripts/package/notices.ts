import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cargo } from './cargo';
import { EXTENSION } from './places';
import type { Platform } from './platforms';

/** Somebody else's work that comes with the extension. */
interface Part {
  name: string;
  version: string;
  license: string;
  folder: string;
}

/** Whose work is in a package, and under which licences: that in the bundled script, and with a server that in the program. */
export function thirdPartyNotices(server?: Platform): string {
  const parts = [...partsOfScript(), ...(server ? partsOfProgram(server) : [])];
  const notices = parts
    .sort((left, right) => left.name.localeCompare(right.name) || left.version.localeCompare(right.version))
    .map((part) => [`${part.name} ${part.version} (${part.license})`, ...texts(part.folder)].join('\n\n'));
  return ['This extension contains the work of others, under these licences.', ...notices].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n';
}

/** The packages of npm that esbuild has put into the script. */
function partsOfScript(): Part[] {
  const { inputs } = JSON.parse(readFileSync(join(EXTENSION, 'dist/extension.meta.json'), 'utf8')) as { inputs: object };
  const folders = Object.keys(inputs).map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  return [...new Set(folders.filter((folder) => folder !== undefined))].map((path) => {
    const folder = join(EXTENSION, path);
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Part;
    return { name, version, license, folder };
  });
}

interface Metadata {
  packages: { id: string; name: string; version: string; license: string | null; manifest_path: string; source: string | null }[];
  resolve: { nodes: { id: string; deps: { pkg: string; dep_kinds: { kind: string | null }[] }[] }[] };
}

/** The crates that are linked into the program. */
function partsOfProgram({ triple }: Platform): Part[] {
  const metadata = cargo('metadata', '--format-version', '1', '--locked', '--filter-platform', triple);
  const { packages, resolve } = JSON.parse(metadata) as Metadata;
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  // What is added to the set while it is walked is walked, too.
  const linked = new Set(packages.filter(({ name, source }) => name === 'rapporteur' && source === null).map(({ id }) => id));
  for (const id of linked) {
    const needed = nodes.get(id)?.deps.filter(({ dep_kinds }) => dep_kinds.some(({ kind }) => kind === null)) ?? [];
    needed.forEach(({ pkg }) => linked.add(pkg));
  }
  return packages
    .filter(({ id, source }) => linked.has(id) && source !== null)
    .map(({ name, version, license, manifest_path }) => {
      return { name, version, license: license ?? 'see its licence', folder: dirname(manifest_path) };
    });
}

/** The licences and notices in the folder of a package. */
function texts(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|copyright|notice)/i.test(entry.name))
    .map((entry) => readFileSync(join(folder, entry.name), 'utf8').trim())
    .filter((text) => text !== '');
}
