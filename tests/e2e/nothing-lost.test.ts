import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { type AppPage, appPage } from './app-page.ts';
import { type RunningApp, startApp } from './running-app.ts';
import { expect, test } from './test.ts';

/** What goes wrong around somebody who types: no character of theirs is lost, and nobody else's. */

const BASE = '我的讲话\n\n同志们：\n\n第一段话。\n\n第二段话。\n';

const speech = '讲话.txt';

let app: RunningApp;
let context: BrowserContext;
let page: Page;
let own: AppPage;
test.beforeEach(async ({ app: running, own: opened }) => {
  app = running;
  own = opened;
  page = own.page;
  context = page.context();
  await writeFile(join(app.speeches, speech), BASE);
});

const byTestId = (id: string) => page.getByTestId(id);
const text = () => page.locator('.cm-content').textContent();
const saveState = () => byTestId('save-state').getAttribute('data-state');
const onDisk = (name = speech) => readFile(join(app.speeches, name), 'utf8');

async function open(url = app.url): Promise<void> {
  await page.goto(`${url}#file=${speech}`);
  await expect.poll(text).toContain('第一段话');
}

test('the server is killed in mid-typing and comes back: what was typed meanwhile reaches the file', async ({
  addresses,
}) => {
  const started = await startApp();
  addresses.add(started.url);
  try {
    await writeFile(join(started.speeches, speech), BASE);
    await open(started.url);
    const loaded = page.waitForEvent('load', { timeout: 0 }).catch(() => undefined);
    await own.goBehind('第一段话');
    for (const character of '服务程序还在的时候') await page.keyboard.insertText(character);
    await started.kill();
    for (const character of '，服务程序没有了') await page.keyboard.insertText(character);
    await expect.poll(saveState).toBe('failed');
    await expect.poll(() => byTestId('save-bar').locator('p').textContent()).toContain('没有回应');
    await page.keyboard.insertText('，又写了一句');
    await started.startAgain();
    const whole = '第一段话。服务程序还在的时候，服务程序没有了，又写了一句';
    await expect.poll(() => readFile(join(started.speeches, speech), 'utf8')).toContain(whole);
    await expect.poll(saveState).toBe('saved');
    expect(await text()).toContain(whole);
    // Nobody who types is interrupted by the page being loaded again.
    expect(await Promise.race([loaded, Promise.resolve('not loaded')])).toBe('not loaded');
  } finally {
    await started.close();
  }
});

test('what is typed while the speech is being deleted comes back with it, and goes into no other', async () => {
  await open();
  let remove!: () => void;
  const may = new Promise<void>((resolve) => {
    remove = resolve;
  });
  await page.route('**/api/speeches/*', async (route) => {
    if (route.request().method() === 'DELETE') await may;
    await route.continue();
  });
  const asked = page.waitForRequest((request) => request.method() === 'DELETE');
  await page.locator(`[data-testid="speech-item"][data-name="${speech}"]`).focus();
  await page.keyboard.press('Delete');
  await asked;
  await own.goBehind('第一段话');
  await page.keyboard.insertText('删除时写的。');
  remove();
  await expect.poll(text).not.toContain('第一段话');
  const other = await text();
  await byTestId('removed-undo').click();
  await expect.poll(text).toContain('第一段话。删除时写的。');
  await expect.poll(() => onDisk()).toContain('第一段话。删除时写的。');
  expect(other).not.toContain('删除时写的。');
});

test('a renaming that fails, server and all, leaves the speech saved to as before', async () => {
  await open();
  await page.route('**/api/speeches/*', (route) => route.abort());
  await page.locator(`[data-testid="speech-item"][data-name="${speech}"]`).focus();
  await page.keyboard.press('F2');
  await byTestId('name-field').fill('新名字');
  await byTestId('name-take').click();
  await expect.poll(() => byTestId('name-dialog').getByRole('alert').textContent()).toContain('没有回应');
  await page.keyboard.press('Escape');
  await page.unroute('**/api/speeches/*');
  await own.goBehind('第一段话');
  await page.keyboard.insertText('改名没有成。');
  await expect.poll(() => onDisk()).toContain('第一段话。改名没有成。');
  await expect.poll(saveState).toBe('saved');
});

test('another program changes the file during a composition: both are there, and its line ends and mark stay', async () => {
  await open();
  await own.goBehind('第一段话');
  const session = await context.newCDPSession(page);
  await session.send('Input.imeSetComposition', { selectionStart: 3, selectionEnd: 3, text: 'xin' });
  const told = page.waitForResponse((response) => response.url().includes('/api/speeches/'));
  await writeFile(
    join(app.speeches, speech),
    `\ufeff${BASE.replace('第二段话', '第二段话，别的程序改过').replaceAll('\n', '\r\n')}`,
  );
  await (await told).finished();
  await session.send('Input.imeSetComposition', { selectionStart: 6, selectionEnd: 6, text: 'xinjia' });
  await session.send('Input.insertText', { text: '新加的话。' });
  const both = BASE.replace('第一段话。', '第一段话。新加的话。').replace(
    '第二段话',
    '第二段话，别的程序改过',
  );
  await expect.poll(() => onDisk()).toBe(`\ufeff${both.replaceAll('\n', '\r\n')}`);
  await expect.poll(text).toContain('别的程序改过');
  expect(await text()).toContain('新加的话');
  await expect.poll(saveState).toBe('saved');
});

