#!/usr/bin/env node
// `npm run bench`: speed of compiling a text and of its steps, as characters per second and as ratios to a floor
// measured in the same run. Built first: the loader's module wrappers would be measured too.
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from '../scripts/typescript-loader.mjs';

const outDir = join(root, '.cache', 'bench');
await mkdir(outDir, { recursive: true });
await build({
  root,
  configFile: false,
  logLevel: 'error',
  build: { ssr: join(root, 'bench/compile-bench.ts'), outDir, emptyOutDir: true, minify: false },
});
const { measure } = await import(pathToFileURL(join(outDir, 'compile-bench.js')).href);
for (const [title, file] of [
  ['clean text', 'anquan-shengchan-gongzuo-huiyi.txt'],
  ['damaged text', 'jianxing-qunzhong-luxian.txt'],
]) {
  const speech = await readFile(join(root, 'speeches', file), 'utf8');
  const results = await measure(speech, [30_000, 300_000], () => performance.now());
  console.log(
    `\n${title} (${file})\nstep    characters  median ms  M chars/s  × floor  300k per char ÷ 30k per char`,
  );
  for (const { step, characters, median } of results) {
    const at = (name, size) => results.find((r) => r.step === name && r.characters === size).median;
    const growth = characters === 300_000 ? (median / 10 / at(step, 30_000)).toFixed(2) : '';
    console.log(
      [
        step.padEnd(7),
        String(characters).padStart(10),
        median.toFixed(2).padStart(10),
        (characters / median / 1000).toFixed(2).padStart(10),
        (median / at('floor', characters)).toFixed(1).padStart(8),
        growth.padStart(8),
      ].join(' '),
    );
  }
}
