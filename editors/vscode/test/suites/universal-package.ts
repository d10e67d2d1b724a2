import { strict as assert } from 'node:assert';
import { readlinkSync } from 'node:fs';
import { untilServer } from '../host/server';
import { files } from '../host/installed';
import { inFolder, show, untilFindings } from '../host/support';
import { test } from '../host/tests';

export { run } from '../host/tests';

test('the package for all platforms has what the extension needs, and nothing else', async () => {
  assert.deepEqual(files(), [
    'LICENSE.txt',
    'NOTICE',
    'ThirdPartyNotices.txt',
    'changelog.md',
    'dist/extension.js',
    'l10n/',
    'language-configuration.json',
    'media/',
    'package.json',
    'package.nls.fr.json',
    'package.nls.json',
    'readme.md',
    'schemas/',
    'snippets/',
    'syntaxes/',
  ]);
});

test('it serves the editor with the server of the PATH', async () => {
  await show(inFolder('draft.md'));
  await untilFindings(inFolder('draft.md'), ['4:37-53 citation-date']);
  assert.equal(readlinkSync(`/proc/${await untilServer()}/exe`), process.env['RAPPORTEUR_TEST_SERVER']);
});
