#!/usr/bin/env node
// npm run crash-test:folder -- KILLS [FILES]: two processes write, rename, remove and restore the same speeches of one folder,
// with 256 file descriptors each, and are killed in the middle, again and again. After each kill another process takes the
// folder up. Fails on a write that was confirmed and is lost, a speech under two names or none, or anything left behind.
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from './typescript-loader.mjs';

const KILLS = Number(process.argv[2] ?? 40);
const FILES = Number(process.argv[3] ?? 1000);
/** Of these, so that the two meet. */
const USED = 8;
/** Longest life of a process after its first deed, ms. */
const LIFE = 250;

if (process.argv[2] === 'worker') await work(process.argv[3], process.argv[4]);
else await test();

/** Changes the folder for ever; says `+NUMBER` when a write to a speech is confirmed. */
async function work(module, folder) {
  const { SpeechFolder } = await import(module);
  const speeches = new SpeechFolder(folder);
  const any = (items) => items[Math.floor(Math.random() * items.length)];
  for (;;) {
    try {
      const names = (await speeches.list()).speeches.map(({ name }) => name);
      const used = names.filter((name) => name.startsWith('u'));
      const dice = Math.random();
      const name = any(used);
      const removed = dice > 0.9 || !name ? await speeches.trash.list() : [];
      if (removed.length > 0) await speeches.trash.restore(any(removed).id);
      else if (dice > 0.8) await speeches.remove(name);
      else if (dice > 0.6) await speeches.rename(name, `u${Math.floor(Math.random() * 1e6)}.txt`);
      else {
        const { text, revision } = await speeches.read(name);
        const [speech, count] = text.split(' ').map(Number);
        await speeches.write(name, `${speech} ${count + 1}`, revision);
        process.stdout.write(`+${speech}\n`);
      }
    } catch (error) {
      // The other one was faster.
      if (!['changed', 'not-found', 'exists'].includes(error.code)) throw error;
    }
  }
}

async function test() {
  const built = await mkdtemp(join(tmpdir(), 'jiangtai-crash-'));
  const folder = join(built, 'speeches');
  const entry = 'src/server/folder/speech-folder.ts';
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: entry, outDir: built },
  });
  const module = pathToFileURL(join(built, 'speech-folder.js')).href;
  const { SpeechFolder } = await import(module);
  await rm(folder, { recursive: true, force: true });
  await import('node:fs/promises').then(({ mkdir }) => mkdir(folder));
  for (let file = 0; file < FILES; file++)
    await writeFile(join(folder, file < USED ? `u${file}.txt` : `${file}.txt`), `${file} 0`);
  const confirmed = Array.from({ length: USED }, () => 0);
  const start = () => {
    const args = [process.argv[1], 'worker', module, folder].map((one) => `'${one}'`).join(' ');
    const child = spawn('sh', ['-c', `ulimit -n 256; exec '${process.execPath}' ${args}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let rest = '';
    child.stdout.on('data', (data) => {
      const lines = (rest + data).split('\n');
      rest = lines.pop();
      for (const line of lines) confirmed[Number(line.slice(1))]++;
    });
    return { child, begun: new Promise((done) => child.stdout.once('data', done)), closed: closed(child) };
  };
  const closed = (child) => new Promise((done) => child.once('close', done));
  const faults = [];
  for (let kill = 0; kill < KILLS; kill += 2) {
    const pair = [start(), start()];
    await Promise.race([Promise.all(pair.map(({ begun }) => begun)), ...pair.map(({ closed }) => closed)]);
    for (const { child, closed } of pair) {
      await new Promise((done) => setTimeout(done, (Math.random() * LIFE) / 2));
      if (child.exitCode !== null) faults.push(`kill ${kill}: a process ended by itself`);
      child.kill('SIGKILL');
      await closed;
    }
    const speeches = new SpeechFolder(folder);
    await speeches.recover();
    const places = new Map();
    const names = (await readdir(folder)).filter((name) => /^u\d+\.txt$/.test(name));
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    for (const { id, name } of await speeches.trash.list())
      texts.push(await readFile(join(folder, '.trash', id, name), 'utf8'));
    for (const text of texts) {
      const [speech, count] = text.split(' ').map(Number);
      places.set(speech, (places.get(speech) ?? 0) + 1);
      if (count < confirmed[speech])
        faults.push(`kill ${kill}: speech ${speech} has ${count} of ${confirmed[speech]} confirmed writes`);
      confirmed[speech] = count;
    }
    for (let speech = 0; speech < USED; speech++)
      if (places.get(speech) !== 1)
        faults.push(`kill ${kill}: speech ${speech} is in ${places.get(speech) ?? 0} places`);
    const left = (await readdir(folder, { recursive: true })).filter((name) =>
      /\.part$|\.jiangtai/.test(name),
    );
    const empty = await Promise.all(
      (await readdir(join(folder, '.trash')).catch(() => [])).map(
        async (id) => (await readdir(join(folder, '.trash', id))).length === 0,
      ),
    );
    if (left.length > 0 || empty.includes(true)) faults.push(`kill ${kill}: left behind: ${left.join(', ')}`);
  }
  for (const fault of faults) console.error(fault);
  const writes = confirmed.reduce((sum, count) => sum + count, 0);
  console.log(`${KILLS} kills, ${FILES} files, ${writes} writes, ${faults.length} faults`);
  await rm(built, { recursive: true, force: true });
  process.exitCode = faults.length > 0 ? 1 : 0;
}
