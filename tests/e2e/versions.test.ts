import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type AppPage, REAL } from './app-page.ts';
import type { RunningApp } from './running-app.ts';
import { expect, test } from './test.ts';

/** Versions of a speech, on a folder. */

const SAFETY = 'anquan-shengchan-gongzuo-huiyi.txt';

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
const onDisk = (name: string) => readFile(join(app.speeches, name), 'utf8');
const rows = () => page.locator('versions-dialog .version').allTextContents();

async function openSpeech(name: string, words: string): Promise<void> {
  await page.goto(`${app.url}#file=${name}`);
  await expect.poll(text).toContain(words);
}

async function openVersions(name: string): Promise<void> {
  await own.openMenu(name);
  await page.getByRole('menuitem', { name: '历史版本…' }).click();
  await expect.poll(() => byTestId('versions-dialog').isVisible()).toBe(true);
}

test('the text before the first edit comes back, and so does what it replaced', async () => {
  const before = await onDisk(SAFETY);
  await openSpeech(SAFETY, '绷紧安全弦');
  expect(await readdir(app.speeches)).not.toContain('.versions');
  await own.typeBehind('刚才，石桥镇', '这是新写的一句。');
  await expect.poll(() => onDisk(SAFETY)).toContain('这是新写的一句。');
  const edited = await onDisk(SAFETY);
  await openVersions(SAFETY);
  await expect.poll(rows).toHaveLength(1);
  // What was added is marked by an element, a colour and a sign.
  const added = page.locator('difference-view ins');
  await expect.poll(() => added.textContent()).toContain('这是新写的一句。');
  expect(await added.evaluate((ins) => getComputedStyle(ins, '::before').content)).toContain('＋');
  await expect.poll(() => byTestId('version-counts').textContent()).toContain('增加 ＋8 字，删去 －0 字');
  await byTestId('version-restore').click();
  await expect.poll(() => onDisk(SAFETY)).toBe(before);
  await expect.poll(text).not.toContain('这是新写的一句。');
  // By undo in the text…
  await page.locator('.cm-content').press('Control+z');
  await expect.poll(() => onDisk(SAFETY)).toBe(edited);
  // …and from the versions, which kept what was replaced.
  await page.locator('.cm-content').press('Control+y');
  await expect.poll(() => onDisk(SAFETY)).toBe(before);
  await openVersions(SAFETY);
  await expect.poll(rows).toHaveLength(2);
  expect((await rows())[0]).toContain('恢复之前');
  const removed = page.locator('difference-view del');
  await expect.poll(() => removed.textContent()).toContain('这是新写的一句。');
  expect(await removed.evaluate((del) => getComputedStyle(del, '::before').content)).toContain('－');
  await byTestId('version-restore').click();
  await expect.poll(() => onDisk(SAFETY)).toBe(edited);
});

test('one button takes a restore back', async () => {
  await openSpeech(SAFETY, '绷紧安全弦');
  await own.typeBehind('刚才，石桥镇', '这是新写的一句。');
  await expect.poll(() => onDisk(SAFETY)).toContain('这是新写的一句。');
  await openVersions(SAFETY);
  await byTestId('version-restore').click();
  await expect.poll(() => onDisk(SAFETY)).not.toContain('这是新写的一句。');
  await byTestId('went-back-undo').click();
  await expect.poll(() => onDisk(SAFETY)).toContain('这是新写的一句。');
  await expect.poll(() => byTestId('went-back-bar').count()).toBe(0);
});

test('a version is kept by hand, under a name that can be changed', async () => {
  await openSpeech(SAFETY, '绷紧安全弦');
  await openVersions(SAFETY);
  await byTestId('version-keep').click();
  await byTestId('name-field').fill('送审稿');
  await byTestId('name-take').click();
  await expect.poll(async () => (await rows()).join()).toContain('送审稿');
  expect(await byTestId('version-restore').isDisabled()).toBe(true);
  await byTestId('version-name').click();
  await byTestId('name-field').fill('第一次送审');
  await byTestId('name-take').click();
  await expect.poll(async () => (await rows()).join()).toContain('第一次送审');
  const files = await readdir(join(app.speeches, '.versions', SAFETY));
  expect(files.some((file) => file.endsWith('.named.txt'))).toBe(true);
});

test('before repairs are written in a version is kept', async () => {
  const before = await onDisk(REAL);
  await openSpeech(REAL, '踐行群眾路線');
  await page.getByRole('button', { name: '写入原文' }).click();
  await expect.poll(() => onDisk(REAL)).not.toBe(before);
  await openVersions(REAL);
  await expect.poll(rows).toHaveLength(1);
  await byTestId('version-restore').click();
  await expect.poll(() => onDisk(REAL)).toBe(before);
});
