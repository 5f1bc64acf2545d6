import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the sample speeches. */
export const SPEECHES = join(import.meta.dirname, '..', 'speeches');

/** File names of all sample speeches. */
export const SPEECH_NAMES: readonly string[] = readdirSync(SPEECHES)
  .filter((name) => /\.(txt|md)$/.test(name) && name !== 'README.md')
  .sort();

/** A speech written for tests (tests/fixtures/README.md). */
export interface SpeechFixture {
  readonly name: string;
  /** Its folder, with the golden files. */
  readonly folder: string;
  /** Path of the speech. */
  readonly file: string;
}

const FIXTURES = join(import.meta.dirname, 'fixtures', 'speech');

/** All speeches written for tests, by name. */
export const SPEECH_FIXTURES: readonly SpeechFixture[] = readdirSync(FIXTURES)
  .sort()
  .flatMap((name) => {
    const folder = join(FIXTURES, name);
    const file = ['speech.txt', 'speech.md'].map((one) => join(folder, one)).find(existsSync);
    return file === undefined ? [] : [{ name, folder, file }];
  });
