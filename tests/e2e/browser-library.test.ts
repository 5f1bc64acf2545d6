import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { SPEECHES } from '../speeches.ts';
import { REAL } from './app-page.ts';
import { expect, test } from './test.ts';

/** The built app on a host of plain files: speeches are kept in the browser. */

const item = (page: Page, name: string) => page.locator(`[data-testid="speech-item"][data-name="${name}"]`);
const saveState = (page: Page) => page.locator('[data-testid="save-state"]').getAttribute('data-state');
const text = (page: Page) => page.locator('.cm-content').textContent();

let context: BrowserContext;
let address: string;
test.beforeEach(({ context: own, host }) => {
  context = own;
  address = host.url;
});

async function openApp(hash = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address + hash);
  return page;
}

/** Puts the cursor behind a line that holds this text and types. */
async function typeBehind(page: Page, line: string, added: string): Promise<void> {
  await page.locator('.cm-line', { hasText: line }).first().click();
  await page.keyboard.press('End');
  await page.keyboard.insertText(added);
}

test('a first visit finds the samples, and edits are there after a reload', async () => {
  const page = await openApp();
  await expect.poll(() => page.locator('[data-testid="speech-item"]').count()).toBe(4);
  await expect.poll(() => text(page)).toContain('踐行群眾路線');
  await expect
    .poll(() => page.frameLocator('#deck-frame').locator('section').first().textContent())
    .toContain('踐行群眾路線');
  await page.keyboard.press('Escape');
  await typeBehind(page, '踐行群眾路線', '（我改的）');
  await expect.poll(() => saveState(page)).toBe('saved');
  await expect.poll(() => text(page)).toContain('（我改的）');
  await page.evaluate(() => localStorage.removeItem('jiangtai.choice/last-speech'));
  await page.reload();
  await expect.poll(() => text(page)).toContain('（我改的）');
});

test('a picture of a sample is shown on slide and page, without any server', async () => {
  const page = await openApp('#file=kaixue-dianli.md');
  const width = (frame: string, selector: string) =>
    page
      .frameLocator(frame)
      .locator(selector)
      .first()
      .evaluate((image: HTMLImageElement) => image.naturalWidth);
  await expect.poll(() => width('#deck-frame', 'section[data-layout="image"] img')).toBeGreaterThan(0);
  await expect.poll(() => width('#handout-frame', '.pagedjs_page img')).toBeGreaterThan(0);
});

test('two tabs on one speech: edits of different paragraphs are joined, of the same one asked about', async () => {
  const first = await openApp('#file=lizhang-shequ-dahui.txt');
  await expect.poll(() => text(first)).toContain('好里好鄰居');
  const second = await openApp('#file=lizhang-shequ-dahui.txt');
  await expect.poll(() => text(second)).toContain('好里好鄰居');
  const source = await readFile(join(SPEECHES, 'lizhang-shequ-dahui.txt'), 'utf8');
  const [title, , later] = source.split('\n').filter((line) => line.trim() !== '') as [
    string,
    string,
    string,
  ];
  // A tab without edits simply shows what the other wrote.
  await typeBehind(first, title, '甲');
  await expect.poll(() => text(second)).toContain(`${title}甲`);
  // Both write before they hear of each other.
  await Promise.all([typeBehind(first, title, '乙'), typeBehind(second, later, '丙')]);
  for (const page of [first, second]) {
    await expect.poll(() => text(page)).toContain(`${title}甲乙`);
    await expect.poll(() => text(page)).toContain(`${later.trim()}丙`);
    await expect.poll(() => saveState(page)).toBe('saved');
  }
});

