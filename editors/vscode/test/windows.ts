import type { Window } from './runner/window';

/** The windows that are opened, one after the other. The tests of each are in the file of its name in `suites/`. */
export const windows: Window[] = [
  { name: 'self-check', files: {}, expectFailure: 'fails on purpose' },
  { name: 'folder', files: {} },
];
