import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { SPEECH_NAMES, SPEECHES } from '../speeches.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'speech');

/** The sample speeches, by path. */
export const SAMPLES: readonly string[] = SPEECH_NAMES.map((name) => join(SPEECHES, name));

/** All sample speeches and all fixtures of the parser, by path. */
export const SPEECH_FILES: readonly string[] = [
  ...SAMPLES,
  ...readdirSync(FIXTURES)
    .flatMap((name) => ['txt', 'md'].map((kind) => join(FIXTURES, name, `speech.${kind}`)))
    .filter((path) => existsSync(path)),
];

/** A short name for a test. */
export function speechName(path: string): string {
  return path.startsWith(FIXTURES) ? basename(dirname(path)) : basename(path);
}
