#!/usr/bin/env node
// npm run bench:typing: what a keystroke costs in a speech of 30,000 characters, traced in Chromium while somebody types
// at a person's pace; and how long until the slide shows it. The built app is measured, on a copy of the speeches folder.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { openLoader, root } from '../scripts/typescript-loader.mjs';

/** One key in so many ms: 300 characters a minute. */
const KEY = 200;
const KEYS = Number(process.argv[2] ?? 60);
const LENGTH = Number(process.env.CHARACTERS ?? 30_000);

const speeches = await mkdtemp(join(tmpdir(), 'jiangtai-typing-'));
await cp(join(root, 'speeches'), speeches, { recursive: true });
const sample = await readFile(join(root, 'speeches', 'jianxing-qunzhong-luxian.txt'), 'utf8');
const body = Array.from({ length: 12 }, (_, copy) => sample.replaceAll('。\n', `，这是第${copy}遍。\n`)).join(
  '\n',
);
await writeFile(join(speeches, 'long.txt'), body.slice(0, LENGTH));
const loader = await openLoader();
const { findChromium, launchOptions } = await loader.load('src/export/browser/find-chromium.ts');
const { builtPages } = await loader.load('src/server/built-pages.ts');
const { createAppHandler } = await loader.load('src/server/app-server.ts');
const { listenOnLoopback } = await loader.load('src/server/loopback-server.ts');
const app = await createAppHandler(await builtPages(), speeches);
const server = await listenOnLoopback(app.answer);
const browser = await chromium.launch(launchOptions(await findChromium()));
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(`${server.url}index.html#file=long.txt`);
  await page.locator('.cm-line').nth(5).waitFor();
  await page.locator('integrity-badge').waitFor();
  await page.frameLocator('#deck-frame').locator('.slides section').first().waitFor();
  await page.waitForFunction(() => {
    const find = (node, selector) => {
      const found = node.querySelector?.(selector);
      if (found) return found;
      for (const one of node.querySelectorAll?.('*') ?? []) {
        const inner = one.shadowRoot && find(one.shadowRoot, selector);
        if (inner) return inner;
      }
      return undefined;
    };
    const frame = find(document, '#handout-frame');
    return frame?.contentDocument?.querySelectorAll('.pagedjs_page').length > 20;
  });
  // In the middle of a paragraph.
  await page.locator('.cm-line').nth(8).click();
  for (let warm = 0; warm < 10; warm++) {
    await page.keyboard.insertText('热');
    await page.waitForTimeout(KEY);
  }

  const cdp = await page.context().newCDPSession(page);
  const events = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await cdp.send('Tracing.start', {
    categories: 'devtools.timeline,toplevel,blink.user_timing',
    transferMode: 'ReportEvents',
  });
  for (let key = 0; key < KEYS; key++) {
    await page.evaluate((key) => performance.mark(`key-${key}`), key);
    await page.keyboard.insertText('群众路线是根本'[key % 7]);
    await page.waitForTimeout(KEY);
  }
  const ended = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await ended;

  const marks = events.filter(({ name }) => /^key-\d+$/.test(name)).sort((a, b) => a.ts - b.ts);
  const { pid, tid } = marks[0];
  const tasks = events.filter(
    (event) => event.pid === pid && event.tid === tid && event.ph === 'X' && /RunTask$/.test(event.name),
  );
  const costs = marks.map(({ ts }) => ({ first: 0, all: 0, longest: 0, ts }));
  for (const task of tasks) {
    const at = costs.findLastIndex(({ ts }) => ts <= task.ts + task.dur);
    if (at === -1 || task.ts > costs.at(-1).ts + KEY * 1000) continue;
    // Time of the thread itself, where the trace has it: another program's work is not ours.
    const ms = (task.tdur ?? task.dur) / 1000;
    const cost = costs[at];
    cost.all += ms;
    cost.longest = Math.max(cost.longest, ms);
    // The task that takes the letter in and draws it; what follows in later tasks can be interrupted by the next key.
    if (task.ts - cost.ts < 50_000) cost.first += ms;
  }
  console.log(
    `keystroke in ${LENGTH} characters, ${KEYS} keys: main thread ${median(costs.map(({ first }) => first)).toFixed(1)} ms at the median in the 50 ms after it, ` +
      `${median(costs.map(({ all }) => all)).toFixed(1)} ms with all that follows from it; longest task ${Math.max(...costs.map(({ longest }) => longest)).toFixed(1)} ms, ` +
      `${costs.filter(({ longest }) => longest > 50).length} keys with a task over 50 ms`,
  );
  if (process.env.TOP) {
    const long = tasks
      .filter(({ dur, ts }) => dur > 20_000 && ts > marks[0].ts)
      .sort((a, b) => (b.tdur ?? b.dur) - (a.tdur ?? a.dur))
      .slice(0, 6);
    for (const task of long) {
      const inner = events
        .filter(
          (event) =>
            event.pid === pid &&
            event.tid === tid &&
            event.ph === 'X' &&
            event.ts >= task.ts &&
            event.ts + event.dur <= task.ts + task.dur &&
            event !== task,
        )
        .sort((a, b) => b.dur - a.dur)
        .slice(0, 8);
      console.log(
        (task.dur / 1000).toFixed(1),
        task.tdur,
        inner
          .map(
            ({ name, dur, args }) =>
              `${name} ${(dur / 1000).toFixed(1)} ${args?.data?.functionName ?? args?.data?.type ?? args?.data?.url?.split('/').pop() ?? ''}`,
          )
          .join(' | '),
      );
    }
  }

  // What was laid out while somebody typed is whole.
  const difference = await page.evaluate(async (ms) => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    const { pages, result } = document.querySelector('jiangtai-app').space.compiler;
    return { missing: pages.missing, added: pages.added, notes: result.integrity.notes.missing };
  }, KEY * 10);
  if (Object.values(difference).some((count) => count > 0)) {
    console.error('pages and notes differ from the speech:', difference);
    process.exitCode = 1;
  }

  // A heading is on a slide: from the key to the slide that shows it.
  const heading = page.locator('.cm-line', { hasText: '、' }).filter({ hasText: /^一、/ }).first();
  await heading.click();
  await page.keyboard.press('End');
  const slide = page.frameLocator('#deck-frame').locator('.slides');
  await slide.waitFor();
  const times = [];
  for (let key = 0; key < 12; key++) {
    const sign = '甲乙丙丁戊己庚辛壬癸子丑'[key];
    const ms = await page.evaluate(
      ([sign]) => {
        const find = (node, selector) => {
          const found = node.querySelector?.(selector);
          if (found) return found;
          for (const one of node.querySelectorAll?.('*') ?? []) {
            const inner = one.shadowRoot && find(one.shadowRoot, selector);
            if (inner) return inner;
          }
          return undefined;
        };
        const body = find(document, '#deck-frame').contentDocument.body;
        return new Promise((resolve) => {
          const start = performance.now();
          const observer = new MutationObserver(() => {
            if (!body.textContent.includes(sign)) return;
            observer.disconnect();
            resolve(performance.now() - start);
          });
          observer.observe(body, { subtree: true, childList: true, characterData: true });
          document.execCommand('insertText', false, sign);
        });
      },
      [sign],
    );
    times.push(ms);
    await page.waitForTimeout(KEY * 2);
  }
  console.log(
    `slide right after a key: ${median(times).toFixed(0)} ms at the median, ${Math.max(...times).toFixed(0)} at most`,
  );
} finally {
  await browser.close();
  app.close();
  await server.close();
  await loader.close();
  await rm(speeches, { recursive: true, force: true });
}
