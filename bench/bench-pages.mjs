#!/usr/bin/env node
// `npm run bench:pages`: pagination against stock Paged.js and Chromium's own printing, as ratios of one run.
// BENCH_PAGES=60,180,540 chooses the sizes, BENCH_RUNS the runs of each kind.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openLoader, root } from '../scripts/typescript-loader.mjs';

const loader = await openLoader();
const { measurePages } = await loader.load('bench/pages-bench.ts');
const sizes = (process.env.BENCH_PAGES ?? '60,180,540').split(',').map(Number);
const speech = await readFile(join(root, 'speeches', 'jianxing-qunzhong-luxian.txt'), 'utf8');
console.log(
  '\npages    stock   native     ours  ours/stock  ours/native  ms a page   a line more at 3 %, 50 %, 97 %: until pages in view are right, until all are (pages laid out)',
);
for (const size of sizes) {
  const [one] = await measurePages(speech, [size], Number(process.env.BENCH_RUNS ?? 3));
  console.log(
    [
      String(one.pages).padStart(5),
      one.stock.toFixed(0).padStart(8),
      one.native.toFixed(0).padStart(8),
      one.ours.toFixed(0).padStart(8),
      (one.ours / one.stock).toFixed(3).padStart(11),
      (one.ours / one.native).toFixed(2).padStart(12),
      (one.ours / one.pages).toFixed(1).padStart(10),
      '  ',
      one.edits
        .map(({ inView, all, laid }) => `${inView.toFixed(0)}, ${all.toFixed(0)} ms (${laid})`)
        .join('; '),
    ].join(' '),
  );
}
const { measureCommand } = await loader.load('bench/command-bench.ts');
const text = (await readFile(join(root, 'speeches', 'anquan-shengchan-gongzuo-huiyi.txt'), 'utf8'))
  .repeat(20)
  .slice(0, 30_000);
const { ours, native } = await measureCommand(text, Number(process.env.BENCH_RUNS ?? 3));
console.log(
  `\ncommand line, 30,000 characters to PDF, browser start included: ${ours.toFixed(0)} ms; native print of the same HTML ${native.toFixed(0)} ms; ratio ${(ours / native).toFixed(2)}`,
);
await loader.close();
