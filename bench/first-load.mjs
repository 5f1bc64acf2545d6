#!/usr/bin/env node
// npm run bench:load: the built app in a browser that has never seen it: until it takes typing, how much script comes before
// that, and what is requested until slides and pages are shown with all their faces.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { openLoader, root } from '../scripts/typescript-loader.mjs';

const RUNS = 5;
const speeches = await mkdtemp(join(tmpdir(), 'jiangtai-load-'));
await cp(join(root, 'speeches'), speeches, { recursive: true });
const loader = await openLoader();
const { findChromium, launchOptions } = await loader.load('src/export/browser/find-chromium.ts');
const { byKind, countingProxy } = await loader.load('bench/counting-proxy.ts');
const { builtPages } = await loader.load('src/server/built-pages.ts');
const { createAppHandler } = await loader.load('src/server/app-server.ts');
const { listenOnLoopback } = await loader.load('src/server/loopback-server.ts');
const app = await createAppHandler(await builtPages(), speeches);
const server = await listenOnLoopback(app.answer);
const browser = await chromium.launch(launchOptions(await findChromium()));
const times = [];
let script = 0;
let kinds = {};
try {
  for (let run = 0; run <= RUNS; run++) {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
    const page = await context.newPage();
    const bodies = [];
    let ready = false;
    // Only in the first run: to read and compress what comes would keep the others waiting.
    page.on('response', (response) => {
      if (
        run === 0 &&
        !ready &&
        response.request().resourceType() === 'script' &&
        response.frame() === page.mainFrame()
      )
        bodies.push(response.body().then((body) => gzipSync(body).length));
    });
    const proxy = run === 0 ? await countingProxy(server.url) : undefined;
    const start = performance.now();
    await page.goto(`${proxy?.url ?? server.url}index.html`, { waitUntil: 'commit' });
    await page.locator('.cm-content[contenteditable="true"] .cm-line').first().waitFor();
    await page.locator('.cm-content').focus();
    // A letter that is in no speech, in none of the runs before: it is there when it was taken.
    const letter = String.fromCodePoint(0x9f98 + run);
    await page.keyboard.insertText(letter);
    await page.waitForFunction(
      (letter) =>
        document
          .querySelector('jiangtai-app')
          ?.shadowRoot?.querySelector('speech-editor')
          ?.text.includes(letter),
      letter,
    );
    const ms = performance.now() - start;
    ready = true;
    // The first run warms the server, too.
    if (run > 0) times.push(ms);
    if (run === 0) script = (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0);
    // The next run begins on a machine that is done with this one.
    await page.frameLocator('#deck-frame').locator('.slides section.present').first().waitFor();
    await page.frameLocator('#handout-frame').locator('.pagedjs_page').first().waitFor();
    await page.locator('integrity-badge').waitFor();
    for (const frame of page.frames())
      await frame.evaluate(async () => {
        do await document.fonts.ready;
        while (document.fonts.status === 'loading');
      });
    if (proxy) kinds = byKind(proxy.requests);
    proxy?.close();
    await context.close();
  }
  times.sort((a, b) => a - b);
  console.log(
    `first load: ${times[RUNS >> 1].toFixed(0)} ms until a letter is in the text (median of ${RUNS}, at most ${times.at(-1).toFixed(0)}); ` +
      `${(script / 1000).toFixed(0)} kB of script, compressed, before that`,
  );
  for (const [kind, { count, bytes }] of Object.entries(kinds))
    console.log(
      `${kind.padEnd(8)}${String(count).padStart(5)} requests ${(bytes / 1e6).toFixed(2).padStart(7)} MB`,
    );
} finally {
  await browser.close();
  app.close();
  await server.close();
  await loader.close();
  await rm(speeches, { recursive: true, force: true });
}
