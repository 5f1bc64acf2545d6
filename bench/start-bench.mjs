#!/usr/bin/env node
// npm run bench:start [-- OTHER_CHECKOUT]: how soon `npm start` is usable, and what opening the real speech costs. Of this
// checkout, and beside it of another one (installed, with the same command), in turns. Both are measured in copies made of
// hard links, so that nothing in the checkouts changes.
//
// - first: the first start of a clean clone, until a letter typed in the browser is in the text
// - later: the same, every time after that
// - requests: that reach the server until the text takes typing, and until slides and pages are shown as well, with all
//   their faces, in a browser that has no cache; how many of them are for font files, and the bytes of all answers
// - slide, shown: from the opening to the first slide and to all of that, in the started app; cold, but no first start
// - processor: time of all processes of browser and server for that (Linux only)
//
// BENCH_SPEECH=FILE opens another text than the real speech.
import { spawn } from 'node:child_process';
import { cp, link, lstat, mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { openLoader } from '../scripts/typescript-loader.mjs';

const RUNS = Number(process.env.BENCH_RUNS ?? 5);
/** Nothing that a clone has not: builds, caches, the history. */
const LEFT_OUT = ['.git', '.cache', 'dist', 'out', 'node_modules/.vite', 'node_modules/.vite-temp'];
const OWN_SPEECH = process.env.BENCH_SPEECH;
const SPEECH = OWN_SPEECH ? basename(OWN_SPEECH) : 'jianxing-qunzhong-luxian.txt';
/** Clock ticks a second in /proc, on every Linux that Node runs on. */
const TICKS = 100;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = await mkdtemp(join(tmpdir(), 'jiangtai-start-'));
const loader = await openLoader();
const { findChromium, launchOptions } = await loader.load('src/export/browser/find-chromium.ts');
const { byKind, countingProxy } = await loader.load('bench/counting-proxy.ts');
const browserOptions = launchOptions(await findChromium());
await loader.close();

async function linkTree(from, to, leftOut = []) {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) {
    const [source, target] = [join(from, name), join(to, name)];
    if (leftOut.includes(source)) continue;
    const info = await lstat(source);
    if (info.isDirectory()) await linkTree(source, target, leftOut);
    else if (info.isSymbolicLink()) await symlink(await readlink(source), target);
    else await link(source, target).catch(() => cp(source, target, { preserveTimestamps: true }));
  }
}

const freePort = () =>
  new Promise((found) => {
    const socket = createServer().listen(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => found(port));
    });
  });

/** Apps that run: they end with this program, however it ends. */
const running = new Set();

