import { resolve } from 'node:path';

/** The folder of the extension. This file runs as `dist/package.js` there. */
export const EXTENSION = resolve(__dirname, '..');

export const REPOSITORY = resolve(EXTENSION, '../..');
