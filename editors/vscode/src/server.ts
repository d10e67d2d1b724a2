import { execFile } from 'node:child_process';
import { access, constants, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { builtFor } from './machine';

/** The oldest server that answers what this extension asks. */
export const MINIMUM_VERSION = '0.1.0';

/** How long a program may take to say its version, in milliseconds. */
const PATIENCE = 10_000;

/** Where a server was looked for. */
export type Origin = 'setting' | 'bundled' | 'path';

/** A server that can be started. */
export interface Server {
  program: string;
  origin: Origin;
  version: string;
}

/** Why a program can't be the server. */
export type Flaw =
  | { kind: 'missing' }
  | { kind: 'notExecutable' }
  | { kind: 'otherMachine'; builtFor: string }
  | { kind: 'notRapporteur'; said: string }
  | { kind: 'tooOld'; version: string }
  | { kind: 'silent'; seconds: number }
  | { kind: 'broken'; reason: string };

/** A program that was looked at in vain. */
export interface Rejected {
  program: string;
  origin: Origin;
  flaw: Flaw;
}

/** What came of looking for the server: the one to start, if there is one, and what was passed over before it. */
export interface Search {
  server?: Server;
  rejected: Rejected[];
  /** Whether a setting was left unheeded, and the `PATH` not searched, because the workspace is not trusted. */
  restricted: boolean;
}

/** Where the server may be. */
export interface Places {
  /** What the setting says: a path, or the name of a program on the `PATH`. */
  setting?: string;
  /** The folder from which a relative path in the setting counts. */
  folder?: string;
  /** The program that comes with the extension, whether it is there or not. */
  bundled: string;
  /** The folders of the `PATH`. */
  path: string[];
  /** Whether programs that the workspace may have chosen can be run. */
  trusted: boolean;
}

/** What the program is called on this system. */
export const PROGRAM = programOn(process.platform);

/** What the program is called on a system. */
export function programOn(system: NodeJS.Platform): string {
  return system === 'win32' ? 'rapporteur.exe' : 'rapporteur';
}

/** The folders of the `PATH`. Those that depend on where one stands are left out: what lies there may be anybody's. */
export function foldersOfPath(path = process.env['PATH'] ?? ''): string[] {
  return path.split(delimiter).filter(isAbsolute);
}

/**
 * Looks for the server: where the setting says and nowhere else if there is one, then in the extension, then on the
 * `PATH`. In a workspace that is not trusted only what came with the extension is run.
 */
export async function findServer(places: Places): Promise<Search> {
  const search: Search = { rejected: [], restricted: !places.trusted };
  for (const { origin, program } of await candidates(places)) {
    const outcome = await examine(program);
    if (typeof outcome === 'string') {
      search.server = { program, origin, version: outcome };
      break;
    }
    search.rejected.push({ program, origin, flaw: outcome });
  }
  return search;
}

async function candidates(places: Places): Promise<{ origin: Origin; program: string }[]> {
  const found: { origin: Origin; program: string }[] = [];
  if (places.trusted && places.setting) {
    const program = await written(places.setting, places);
    return [{ origin: 'setting', program }];
  }
  if (await isFile(places.bundled)) {
    found.push({ origin: 'bundled', program: places.bundled });
  }
  const installed = places.trusted ? await onPath(PROGRAM, places.path) : undefined;
  if (installed) {
    found.push({ origin: 'path', program: installed });
  }
  return found;
}

/** The program that a setting means. */
async function written(setting: string, places: Places): Promise<string> {
  const named = !/[/\\]/.test(setting);
  if (named) {
    return (await onPath(setting, places.path)) ?? setting;
  }
  const fromHome = setting.replace(/^~(?=[/\\])/, homedir());
  return resolve(places.folder ?? homedir(), fromHome);
}

async function onPath(name: string, folders: string[]): Promise<string | undefined> {
  for (const folder of folders) {
    const program = join(folder, name);
    if (await isFile(program)) {
      return program;
    }
  }
  return undefined;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );
}

/** The version of a program, or why it can't be the server. */
async function examine(program: string): Promise<string | Flaw> {
  if (!(await isFile(program))) {
    return { kind: 'missing' };
  }
  if (!(await access(program, constants.X_OK).then(() => true, () => false))) {
    return { kind: 'notExecutable' };
  }
  const outcome = await sayVersion(program);
  const version = /^rapporteur (\d+\.\d+\.\d+\S*)\s*$/.exec(outcome.said)?.[1];
  if (version !== undefined) {
    return isOlder(version, MINIMUM_VERSION) ? { kind: 'tooOld', version } : version;
  }
  if (outcome.silent) {
    return { kind: 'silent', seconds: PATIENCE / 1000 };
  }
  // What is built for another system does not always fail to start: a shell may try to read it.
  const machine = await builtFor(program);
  if (machine !== undefined) {
    return { kind: 'otherMachine', builtFor: machine };
  }
  return outcome.failure === undefined
    ? { kind: 'notRapporteur', said: outcome.said.trim().split('\n')[0] ?? '' }
    : { kind: 'broken', reason: outcome.failure };
}

interface Outcome {
  said: string;
  silent: boolean;
  /** Why it did not end well. */
  failure?: string;
}

function sayVersion(program: string): Promise<Outcome> {
  return new Promise((done) => {
    execFile(program, ['--version'], { timeout: PATIENCE, killSignal: 'SIGKILL' }, (error, said, complaint) => {
      const failure = error === null ? {} : { failure: firstLine(complaint) || error.message };
      done({ said, silent: error?.killed === true, ...failure });
    });
  });
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}

/** Whether a version comes before another, by its numbers. */
export function isOlder(version: string, other: string): boolean {
  const [left, right] = [version, other].map((text) => text.split(/[-+]/)[0]!.split('.').map(Number));
  const differs = left!.findIndex((number, place) => number !== right![place]);
  return differs >= 0 && left![differs]! < right![differs]!;
}
