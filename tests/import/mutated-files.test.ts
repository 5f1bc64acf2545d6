import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { mutatedFile, readMutated } from '../mutated-files.ts';
import { seeds } from '../seed.ts';

const root = join(import.meta.dirname, '../..');
const FILES = [
  'tests/fixtures/import/libreoffice.docx',
  'tests/fixtures/import/libreoffice.html',
  'speeches/kaixue-dianli.md',
  'speeches/lizhang-shequ-dahui.txt',
].map((path) => ({ name: basename(path), bytes: new Uint8Array(readFileSync(join(root, path))) }));

// A few of what `npm run fuzz` does 5,000 times, where time and memory are measured, too.
it.each(seeds(40))('mutated file %i is read without loss or refused', async (seed) => {
  expect(await readMutated(mutatedFile(seed, FILES))).toMatch(/^[a-z-]+$/);
});
