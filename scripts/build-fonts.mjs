/**
 * Builds the punctuation faces in src/fonts: `node scripts/build-fonts.mjs`.
 *
 * `text-spacing-trim` closes up neighbouring marks (：“ 。” 》）) only when both come from one font file
 * with `halt`/`chws`. The sliced web fonts spread them over six files, and 楷体 has half-width quotes; so
 * every stack begins with a face of a few kB that holds all marks. The results are committed: a build
 * needs no harfbuzz.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

/** Full-width marks of running text. The ranges in src/fonts/punctuation.css must name the same. */
const MARKS = '，。、；：！？…—·“”‘’（）《》〈〉「」『』【】〔〕［］｛｝～　〇－％．';

const FACES = [
  { from: 'noto-serif-sc', weight: 400, to: 'cn-punct-400.woff2' },
  { from: 'noto-serif-sc', weight: 700, to: 'cn-punct-700.woff2' },
  { from: 'noto-sans-sc', weight: 400, to: 'cn-punct-sans-400.woff2' },
  { from: 'noto-sans-sc', weight: 500, to: 'cn-punct-sans-500.woff2' },
  { from: 'noto-sans-sc', weight: 700, to: 'cn-punct-sans-700.woff2' },
];

const root = fileURLToPath(new URL('..', import.meta.url));
for (const { from, weight, to } of FACES) {
  const source = `${root}node_modules/@fontsource/${from}/files/${from}-chinese-simplified-${weight}-normal.woff2`;
  const subset = await subsetFont(await readFile(source), MARKS, { targetFormat: 'woff2' });
  await writeFile(`${root}src/fonts/${to}`, subset);
  console.log(`${to}: ${subset.length} bytes`);
}
