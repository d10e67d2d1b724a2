import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { refuseOtherMachine } from './build';
import { platform, thisPlatform } from './platforms';

test('a program of this machine goes into the package for it, and into no other', async () => {
  await refuseOtherMachine(process.execPath, thisPlatform());
  const other = platform(process.platform === 'win32' ? 'linux-x64' : 'win32-arm64');
  await assert.rejects(refuseOtherMachine(process.execPath, other), (error: Error) => {
    assert.match(error.message, new RegExp(`can't go into the package for ${other.name}, which needs one for \\w+ \\(\\w+\\)`));
    return true;
  });
});

test('what is no program goes into none', async () => {
  await assert.rejects(refuseOtherMachine(resolve('package.json'), thisPlatform()), /is built for no machine that is known/);
});

test('a platform that has no package is named, with those that have', () => {
  assert.throws(() => platform('web'), /no platform web with a package of its own\. There are linux-x64, .*`universal`/);
});
