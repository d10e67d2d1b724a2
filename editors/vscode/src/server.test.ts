import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, test } from 'node:test';
import { findServer, foldersOfPath, isOlder, type Places } from './server';

const onUnix = { skip: process.platform === 'win32' && 'the fake programs are shell scripts' };
const home = mkdtempSync(join(tmpdir(), 'rapporteur-'));
after(() => rmSync(home, { recursive: true }));

/** A program that does what a shell script says. */
function program(folder: string, script: string, mode = 0o755): string {
  mkdirSync(join(home, folder), { recursive: true });
  const path = join(home, folder, 'rapporteur');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, mode);
  return path;
}

const good = program('good', 'echo rapporteur 1.2.3');
const places: Places = { bundled: join(home, 'nothing'), path: [], trusted: true };

/** What is wrong with the only program there is. */
async function flawOf(setting: string) {
  const { server, rejected } = await findServer({ ...places, setting, path: [join(home, 'good')] });
  assert.equal(server, undefined);
  assert.equal(rejected.length, 1);
  return rejected[0]!.flaw;
}

test('the setting comes before what is bundled, and that before the PATH', onUnix, async () => {
  const bundled = program('bundled', 'echo rapporteur 1.0.0');
  const path = [join(home, 'empty'), join(home, 'good')];
  const all = await findServer({ setting: good, bundled, path, trusted: true });
  assert.deepEqual(all.server, { program: good, origin: 'setting', version: '1.2.3' });
  const unset = await findServer({ bundled, path, trusted: true });
  assert.deepEqual(unset.server, { program: bundled, origin: 'bundled', version: '1.0.0' });
  const universal = await findServer({ ...places, path });
  assert.deepEqual(universal.server, { program: good, origin: 'path', version: '1.2.3' });
});

test('where nothing is trusted, only what is bundled is run', onUnix, async () => {
  const bundled = program('bundled', 'echo rapporteur 1.0.0');
  const trap = program('trap', `touch ${home}/sprung; echo rapporteur 9.9.9`);
  const wary = await findServer({ setting: trap, bundled, path: [join(home, 'trap')], trusted: false });
  assert.equal(wary.server?.program, bundled);
  const none = await findServer({ ...places, setting: trap, path: [join(home, 'trap')], trusted: false });
  assert.deepEqual(none, { rejected: [], restricted: true });
  await assert.rejects(import('node:fs/promises').then(({ stat }) => stat(join(home, 'sprung'))));
});

test('a bundled server that does not run here makes way for the one on the PATH', onUnix, async () => {
  const bundled = program('broken', 'exit 1');
  const { server, rejected } = await findServer({ ...places, bundled, path: [join(home, 'good')] });
  assert.equal(server?.origin, 'path');
  assert.equal(rejected[0]?.program, bundled);
});

test('a name and a path from the folder or the home are followed', onUnix, async () => {
  const named = await findServer({ ...places, setting: 'rapporteur', path: [join(home, 'good')] });
  assert.equal(named.server?.program, good);
  const relative = await findServer({ ...places, setting: './good/rapporteur', folder: home });
  assert.equal(relative.server?.program, good);
});

test('a setting that is wrong is said to be wrong, whatever else there is', onUnix, async () => {
  assert.deepEqual(await flawOf(join(home, 'nowhere')), { kind: 'missing' });
  assert.deepEqual(await flawOf('no-such-program'), { kind: 'missing' });
  assert.deepEqual(await flawOf(home), { kind: 'missing' });
  assert.deepEqual(await flawOf(program('plain', 'true', 0o644)), { kind: 'notExecutable' });
  assert.deepEqual(await flawOf(program('old', 'echo rapporteur 0.0.9')), { kind: 'tooOld', version: '0.0.9' });
  assert.deepEqual(await flawOf(program('other', 'echo git version 2.39')), {
    kind: 'notRapporteur',
    said: 'git version 2.39',
  });
  assert.deepEqual(await flawOf(program('bad', 'echo bad things >&2; exit 3')), {
    kind: 'broken',
    reason: 'bad things',
  });
});

test('a program for another machine is told from one that is broken', onUnix, async () => {
  const path = program('foreign', '');
  const header = Buffer.alloc(64);
  header.write('\x7fELF\x02\x01\x01', 'latin1');
  header.writeUInt16LE(process.arch === 'arm64' ? 62 : 183, 18);
  writeFileSync(path, header);
  const other = process.arch === 'arm64' ? 'Linux (x64)' : 'Linux (arm64)';
  assert.deepEqual(await flawOf(path), { kind: 'otherMachine', builtFor: other });
});

test('folders of the PATH that depend on where one stands are left out', () => {
  assert.deepEqual(foldersOfPath(['.', '', 'bin', home].join(delimiter)), [home]);
});

test('versions are compared number by number', () => {
  assert.ok(isOlder('0.9.0', '0.10.0'));
  assert.ok(isOlder('0.10.0', '1.0.0'));
  assert.ok(!isOlder('0.10.0', '0.10.0'));
  assert.ok(!isOlder('1.0.0', '0.99.99'));
  assert.ok(!isOlder('0.2.0-dev+abc', '0.2.0'));
});
