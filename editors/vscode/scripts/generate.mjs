// Writes what the extension has from the server: the rules among the settings in package.json, and the schema of rapporteur.toml.
//
//   npm run generate              writes them
//   npm run generate -- --check   fails where they are not what the server has
//
// The server is `rapporteur` on the PATH, or the program that RAPPORTEUR names.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = dirname(dirname(fileURLToPath(import.meta.url)));
const SEVERITIES = ['off', 'hint', 'info', 'warning', 'error'];

const stale = [
  update('package.json', (text) => stringify(withRules(JSON.parse(text), rules()))),
  update('schemas/rapporteur.schema.json', () => stringify(JSON.parse(server('config', 'schema')))),
].filter((name) => name !== undefined);

if (stale.length > 0 && process.argv.includes('--check')) {
  console.error(`Not what the server has: ${stale.join(', ')}. Write them anew with: npm run generate`);
  process.exit(1);
}

/** Brings a file up to date, or only looks, and gives its name if it was not. */
function update(name, make) {
  const path = join(FOLDER, name);
  const before = read(path);
  const after = make(before);
  if (after === before) {
    return undefined;
  }
  if (!process.argv.includes('--check')) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, after);
  }
  return name;
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The manifest with the rules where settings name them. */
function withRules(manifest, rules) {
  const settings = Object.assign({}, ...manifest.contributes.configuration.map(({ properties }) => properties));
  settings['rapporteur.rules'].properties = Object.fromEntries(
    rules.map(({ name, severity, summary }) => [
      name,
      { type: 'string', enum: SEVERITIES, description: `${summary} (${severity})` },
    ]),
  );
  settings['rapporteur.ignore'].items = {
    type: 'string',
    enum: rules.map(({ name }) => name),
    enumDescriptions: rules.map(({ summary }) => summary),
  };
  return manifest;
}

/** The rules, from the table that the server writes for readers: its columns begin where their heads do. */
function rules() {
  const [head, ...lines] = server('explain').split('\n');
  const starts = ['rule', 'severity', 'fix', 'document', 'languages', 'what holds'].map((title) => head.indexOf(title));
  if (starts.includes(-1)) {
    throw new Error(`\`rapporteur explain\` has another head than this script knows: ${head}`);
  }
  return lines
    .filter((line) => /^[a-z0-9-]+ +(hint|info|warning|error|off) /.test(line))
    .map((line) => ({
      name: line.slice(starts[0], starts[1]).trim(),
      severity: line.slice(starts[1], starts[2]).trim(),
      summary: line.slice(starts[5]).trim(),
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function server(...args) {
  return execFileSync(process.env.RAPPORTEUR ?? 'rapporteur', args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
}

function stringify(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
