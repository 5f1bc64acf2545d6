#!/usr/bin/env node
// npm run fuzz -- FILES [FIRST SEED]: that many mutated .docx, .html, .md and .txt files, one a seed, are read and compiled. Fails
// on anything thrown that is not a refusal of import, a lost character, more than 5 s of processor time or 500 MB of memory.
import { fork } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from './typescript-loader.mjs';

const SECONDS = 5;
const MEGABYTES = 500;
/** Files a process reads: its peak of memory is that of the largest. */
const BATCH = 250;
/** A file that a process does not come back from, ms. */
const STUCK = 120_000;

if (process.argv[2] === 'worker') await work();
else await main(Number(process.argv[2] ?? 5_000), Number(process.argv[3] ?? 1));

/** Reads the files of the seeds that come, one after the other. */
async function work() {
  const { mutatedFile, readMutated } = await import(process.argv[3]);
  const files = await baseFiles();
  process.on('message', async (seed) => {
    const { name, bytes } = mutatedFile(seed, files);
    const before = process.cpuUsage();
    let outcome;
    let fault;
    try {
      outcome = await readMutated({ name, bytes });
    } catch (error) {
      fault = `${error.message} ${error.stack?.split('\n')[1]?.trim() ?? ''}`;
    }
    const { user, system } = process.cpuUsage(before);
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    process.send({ seed, name, outcome, fault, seconds: (user + system) / 1e6, megabytes });
  });
  process.send({ ready: true });
}

/** Speeches and documents of the project, which are mutated. */
async function baseFiles() {
  const paths = ['libreoffice.docx', 'libreoffice.html'].map((name) =>
    join(root, 'tests/fixtures/import', name),
  );
  for (const name of await readdir(join(root, 'speeches')))
    if (/\.(?:txt|md)$/.test(name)) paths.push(join(root, 'speeches', name));
  // Twice, so that half of the files are containers.
  return Promise.all(
    [...paths.slice(0, 2), ...paths].map(async (path) => ({
      name: basename(path),
      bytes: new Uint8Array(await readFile(path)),
    })),
  );
}

async function main(count, first) {
  const built = await mkdtemp(join(tmpdir(), 'jiangtai-fuzz-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: 'tests/mutated-files.ts', outDir: built, emptyOutDir: true, minify: false },
  });
  const module = pathToFileURL(join(built, 'mutated-files.js')).href;
  const outcomes = new Map();
  const faults = [];
  let slowest = { seconds: 0 };
  let largest = { megabytes: 0 };
  for (let seed = first; seed < first + count; ) {
    const end = Math.min(seed + BATCH, first + count);
    const child = fork(process.argv[1], ['worker', module], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    let broken = false;
    const answer = () =>
      new Promise((done) => {
        const stop = (value) => {
          clearTimeout(timer);
          child.removeAllListeners('message').removeAllListeners('exit');
          done(value);
        };
        const timer = setTimeout(() => stop({ fault: 'does not come back', lost: true }), STUCK);
        child.once('message', stop);
        child.once('exit', () => stop({ fault: 'the process broke', lost: true }));
      });
    await answer();
    for (; seed < end && !broken; seed++) {
      child.send(seed);
      const result = await answer();
      broken = result.lost === true;
      if (result.seconds > slowest.seconds) slowest = result;
      if (result.megabytes > largest.megabytes) largest = result;
      if (result.fault) faults.push(`seed ${seed}: ${result.fault}`);
      if (result.seconds > SECONDS) faults.push(`seed ${seed}: ${result.seconds.toFixed(1)} s`);
      if (result.megabytes > MEGABYTES && !broken) {
        faults.push(`seed ${seed}: ${result.megabytes} MB`);
        broken = true;
      }
      const outcome = result.fault ? 'fault' : result.outcome;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    child.kill('SIGKILL');
  }
  await rm(built, { recursive: true, force: true });
  for (const fault of faults.slice(0, 40)) console.error(fault);
  console.log(
    [...outcomes]
      .sort((a, b) => b[1] - a[1])
      .map(([name, times]) => `${name} ${times}`)
      .join(', '),
  );
  console.log(
    `slowest: seed ${slowest.seed}, ${slowest.seconds.toFixed(2)} s; largest: seed ${largest.seed}, ${largest.megabytes} MB`,
  );
  console.log(`${count} files, seeds ${first} to ${first + count - 1}: ${faults.length} faults`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