test('the file becomes a folder: it is said, the text stays, and is offered as a download', async () => {
  await open();
  await rm(join(app.speeches, speech));
  await mkdir(join(app.speeches, speech));
  await own.goBehind('第一段话');
  await page.keyboard.insertText('新写的。');
  await expect.poll(saveState).toBe('failed');
  const bar = byTestId('save-bar');
  await expect.poll(() => bar.locator('p').textContent()).toContain(speech);
  const download = page.waitForEvent('download');
  await bar.getByRole('button', { name: '下载文字' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('新写的。');
});

test('a page kept by the browser and shown again saves what it still had', async () => {
  await open();
  await page.route('**/api/speeches/*', (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  );
  await own.goBehind('第一段话');
  await page.keyboard.insertText('走之前写的。');
  await expect.poll(saveState).toBe('failed');
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  await page.unroute('**/api/speeches/*');
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect.poll(() => onDisk()).toContain('走之前写的。');
  await expect.poll(saveState).toBe('saved');
  await page.keyboard.insertText('回来写的。');
  await expect.poll(() => onDisk()).toContain('走之前写的。回来写的。');
});

test('a browser that refuses every small storage: the app works, and text reaches the file', async () => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: refuse });
    Object.defineProperty(window, 'sessionStorage', { get: refuse });
    IDBFactory.prototype.open = refuse;
  });
  await open();
  await own.goBehind('第一段话');
  await page.keyboard.insertText('照样存下。');
  await expect.poll(() => onDisk()).toContain('照样存下。');
  // Where the file refuses too, it is said, and leaving is asked about.
  await page.route('**/api/speeches/*', (route) => route.abort());
  await page.keyboard.insertText('没处放了。');
  await expect.poll(saveState).toBe('failed');
  const asked = page.waitForEvent('dialog');
  void page.close({ runBeforeUnload: true });
  await (await asked).dismiss();
  expect(await text()).toContain('没处放了。');
});

for (const place of ['the folder', 'the browser'])
  test(`60,000 characters in ${place}: the page is left right after a key, and nothing is lost`, async ({
    host,
  }) => {
    const { url } = place === 'the folder' ? app : host;
    const long = `${BASE}${'这一段话很长，要慢慢地讲清楚。\n\n'.repeat(3_500)}`;
    await writeFile(join(app.speeches, speech), long);
    await page.goto(url);
    // It is open, too: no address is given while the first one is being opened.
    await page.locator('[data-testid="speech-item"][aria-current]').first().waitFor();
    if (url === app.url) await page.goto(`${url}#file=${speech}`);
    else
      await byTestId('open-files').setInputFiles({ name: speech, mimeType: '', buffer: Buffer.from(long) });
    await expect.poll(text).toContain('第一段话');
    await own.goBehind('第一段话');
    // More than a browser sends behind a closed page.
    const left = page.waitForURL('about:blank');
    await page.evaluate(() => {
      document.execCommand('insertText', false, '最后一个键。');
      // In the same task: no timer of ours has its turn.
      location.replace('about:blank');
    });
    await left;
    await page.close();
    own = appPage(await context.newPage());
    page = own.page;
    await page.goto(`${url}#file=${speech}`);
    await expect.poll(text).toContain('第一段话。最后一个键。');
    await expect.poll(saveState).toBe('saved');
  });

test('until the speech is there nothing can be typed that would be nobody’s', async () => {
  let answer!: () => void;
  const may = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(`**/api/speeches/*`, async (route) => {
    await may;
    await route.continue();
  });
  const asked = page.waitForRequest('**/api/speeches/*');
  await page.goto(`${app.url}#file=${speech}`);
  await asked;
  expect(await page.locator('.cm-content').getAttribute('contenteditable')).toBe('false');
  await page.locator('.cm-content').click({ force: true });
  await page.keyboard.insertText('太早了');
  expect(await text()).not.toContain('太早了');
  answer();
  await expect.poll(text).toContain('第一段话');
  await own.goBehind('第一段话');
  await page.keyboard.insertText('现在可以了。');
  await expect.poll(() => onDisk()).toContain('第一段话。现在可以了。');
  expect(await text()).not.toContain('太早了');
});

for (const name of ['deck.html', 'handout.html'])
  test(`${name} that does not come: it is said, and writing goes on`, async () => {
    await page.route(`**/${name}*`, (route) => route.abort());
    await open();
    await expect.poll(() => page.locator('preview-pane [role="alert"]').textContent()).toContain('重');
    await own.goBehind('第一段话');
    await page.keyboard.insertText('写下去。');
    await expect.poll(() => onDisk()).toContain('第一段话。写下去。');
    // Pages that cannot be checked are not waited for, nor called right.
    const badge = () => byTestId('badge-proof').getAttribute('data-state');
    await expect.poll(badge).toBe(name === 'handout.html' ? 'unchecked' : 'good');
    // The other one is there, and nothing lies over it.
    const alert = page.locator('preview-pane [role="alert"]');
    expect(await alert.count()).toBe(1);
    if (name === 'deck.html')
      await page.frameLocator('#handout-frame').locator('.pagedjs_page').getByText('第二段话').click();
    else await page.frameLocator('#deck-frame').locator('section.present').click();
    // Once it comes, one button brings everything.
    await page.unroute(`**/${name}*`);
    await alert.locator('button').click();
    await expect.poll(() => page.frameLocator('#handout-frame').locator('.pagedjs_page').count()).toBe(1);
    await expect.poll(() => page.frameLocator('#deck-frame').locator('section.present').count()).toBe(1);
    await expect.poll(badge).toBe('good');
    expect(await text()).toContain('第一段话。写下去。');
  });
