import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Window } from './runner/window';

const TEXT = '# Lighthouses\n\n*The General Assembly*,\n\n*Recalling* its resolution 65/230 of 12 December 2010,\n\n*Decides* to end.\n';

/** A program that leaves a file behind where it runs. */
const LEAVES_A_TRACE = { program: '#!/bin/sh\ntouch "$(dirname "$0")/ran"\n' };

/** A server that ends as soon as it is asked something. Each time that it is started, a line is added to `started`. */
const ENDS_AT_ONCE = {
  program: '#!/bin/sh\nif [ "$1" = --version ]; then echo rapporteur 0.1.0; else echo >>"$(dirname "$0")/started"; read -r line; fi\n',
};

const DRAFTS = resolve(__dirname, '../../../../tests/drafts');

/** The windows that are opened, one after the other. The tests of each are in the file of its name in `suites/`. */
export const windows: Window[] = [
  { name: 'self-check', files: {}, expectFailure: 'fails on purpose' },
  { name: 'folder', files: {} },
  { name: 'preview', files: {} },
  {
    name: 'pictures',
    files: {
      'cybercrime.resolution.md': readFileSync(join(DRAFTS, 'cybercrime.en.md'), 'utf8'),
      'manarat.resolution.md': readFileSync(join(DRAFTS, 'manarat.ar.md'), 'utf8'),
      'rapporteur.toml': '# What holds for all drafts of this folder.\n',
    },
  },
  { name: 'reload', files: { 'draft.md': TEXT } },
  { name: 'french', locale: 'fr', files: { 'phares.resolution.md': readFileSync(join(DRAFTS, 'phares.fr.md'), 'utf8') } },
  {
    name: 'two-folders',
    workspace: 'both.code-workspace',
    files: {
      'both.code-workspace': JSON.stringify({ folders: [{ path: 'first' }, { path: 'second' }] }),
      'first/draft.md': TEXT,
      'second/draft.md': TEXT,
      'second/rapporteur.toml': 'ignore = ["citation-date"]\n',
    },
  },
  { name: 'no-server', withoutServer: true, files: { 'draft.md': TEXT, 'ends-at-once': ENDS_AT_ONCE } },
  {
    name: 'untrusted-without-server',
    untrusted: true,
    files: {
      'draft.md': TEXT,
      '.vscode/settings.json': JSON.stringify({ 'rapporteur.path': './rapporteur' }),
      rapporteur: LEAVES_A_TRACE,
    },
  },
  {
    name: 'untrusted',
    untrusted: true,
    package: 'platform',
    files: {
      'draft.md': TEXT,
      '.vscode/settings.json': JSON.stringify({ 'rapporteur.path': './rapporteur' }),
      rapporteur: LEAVES_A_TRACE,
    },
  },
  { name: 'platform-package', package: 'platform', withoutServer: true, files: { 'draft.md': TEXT } },
  { name: 'universal-package', package: 'universal', files: { 'draft.md': TEXT } },
];