test('the same paragraph changed in two tabs: nothing is overwritten, the user is asked', async () => {
  const first = await openApp('#file=lizhang-shequ-dahui.txt');
  await expect.poll(() => text(first)).toContain('好里好鄰居');
  const second = await openApp('#file=lizhang-shequ-dahui.txt');
  await expect.poll(() => text(second)).toContain('好里好鄰居');
  await first.evaluate(() => {
    // Holds this tab's saves back until the other's has been written.
    const transaction = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given) {
      if (given[1] === 'readwrite') throw new DOMException('busy', 'UnknownError');
      return transaction.apply(this, given);
    };
    Object.assign(window, { release: () => Object.assign(IDBDatabase.prototype, { transaction }) });
  });
  await typeBehind(first, '好里好鄰居', '（一）');
  await expect.poll(() => saveState(first)).toBe('failed');
  await typeBehind(second, '好里好鄰居', '（二）');
  await expect.poll(() => saveState(second)).toBe('saved');
  await expect.poll(() => first.locator('[data-testid="conflict-bar"]').count()).toBe(1);
  await first.evaluate(() => (window as unknown as { release(): void }).release());
  expect(await text(first)).toContain('（一）');
  expect(await text(second)).toContain('（二）');
  await first.locator('[data-testid="conflict-both"]').click();
  await expect.poll(() => text(first)).toContain('（二）');
  await expect.poll(() => item(second, 'lizhang-shequ-dahui（我的修改）.txt').count()).toBe(1);
  await item(second, 'lizhang-shequ-dahui（我的修改）.txt').click();
  await expect.poll(() => text(second)).toContain('（一）');
});

test('what one tab deletes, brings back or renames, the other sees; versions are kept here, too', async () => {
  const first = await openApp('#file=lizhang-shequ-dahui.txt');
  await expect.poll(() => text(first)).toContain('好里好鄰居');
  const second = await openApp(`#file=${REAL}`);
  await expect.poll(() => text(second)).toContain('踐行群眾路線');
  await typeBehind(first, '好里好鄰居', '（改）');
  await expect.poll(() => saveState(first)).toBe('saved');
  await item(first, 'lizhang-shequ-dahui.txt').focus();
  await first.keyboard.press('Tab');
  await first.keyboard.press('Enter');
  await first.getByRole('menuitem', { name: '历史版本…' }).click();
  await expect.poll(() => first.locator('difference-view ins').textContent()).toContain('（改）');
  await first.keyboard.press('Escape');
  await item(second, 'lizhang-shequ-dahui.txt').focus();
  await second.keyboard.press('Delete');
  await expect.poll(() => item(first, 'lizhang-shequ-dahui.txt').count()).toBe(0);
  // The tab that has it open keeps the text and says what happened.
  await expect.poll(() => saveState(first)).toBe('failed');
  expect(await text(first)).toContain('（改）');
  await second.locator('[data-testid="removed-undo"]').click();
  await expect.poll(() => saveState(first)).toBe('saved');
  await expect.poll(() => text(second)).toContain('（改）');
  await item(second, REAL).focus();
  await second.keyboard.press('F2');
  await second.locator('[data-testid="name-field"]').fill('群众路线');
  await second.locator('[data-testid="name-take"]').click();
  await expect.poll(() => item(first, '群众路线.txt').count()).toBe(1);
});

test('a full storage is told at once, and the text offered as a download', async () => {
  const page = await openApp('#file=lizhang-shequ-dahui.txt');
  await expect.poll(() => text(page)).toContain('好里好鄰居');
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await typeBehind(page, '好里好鄰居', '（写不下）');
  const bar = page.locator('[data-testid="save-bar"]');
  await expect.poll(() => bar.locator('p').textContent()).toContain('存储空间已满');
  const download = page.waitForEvent('download');
  await bar.getByRole('button', { name: '下载文字' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('lizhang-shequ-dahui.txt');
  expect(await readFile(await file.path(), 'utf8')).toContain('（写不下）');
  // The draft in the browser's other storage brings it back.
  await page.reload();
  await expect.poll(() => text(page)).toContain('（写不下）');
});

test('a browser that keeps nothing says so, and the app works until the page closes', async () => {
  const page = await context.newPage();
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  });
  await page.goto(`${address}#file=lizhang-shequ-dahui.txt`);
  const bar = page.locator('[data-testid="unkept-bar"]');
  await expect.poll(() => bar.locator('p').textContent()).toContain('关闭页面文字就没有了');
  await expect.poll(() => saveState(page)).toBe('unkept');
  await typeBehind(page, '好里好鄰居', '（没处放）');
  await expect.poll(() => saveState(page)).toBe('unkept');
  await item(page, REAL).click();
  await expect.poll(() => text(page)).toContain('踐行群眾路線');
  await item(page, 'lizhang-shequ-dahui.txt').click();
  await expect.poll(() => text(page)).toContain('（没处放）');
  const download = page.waitForEvent('download');
  await bar.getByRole('button', { name: '下载文字' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('（没处放）');
  // Who closes the page is asked whether to stay.
  const asked = page.waitForEvent('dialog');
  void page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  expect(await text(page)).toContain('（没处放）');
});
