#!/usr/bin/env node
// `npm run deck:report [-- [--details] [--rendered] FILES AND FOLDERS]`: what docs/slides.md measures, of the samples and
// the fixtures, or of the speeches that are named; --rendered: how far their slides are filled, in a browser.
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openLoader, root } from '../scripts/typescript-loader.mjs';

const loader = await openLoader();
try {
  const { deckReport, fillReport, speechFiles } = await loader.load('bench/deck-report.ts');
  const filesIn = (path) => (statSync(path).isDirectory() ? speechFiles(path) : [path]);
  const details = process.argv.includes('--details');
  const paths = process.argv
    .slice(2)
    .filter((argument) => !argument.startsWith('--'))
    .map((path) => resolve(process.env.INIT_CWD ?? '.', path));
  const groups =
    paths.length > 0
      ? { 'these files': paths.flatMap(filesIn) }
      : {
          samples: speechFiles(join(root, 'speeches')),
          fixtures: speechFiles(join(root, 'tests/fixtures/speech')),
        };
  process.stdout.write(deckReport(groups, details));
  if (process.argv.includes('--rendered'))
    process.stdout.write(await fillReport(Object.values(groups).flat()));
} finally {
  await loader.close();
}
