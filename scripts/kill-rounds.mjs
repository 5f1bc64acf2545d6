#!/usr/bin/env node
// npm run endure -- ROUNDS: kills the browser in the middle of typing, again and again, and looks what is left.
// A round fails if more than the last second of typing is lost, or an older text is shown as the newest.
import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { openLoader, root } from './typescript-loader.mjs';

/** Typing that may be lost, ms. */
const LIMIT = 1000;
/** A fast typist: one key in so many ms. */
const KEY = 60;

const rounds = Number(process.argv[2] ?? 20);
const speeches = await mkdtemp(join(tmpdir(), 'jiangtai-endure-'));
await cp(join(root, 'speeches'), speeches, { recursive: true });
const port = 20_000 + Math.floor(Math.random() * 20_000);
const server = spawn(process.execPath, ['scripts/start.mjs', '--no-open', '--port', String(port)], {
  cwd: root,
  env: { ...process.env, JIANGTAI_SPEECHES: speeches },
  stdio: ['ignore', 'pipe', 'inherit'],
});
await new Promise((resolve) => server.stdout.once('data', resolve));
const loader = await openLoader();
const { findChromium, launchOptions } = await loader.load('src/cli/find-chromium.ts');
const options = launchOptions(await findChromium());
const profile = await mkdtemp(join(tmpdir(), 'jiangtai-profile-'));
const address = `http://127.0.0.1:${port}/#file=anquan-shengchan-gongzuo-huiyi.txt`;

/** Opens the app in a browser of its own whose process can be killed. */
async function open() {
  const debug = 40_000 + Math.floor(Math.random() * 20_000);
  const child = spawn(
    options.executablePath,
    [
      ...options.args,
      '--headless=new',
      `--remote-debugging-port=${debug}`,
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdio: 'ignore', detached: true },
  );
  for (;;) {
    try {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${debug}`);
      const page = await browser.contexts()[0].newPage();
      await page.goto(address);
      await page.locator('.cm-line').first().waitFor();
      await page.locator('proof-badge').waitFor();
      return { child, browser, page };
    } catch (error) {
      if (child.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

const text = (page) =>
  page.evaluate(() => document.querySelector('jiangtai-app').shadowRoot.querySelector('speech-editor').text);
/** The marks typed so far: 〔1〕〔2〕… */
const marks = (shown) => [...shown.matchAll(/〔(\d+)〕/g)].map((match) => Number(match[1]));

let number = 0;
let worst = 0;
let failed = 0;
for (let round = 1; round <= rounds; round++) {
  let { child, browser, page } = await open();
  await page.locator('.cm-line').first().click();
  await page.keyboard.press('Control+End');
  const typed = [];
  const until = Date.now() + 300 + Math.random() * 4000;
  while (Date.now() < until) {
    number += 1;
    await page.keyboard.insertText(`〔${number}〕`);
    typed.push([number, Date.now()]);
    await new Promise((resolve) => setTimeout(resolve, KEY * (0.5 + Math.random())));
  }
  const killed = Date.now();
  process.kill(-child.pid, 'SIGKILL');
  await browser.close().catch(() => undefined);
  ({ child, browser, page } = await open());
  // A draft that never reached the file comes back a moment after the file is shown.
  await page.waitForTimeout(500);
  const kept = marks(await text(page));
  const newest = kept.at(-1) ?? 0;
  const inOrder = kept.every((mark, index) => index === 0 || mark > kept[index - 1]);
  const firstLost = typed.find(([mark]) => mark > newest);
  const lost = firstLost ? killed - firstLost[1] : 0;
  worst = Math.max(worst, lost);
  if (lost > LIMIT || !inOrder) {
    failed += 1;
    console.error(`round ${round}: ${lost} ms of typing lost${inOrder ? '' : ', out of order'}`);
  }
  await browser.close().catch(() => undefined);
  process.kill(-child.pid, 'SIGKILL');
  if (round % 10 === 0 || round === rounds)
    console.error(
      `${round} rounds, ${failed} failed; at most ${worst} ms of typing lost (limit ${LIMIT} ms)`,
    );
}
server.kill();
await loader.close();
await rm(speeches, { recursive: true, force: true });
await rm(profile, { recursive: true, force: true });
process.exit(failed > 0 ? 1 : 0);