/** Starts the app of a checkout and waits for its address. */
async function startApp({ place, speeches }) {
  const port = await freePort();
  const child = spawn(process.execPath, ['scripts/start.mjs', '--no-open', '--port', String(port)], {
    cwd: place,
    env: { ...process.env, JIANGTAI_SPEECHES: speeches },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  const ended = new Promise((done) => child.once('exit', done));
  const url = await new Promise((serves, fail) => {
    let said = '';
    child.stdout.on('data', (data) => {
      said += data;
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
      if (address) serves(address[0]);
    });
    child.once('exit', (code) => fail(new Error(`${place} ended with ${code}: ${said}`)));
  });
  return { url, pid: child.pid, stop: () => child.kill('SIGTERM') && ended };
}

let letters = 0x9f98;
/**
 * Opens the speech in a new context and types a letter that no text has.
 *
 * @returns when the letter is in the text, by the clock; and after the opening, ms: the first slide, all that is shown
 */
async function typeIn(browser, url, whenUsable = () => undefined) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const opened = performance.now();
  await page.goto(`${url}index.html#file=${SPEECH}`, { waitUntil: 'commit' });
  const slide = page
    .frameLocator('#deck-frame')
    .locator('.slides section.present')
    .first()
    .waitFor()
    .then(() => performance.now() - opened);
  await page.locator('.cm-content[contenteditable="true"] .cm-line').first().waitFor();
  await page.locator('.cm-content').focus();
  const letter = String.fromCodePoint(letters++);
  await page.keyboard.insertText(letter);
  await page.waitForFunction(
    (typed) =>
      document
        .querySelector('jiangtai-app')
        ?.shadowRoot?.querySelector('speech-editor')
        ?.text.includes(typed),
    letter,
  );
  const usable = performance.now();
  whenUsable();
  await page.frameLocator('#deck-frame').locator('.slides section').first().waitFor({ state: 'attached' });
  await page.frameLocator('#handout-frame').locator('.pagedjs_page').nth(3).waitFor({ state: 'attached' });
  await page.locator('proof-badge, integrity-badge').waitFor();
  for (const frame of page.frames())
    await frame.evaluate(async () => {
      do await document.fonts.ready;
      while (document.fonts.status === 'loading');
    });
  const times = { usable, slide: await slide, shown: performance.now() - opened };
  await context.close();
  return times;
}

/** Processor time of a process and all it started, s. */
async function processorTime(pid) {
  const parents = new Map();
  const times = new Map();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const line = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    parents.set(Number(name), Number(fields[1]));
    // utime, stime, and those of children that have ended
    times.set(Number(name), fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS);
  }
  const isBelow = (one) => one === pid || (parents.has(one) && one > 1 && isBelow(parents.get(one)));
  return [...times].reduce((sum, [one, seconds]) => sum + (isBelow(one) ? seconds : 0), 0);
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const checkouts = [root, ...process.argv.slice(2)].map((path, index) => ({
  path: resolve(path),
  place: join(folder, `checkout-${index}`),
  speeches: join(folder, `speeches-${index}`),
  later: [],
  slide: [],
  shown: [],
  requests: [],
  processor: [],
}));
try {
  for (const checkout of checkouts) {
    const leftOut = LEFT_OUT.map((name) => join(checkout.path, name));
    await linkTree(checkout.path, checkout.place, leftOut);
    await cp(join(checkout.path, 'speeches'), checkout.speeches, { recursive: true });
    if (OWN_SPEECH) await cp(OWN_SPEECH, join(checkout.speeches, SPEECH));
  }
  for (const checkout of checkouts) {
    const browser = await chromium.launch(browserOptions);
    const start = performance.now();
    const app = await startApp(checkout);
    checkout.first = (await typeIn(browser, app.url)).usable - start;
    await app.stop();
    await browser.close();
  }
  for (let run = 0; run < RUNS; run++)
    for (const checkout of checkouts) {
      const browser = await chromium.launch(browserOptions);
      const start = performance.now();
      const app = await startApp(checkout);
      checkout.later.push((await typeIn(browser, app.url)).usable - start);
      const linux = process.platform === 'linux';
      const spent = () => processorTime(process.pid);
      // Opened again: a development server has translated its sources by now.
      const before = linux ? await spent() : 0;
      const again = await typeIn(browser, app.url);
      checkout.slide.push(again.slide);
      checkout.shown.push(again.shown);
      if (linux) checkout.processor.push((await spent()) - before);
      if (run === 0) {
        const proxy = await countingProxy(app.url);
        await typeIn(browser, proxy.url, () => checkout.requests.push(proxy.requests.length));
        checkout.kinds = byKind(proxy.requests);
        checkout.requests.push(checkout.kinds.all.count);
        proxy.close();
      }
      await app.stop();
      await browser.close();
    }
  const rows = [
    ['first ms', ({ first }) => first.toFixed(0)],
    ['later ms', ({ later }) => median(later).toFixed(0)],
    ['slide ms', ({ slide }) => median(slide).toFixed(0)],
    ['shown ms', ({ shown }) => median(shown).toFixed(0)],
    ['requests', ({ requests }) => requests.join(' / ')],
    ['of fonts', ({ kinds }) => String(kinds.fonts?.count ?? 0)],
    ['MB', ({ kinds }) => (kinds.all.bytes / 1e6).toFixed(2)],
    ['MB of fonts', ({ kinds }) => ((kinds.fonts?.bytes ?? 0) / 1e6).toFixed(2)],
    ['processor s', ({ processor }) => (median(processor) ?? Number.NaN).toFixed(2)],
  ];
  for (const { path } of checkouts) console.log(path);
  for (const [what, value] of rows)
    console.log(what.padEnd(12) + checkouts.map((checkout) => value(checkout).padStart(14)).join(''));
  const [ours, other] = checkouts;
  const ratio = (of) => (of(ours) / of(other)).toFixed(2);
  if (other)
    console.log(
      `ratios: ${[
        ['first', ({ first }) => first],
        ['later', ({ later }) => median(later)],
        ['slide', ({ slide }) => median(slide)],
        ['shown', ({ shown }) => median(shown)],
        ['bytes', ({ kinds }) => kinds.all.bytes],
        ['processor', ({ processor }) => median(processor)],
      ]
        .map(([what, of]) => `${what} ${ratio(of)}`)
        .join(', ')}`,
    );
} finally {
  for (const child of running) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
}
