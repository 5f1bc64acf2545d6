#!/usr/bin/env node
// `npm run bench:hard -- [KIND…]`: every kind of hard text read and compiled at 25,000 and at 100,000 characters, each in a process of
// its own: ratio of the processor times, time and peak of memory at 100,000. Fails above 5, 2 s and 400 MB.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from '../scripts/typescript-loader.mjs';

const [SHORT, LONG] = [25_000, 100_000];
const LIMITS = { ratio: 5, seconds: 2, megabytes: 400 };

if (process.argv[2] === 'one') await one(process.argv[3], process.argv[4]);
else await all(process.argv.slice(2));

/** Measures one kind: the short one three times first, so that what is measured is compiled by then. */
async function one(module, name) {
  const { hardFile, readHard } = await import(module);
  const run = async (length) => {
    const file = hardFile(name, length);
    const before = process.cpuUsage();
    await readHard(file);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  const short = Math.min(await run(SHORT), await run(SHORT), await run(SHORT));
  const long = await run(LONG);
  console.log(JSON.stringify({ short, long, megabytes: process.resourceUsage().maxRSS / 1024 }));
}

async function all(wanted) {
  const outDir = await mkdtemp(join(tmpdir(), 'jiangtai-hard-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: join(root, 'bench/hard-bench.ts'), outDir, emptyOutDir: true, minify: false },
  });
  const module = pathToFileURL(join(outDir, 'hard-bench.js')).href;
  const { HARD_KINDS } = await import(module);
  const unknown = wanted.filter((kind) => !HARD_KINDS.includes(kind));
  if (unknown.length > 0) {
    await rm(outDir, { recursive: true, force: true });
    console.error(`no such kind: ${unknown.join(', ')}\nkinds: ${HARD_KINDS.join(' ')}`);
    process.exit(2);
  }
  let over = 0;
  console.log('kind                       25k s  100k s  ratio   MB');
  for (const name of HARD_KINDS.filter((kind) => wanted.length === 0 || wanted.includes(kind))) {
    const output = execFileSync(process.execPath, [process.argv[1], 'one', module, name], {
      encoding: 'utf8',
    });
    const { short, long, megabytes } = JSON.parse(output);
    const ratio = long / short;
    // Of a few milliseconds the ratio says nothing.
    const bad = (ratio > LIMITS.ratio && long > 0.2) || long > LIMITS.seconds || megabytes > LIMITS.megabytes;
    if (bad) over++;
    console.log(
      `${name.padEnd(25)} ${short.toFixed(3).padStart(6)} ${long.toFixed(3).padStart(7)} ${ratio.toFixed(1).padStart(6)} ${megabytes.toFixed(0).padStart(4)} ${bad ? ' ✗' : ''}`,
    );
  }
  await rm(outDir, { recursive: true, force: true });
  console.log(`${over} of the kinds over ${LIMITS.ratio}, ${LIMITS.seconds} s or ${LIMITS.megabytes} MB`);
  process.exitCode = over > 0 ? 1 : 0;
}
