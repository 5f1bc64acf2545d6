#!/usr/bin/env node
// npm run crash-test -- ROUNDS [browser]: kills the browser in the middle of typing, again and again, and looks what is left.
// A round fails if more than the last second of typing is lost, if an older text is shown as the newest, or if the user is
// asked which text is wanted, though nobody else wrote. The built app is used, on a copy of the speeches folder; with
// `browser` the speeches live in the browser, as on a static host.
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { openLoader, root } from './typescript-loader.mjs';

/** Typing that may be lost, ms. */
const LIMIT = 1000;
/** A fast typist: one key in so many ms. */
const KEY = 60;
/** Longest typing before a kill, ms. */
const LONGEST = 2500;
/** The page may restore a draft this long after it shows the file, ms: RECOVERY_PATIENCE of src/app/session/draft-recovery.ts. */
const RECOVERY = 1500;
/** A browser that does not answer by then is started anew, ms. */
const STARTING = 30_000;
/** Attempts at starting a browser. */
const STARTS = 5;
/** A page that has not shown the speech by then never will, ms. */
const OPENING = 60_000;

const rounds = Number(process.argv[2] ?? 20);
const inBrowser = process.argv[3] === 'browser';
const speeches = await mkdtemp(join(tmpdir(), 'jiangtai-crash-test-'));
await cp(join(root, 'speeches'), speeches, { recursive: true });
const loader = await openLoader();
const { findChromium, launchOptions } = await loader.load('src/export/browser/find-chromium.ts');
const { builtPages } = await loader.load('src/server/built-pages.ts');
const pages = await mkdtemp(join(tmpdir(), 'jiangtai-pages-'));
await cp(await builtPages(), pages, { recursive: true });
const { createAppHandler } = await loader.load('src/server/app-server.ts');
const { listenOnLoopback } = await loader.load('src/server/loopback-server.ts');
const { servePages } = await loader.load('src/server/page-server.ts');
const app = inBrowser ? undefined : await createAppHandler(pages, speeches);
// Without the API nobody answers for a folder: as on any host of plain files.
const server = app ? await listenOnLoopback(app.answer) : await servePages(pages, speeches);
const origin = server.url;
const options = launchOptions(await findChromium());
const profile = await mkdtemp(join(tmpdir(), 'jiangtai-profile-'));
const address = `${origin}index.html#file=anquan-shengchan-gongzuo-huiyi.txt`;

/** Starts a browser of its own that can be killed by its process, on a port the system gives. */
async function start() {
  // Its own file of a browser killed before would give the old port.
  const told = join(profile, 'DevToolsActivePort');
  await rm(told, { force: true });
  const child = spawn(
    options.executablePath,
    [
      ...options.args,
      '--headless=new',
      // What a browser's own window needs takes longer than the app.
      '--no-startup-window',
      '--disable-extensions',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
    ],
    { stdio: 'ignore', detached: true },
  );
  const patience = Date.now() + STARTING;
  while (child.exitCode === null && child.signalCode === null && Date.now() < patience) {
    const port = (await readFile(told, 'utf8').catch(() => '')).split('\n')[0];
    const browser =
      port && (await chromium.connectOverCDP(`http://127.0.0.1:${port}`).catch(() => undefined));
    if (browser) return { child, browser };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  end(child);
  return undefined;
}

/** Kills a browser and all it started. */
function end(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

/** Opens the app in a browser of its own. A browser that does not start says nothing of the app: another is started. */
async function open() {
  for (let attempt = 1; attempt <= STARTS; attempt++) {
    const started = await start();
    if (!started) continue;
    const page = await started.browser.contexts()[0].newPage();
    await page.goto(address);
    await page.locator('.cm-line').first().waitFor({ timeout: OPENING });
    await page.locator('integrity-badge').waitFor({ timeout: OPENING });
    return { ...started, page };
  }
  throw new Error(`No browser could be started in ${STARTS} attempts.`);
}

const text = (page) =>
  page.evaluate(() => document.querySelector('jiangtai-app').shadowRoot.querySelector('speech-editor').text);
/** The marks typed so far: 〔1〕〔2〕… */
const marks = (shown) => [...shown.matchAll(/〔(\d+)〕/g)].map((match) => Number(match[1]));

let number = 0;
let worst = 0;
let failed = 0;
let { child, browser, page } = await open();
for (let round = 1; round <= rounds; round++) {
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+End');
  // A line for each round: the file stays one that a person could have.
  await page.keyboard.press('Enter');
  const typed = [];
  const until = Date.now() + 50 + Math.random() * LONGEST;
  while (Date.now() < until) {
    number += 1;
    await page.keyboard.insertText(`〔${number}〕`);
    typed.push([number, Date.now()]);
    await new Promise((resolve) => setTimeout(resolve, KEY * (0.5 + Math.random())));
  }
  const killed = Date.now();
  end(child);
  await browser.close().catch(() => undefined);
  ({ child, browser, page } = await open());
  const last = typed.at(-1)?.[0] ?? 0;
  const patience = Date.now() + RECOVERY;
  let kept = marks(await text(page));
  while (!kept.includes(last) && Date.now() < patience) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    kept = marks(await text(page));
  }
  const newest = kept.at(-1) ?? 0;
  const inOrder = kept.every((mark, index) => index === 0 || mark > kept[index - 1]);
  const firstLost = typed.find(([mark]) => mark > newest);
  const lost = firstLost ? killed - firstLost[1] : 0;
  worst = Math.max(worst, lost);
  const asked = (await page.locator('[data-testid="conflict-bar"]').count()) > 0;
  if (lost > LIMIT || !inOrder || asked) {
    failed += 1;
    const all = killed - (typed[0]?.[1] ?? killed);
    console.error(
      `round ${round}: ${lost} ms of typing lost of ${all} ms, the first in the page${inOrder ? '' : ', out of order'}${asked ? ', a question asked' : ''}`,
    );
  }
  if (round % 50 === 0 || round === rounds)
    console.error(
      `${round} rounds, ${failed} failed; at most ${worst} ms of typing lost (limit ${LIMIT} ms)`,
    );
  // Long texts are for other tests: now and then the speech is as it was.
  if (round % 40 === 0) {
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(`重新开始\n\n同志们：\n\n第${round}轮。`);
    await page.waitForTimeout(2000);
  }
}
await browser.close().catch(() => undefined);
end(child);
app?.close();
await server.close();
await loader.close();
for (const folder of [speeches, pages, profile])
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
process.exit(failed > 0 ? 1 : 0);
