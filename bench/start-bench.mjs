#!/usr/bin/env node
// npm run bench:start [-- OTHER_CHECKOUT]: how soon `npm start` is usable, and what opening the real speech costs. Of this
// checkout, and beside it of another one (installed, with the same command), in turns. Both are measured in copies made of
// hard links, so that nothing in the checkouts changes.
//
// - first: the first start of a clean clone, until a letter typed in the browser is in the text
// - later: the same, every time after that
// - requests: that reach the server until the text takes typing, and until slides and pages are shown as well, in a browser
//   that has no cache
// - processor: time of all processes of browser and server for that (Linux only)
import { spawn } from 'node:child_process';
import { cp, link, lstat, mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink } from 'node:fs/promises';
import { request as ask, createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { openLoader } from '../scripts/typescript-loader.mjs';

const RUNS = Number(process.env.BENCH_RUNS ?? 5);
/** Nothing that a clone has not: builds, caches, the history. */
const LEFT_OUT = ['.git', '.cache', 'dist', 'out', 'node_modules/.vite', 'node_modules/.vite-temp'];
const SPEECH = 'jianxing-qunzhong-luxian.txt';
/** Clock ticks a second in /proc, on every Linux that Node runs on. */
const TICKS = 100;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = await mkdtemp(join(tmpdir(), 'jiangtai-start-'));
const loader = await openLoader();
const { findChromium, launchOptions } = await loader.load('src/export/browser/find-chromium.ts');
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
/** Opens the speech in a new context and types a letter that no text has. */
async function typeIn(browser, url, whenUsable = () => undefined) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(`${url}index.html#file=${SPEECH}`, { waitUntil: 'commit' });
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
  await context.close();
  return usable;
}

/** Passes requests on to a server and counts them. */
async function countingProxy(url) {
  const { port } = new URL(url);
  const proxy = {
    requests: [],
    server: createHttpServer((request, response) => {
      proxy.requests++;
      const { method, url: path, headers } = request;
      const asked = ask({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
      });
      asked.on('error', () => response.destroy());
      response.on('close', () => asked.destroy());
      request.pipe(asked);
    }),
  };
  await new Promise((listening) => proxy.server.listen(0, '127.0.0.1', listening));
  return proxy;
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
  requests: [],
  processor: [],
}));
try {
  for (const checkout of checkouts) {
    const leftOut = LEFT_OUT.map((name) => join(checkout.path, name));
    await linkTree(checkout.path, checkout.place, leftOut);
    await cp(join(checkout.path, 'speeches'), checkout.speeches, { recursive: true });
  }
  for (const checkout of checkouts) {
    const browser = await chromium.launch(browserOptions);
    const start = performance.now();
    const app = await startApp(checkout);
    checkout.first = (await typeIn(browser, app.url)) - start;
    await app.stop();
    await browser.close();
  }
  for (let run = 0; run < RUNS; run++)
    for (const checkout of checkouts) {
      const browser = await chromium.launch(browserOptions);
      const start = performance.now();
      const app = await startApp(checkout);
      checkout.later.push((await typeIn(browser, app.url)) - start);
      const linux = process.platform === 'linux';
      const spent = () => processorTime(process.pid);
      // Opened again: a development server has translated its sources by now.
      const before = linux ? await spent() : 0;
      await typeIn(browser, app.url);
      if (linux) checkout.processor.push((await spent()) - before);
      if (run === 0) {
        const proxy = await countingProxy(app.url);
        const address = `http://127.0.0.1:${proxy.server.address().port}/`;
        await typeIn(browser, address, () => checkout.requests.push(proxy.requests));
        checkout.requests.push(proxy.requests);
        proxy.server.closeAllConnections();
        proxy.server.close();
      }
      await app.stop();
      await browser.close();
    }
  console.log('first ms   later ms   requests    processor s');
  for (const { path, first, later, requests, processor } of checkouts)
    console.log(
      `${first.toFixed(0).padStart(8)}   ${median(later).toFixed(0).padStart(8)}   ${requests.join(' / ').padStart(9)}   ${(median(processor) ?? Number.NaN).toFixed(2).padStart(11)}   ${path}`,
    );
  const [ours, other] = checkouts;
  if (other)
    console.log(
      `ratios: first ${(ours.first / other.first).toFixed(2)}, later ${(median(ours.later) / median(other.later)).toFixed(2)}, processor ${(median(ours.processor) / median(other.processor)).toFixed(2)}`,
    );
} finally {
  for (const child of running) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
}
