import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the sample speeches. */
export const SPEECHES = join(import.meta.dirname, '..', 'speeches');

/** File names of all sample speeches. */
export const SPEECH_NAMES: readonly string[] = readdirSync(SPEECHES)
  .filter((name) => /\.(txt|md)$/.test(name) && name !== 'README.md')
  .sort();
