import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makeDocx, p as paragraph } from '../import/docx-file.ts';
import { SPEECHES } from '../speeches.ts';
import type { AppPage } from './app-page.ts';
import type { RunningApp } from './running-app.ts';
import { expect, test } from './test.ts';

/**
 * Files of the user's own. The browser's dialogues cannot be driven, so the test answers for them, with real
 * handles: files of the page's private file system.
 */

const WARD = 'lizhang-shequ-dahui.txt';

let app: RunningApp;
let own: AppPage;
let page: Page;
test.beforeEach(({ app: running, own: opened }) => {
  app = running;
  own = opened;
  page = own.page;
});

const byTestId = (id: string) => own.byTestId(id);
const text = () => own.text();
const bar = (id: string) => byTestId(id).locator('p').textContent();

/** The user's files; every dialogue answers with the first of these names. */
async function answerDialogues(name: string): Promise<void> {
  await page.addInitScript((chosen) => {
    const handle = async () =>
      (await navigator.storage.getDirectory()).getFileHandle(chosen, { create: true });
    Object.assign(window, {
      showOpenFilePicker: async () => [await handle()],
      showSaveFilePicker: handle,
    });
  }, name);
}

const write = (name: string, content: string | number[]) =>
  page.evaluate(
    async ([file, data]) => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle(file as string, {
        create: true,
      });
      const writing = await handle.createWritable();
      await writing.write(typeof data === 'string' ? data : Uint8Array.from(data as number[]));
      await writing.close();
    },
    [name, content] as const,
  );
const read = (name: string) =>
  page.evaluate(
    async (file) =>
      (await (await (await navigator.storage.getDirectory()).getFileHandle(file)).getFile()).text(),
    name,
  );

async function openApp(): Promise<void> {
  await page.goto(`${app.url}#file=${WARD}`);
  await expect.poll(text).toContain('好里好鄰居');
}

test('a file that was opened is written by Ctrl+S, also after a reload and under another name here', async () => {
  await answerDialogues('我的讲话.txt');
  await openApp();
  await write('我的讲话.txt', '我的讲话\n\n同志们：\n');
  await byTestId('button-open').click();
  await expect.poll(text).toContain('我的讲话');
  await own.typeBehind('同志们', '大家好');
  await page.keyboard.press('Control+s');
  await expect.poll(() => bar('own-saved-bar')).toContain('已存到“我的讲话.txt”');
  expect(await read('我的讲话.txt')).toBe('我的讲话\n\n同志们：大家好\n');
  expect(await readFile(join(app.speeches, '我的讲话.txt'), 'utf8')).toContain('大家好');
  await page.locator('a[data-name="我的讲话.txt"]').focus();
  await page.keyboard.press('F2');
  await byTestId('name-field').fill('改了名');
  await byTestId('name-take').click();
  await expect.poll(() => page.locator('a[data-name="改了名.txt"]').count()).toBe(1);
  // The dialogue goes when all that goes by the name has the new one.
  await expect.poll(() => byTestId('name-dialog').isVisible()).toBe(false);
  expect(decodeURIComponent(page.url())).toContain('改了名.txt');
  await page.reload();
  await expect.poll(text).toContain('大家好');
  await own.typeBehind('同志们', '！');
  await page.keyboard.press('Control+s');
  await expect.poll(() => read('我的讲话.txt')).toBe('我的讲话\n\n同志们：大家好！\n');
});

test('a file that another program changed is not written over unless the user says so', async () => {
  await answerDialogues('我的讲话.txt');
  await openApp();
  await write('我的讲话.txt', '我的讲话\n');
  await byTestId('button-open').click();
  await expect.poll(text).toContain('我的讲话');
  await write('我的讲话.txt', '别的程序写的\n');
  await own.typeBehind('我的讲话', '（改）');
  await page.keyboard.press('Control+s');
  await expect.poll(() => bar('own-failed-bar')).toContain('没有覆盖');
  expect(await read('我的讲话.txt')).toBe('别的程序写的\n');
  await byTestId('own-over').click();
  await expect.poll(() => bar('own-saved-bar')).toContain('已存到');
  expect(await read('我的讲话.txt')).toBe('我的讲话（改）\n');
});

test('存到我的文件… writes the speech as it is, and Ctrl+S from then on', async () => {
  await answerDialogues('新地方.txt');
  await openApp();
  await page.keyboard.press('Control+Shift+S');
  await expect.poll(() => bar('own-saved-bar')).toContain('新地方.txt');
  expect(await read('新地方.txt')).toBe(await readFile(join(SPEECHES, WARD), 'utf8'));
  await own.typeBehind('好里好鄰居', '（改）');
  await page.keyboard.press('Control+s');
  await expect.poll(() => read('新地方.txt')).toContain('（改）');
});

test('a Word file is opened and never written: it is more than its text', async () => {
  await answerDialogues('党课.docx');
  await openApp();
  await write('党课.docx', [...makeDocx({ body: paragraph('学习讲话') + paragraph('同志们：') })]);
  const before = await read('党课.docx');
  await byTestId('button-open').click();
  await expect.poll(text).toContain('学习讲话');
  await own.typeBehind('同志们', '大家好');
  await page.keyboard.press('Control+s');
  await expect.poll(() => readFile(join(app.speeches, '党课.txt'), 'utf8')).toContain('大家好');
  expect(await byTestId('own-saved-bar').count()).toBe(0);
  expect(await read('党课.docx')).toBe(before);
});

test('where the browser has no such dialogues, the speech is downloaded', async () => {
  await page.addInitScript(() => {
    Object.assign(window, { showOpenFilePicker: undefined, showSaveFilePicker: undefined });
  });
  await openApp();
  const started = page.waitForEvent('download');
  await page.keyboard.press('Control+Shift+S');
  const file = await started;
  expect(file.suggestedFilename()).toBe(WARD);
  expect(await readFile(await file.path())).toEqual(await readFile(join(SPEECHES, WARD)));
  const chooser = page.waitForEvent('filechooser');
  await byTestId('button-open').click();
  expect((await chooser).isMultiple()).toBe(true);
});
