import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** The programs that a run needs, and where it puts what it makes. */
export interface Needs {
  /** The inner server of code-server, which is VS Code. */
  vscode: string;
  /** The program `rapporteur`. */
  server: string;
  chromium: string;
  /** The folder of the extension. */
  extension: string;
  /** Where pictures and logs go. */
  output: string;
}

export function locate(): Needs {
  const extension = resolve(__dirname, '../..');
  const codeServer = process.env.RAPPORTEUR_CODE_SERVER;
  const vscode = codeServer && join(resolve(codeServer), 'lib/vscode/out/server-main.js');
  if (!vscode || !existsSync(vscode)) {
    throw new Error(
      'These tests need a code-server. Run `tests/run vscode`, which installs one, or set RAPPORTEUR_CODE_SERVER to its folder.',
    );
  }
  const target = process.env.CARGO_TARGET_DIR ?? resolve(extension, '../../target');
  return {
    vscode,
    server: program('rapporteur', 'RAPPORTEUR_SERVER'),
    chromium: program('chromium', 'RAPPORTEUR_CHROMIUM'),
    extension,
    output: join(target, 'tests'),
  };
}

function program(name: string, variable: string): string {
  const set = process.env[variable];
  const found = set ? resolve(set) : onPath(name);
  if (!found || !isExecutable(found)) {
    throw new Error(`${found ?? name} is no program. Put \`${name}\` on the PATH, or set ${variable} to it.`);
  }
  return found;
}

function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
