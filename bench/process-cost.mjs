import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';

/** Clock ticks a second in /proc, on every Linux that Node runs on. */
const TICKS = 100;
/** Pages of memory are so large there, MB. */
const PAGE = 4096 / 1e6;
/** Pause between two looks at the processes, ms: what one of them does after the last look is not counted. */
const PAUSE = 40;

/**
 * Runs a program to its end. Linux only: elsewhere processor time and memory are not a number.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns what it cost with everything it started: `wall` and `processor`, s; `memory`, MB: the most that all had at once
 *   (what they share is counted for each)
 * @throws Error with what it said when it fails
 */
export async function costOf(program, args, options = {}) {
  const start = performance.now();
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      said += data;
    });
  let ended;
  const end = new Promise((resolve) => child.once('close', resolve)).then((code) => {
    ended = { code, wall: (performance.now() - start) / 1000 };
  });
  const spent = new Map();
  const known = new Set([child.pid]);
  let memory = 0;
  while (!ended) {
    memory = Math.max(memory, await look(known, spent));
    await Promise.race([end, new Promise((resolve) => setTimeout(resolve, PAUSE))]);
  }
  if (ended.code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${ended.code}:\n${said}`);
  const linux = process.platform === 'linux';
  const processor = linux ? [...spent.values()].reduce((sum, ticks) => sum + ticks, 0) / TICKS : Number.NaN;
  return { wall: ended.wall, processor, memory: linux ? memory : Number.NaN };
}

/**
 * Adds the processes that those known have started, and notes what each has used.
 *
 * @returns memory of all of them now, MB
 */
async function look(known, spent) {
  const names = await readdir('/proc').catch(() => []);
  const rows = await Promise.all(
    names
      .filter((name) => /^\d+$/.test(name))
      .map(async (name) => {
        const line = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => undefined);
        if (line === undefined) return undefined;
        // The name of the program, in brackets, may hold anything.
        const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
        return { pid: Number(name), parent: Number(fields[1]), fields };
      }),
  );
  const running = rows.filter((row) => row !== undefined);
  for (let before = -1; before !== known.size; ) {
    before = known.size;
    for (const { pid, parent } of running) if (known.has(parent)) known.add(pid);
  }
  let memory = 0;
  for (const { pid, fields } of running) {
    if (!known.has(pid)) continue;
    // utime, stime; resident set size
    spent.set(pid, Number(fields[11]) + Number(fields[12]));
    memory += Number(fields[21]) * PAGE;
  }
  return memory;
}
