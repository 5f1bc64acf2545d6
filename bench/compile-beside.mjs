#!/usr/bin/env node
// `npm run bench:beside -- BASE`: processor time of compiling a text and of its steps, beside another checkout of the
// project with its packages installed, in turns: `git worktree add /tmp/base b4d0920`, `npm install` there.
// BENCH_PAIRS: how many turns (5).
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Where the measuring module stands: here, and where it stood at b4d0920. */
const MODULES = ['bench/compile-bench.ts', 'src/cli/bench.ts'];
const SIZES = [30_000, 300_000];
/** What the step of repairing was called at b4d0920. */
const OLD_NAMES = { repair: 'read' };

if (process.argv[2] === '--measure') await measureOnce(process.argv[3], process.argv[4]);
else if (process.argv[2]) await compare(resolve(process.argv[2]));
else {
  console.error('npm run bench:beside -- BASE');
  process.exitCode = 2;
}

async function compare(base) {
  const [ours, theirs] = [await built(root), await built(base)];
  for (const file of ['anquan-shengchan-gongzuo-huiyi.txt', 'jianxing-qunzhong-luxian.txt']) {
    const runs = { ours: [], theirs: [] };
    for (let pair = 0; pair < Number(process.env.BENCH_PAIRS ?? 5); pair++) {
      runs.ours.push(await measured(ours, file));
      runs.theirs.push(await measured(theirs, file));
    }
    console.log(`\n${file}\nstep    characters    ours ms    base ms   ours/base`);
    for (const { step, characters } of runs.ours[0]) {
      const [a, b] = [runs.ours, runs.theirs].map((all) =>
        median(all.map((one) => found(one, step, characters))),
      );
      if (b === undefined) continue;
      console.log(
        [
          step.padEnd(7),
          String(characters).padStart(10),
          a.toFixed(1).padStart(10),
          b.toFixed(1).padStart(10),
          (a / b).toFixed(2).padStart(11),
        ].join(' '),
      );
    }
  }
}

function found(measures, step, characters) {
  const ofSize = measures.filter((one) => one.characters === characters);
  return ofSize.find((one) => one.step === step || one.step === OLD_NAMES[step])?.median;
}

/** Builds a checkout's measuring module: a loader's module wrappers would be measured too. @returns its path */
async function built(checkout) {
  const module = MODULES.map((name) => join(checkout, name)).find(existsSync);
  const outDir = join(root, '.cache/bench-beside', checkout === root ? 'ours' : 'base');
  await build({
    root: checkout,
    configFile: false,
    logLevel: 'error',
    build: { ssr: module, outDir, emptyOutDir: true, minify: false },
  });
  return join(outDir, module.split('/').at(-1).replace('.ts', '.js'));
}

/** A process of its own for each turn: neither finds what the other left in the compiler's memory. */
async function measured(module, file) {
  const self = fileURLToPath(import.meta.url);
  const args = [self, '--measure', module, join(root, 'speeches', file)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 24 });
  return JSON.parse(stdout);
}

async function measureOnce(module, file) {
  const { measure } = await import(pathToFileURL(module).href);
  const speech = await readFile(file, 'utf8');
  const clock = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  console.log(JSON.stringify(await measure(speech, SIZES, clock)));
}

function median(values) {
  const known = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  return known[known.length >> 1];
}
