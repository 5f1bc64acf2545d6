import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { SPEECHES } from '../speeches.ts';
import { type AppPage, REAL } from './app-page.ts';
import type { RunningApp } from './running-app.ts';
import { expect, test } from './test.ts';
import { oneVisit } from './visit.ts';

/** The list of speeches, on a folder. */

const SAFETY = 'anquan-shengchan-gongzuo-huiyi.txt';
const SCHOOL = 'kaixue-dianli.md';
const WARD = 'lizhang-shequ-dahui.txt';

const visit = oneVisit(({ own, app }) => openWard(own, app));
let app: RunningApp;
let own: AppPage;
let page: Page;
test.beforeEach(async () => {
  ({ own, app } = visit);
  ({ page } = own);
  // Files come and go while another speech is open.
  await page.keyboard.press('Escape');
  await cp(join(SPEECHES, SAFETY), join(app.speeches, SAFETY));
  await page.goto(`${app.url}#file=${SAFETY}`);
  await expect.poll(text).toContain('绷紧安全弦');
  await expect.poll(own.saveState).toBe('saved');
  for (const name of await readdir(app.speeches))
    if (!(await readdir(SPEECHES)).includes(name))
      await rm(join(app.speeches, name), { recursive: true, force: true });
  await cp(SPEECHES, app.speeches, { recursive: true });
  await byTestId('list-search').fill('');
  await expect.poll(names).toHaveLength(4);
  await openWard(own, app);
  await visit.closeBars();
});

async function openWard(own: AppPage, app: RunningApp): Promise<void> {
  await own.page.goto(`${app.url}#file=${WARD}`);
  await expect.poll(own.text).toContain('好里好鄰居');
}

const byTestId = (id: string) => own.byTestId(id);
const text = () => own.text();
const link = (name: string) => own.item(name);
const names = () =>
  page
    .locator('a[data-name]')
    .evaluateAll((links) => links.map((item) => (item as HTMLElement).dataset.name));
const onDisk = async () => (await readdir(app.speeches)).filter((name) => /\.(txt|md)$/.test(name)).sort();

test('is searched by name and by text, in either script, with the place that was found', async () => {
  await byTestId('list-search').fill('lizhang');
  await expect.poll(names).toEqual([WARD]);
  // 服务 in Simplified finds 服務 in the Traditional speech.
  await byTestId('list-search').fill('里民大会');
  await expect.poll(names).toEqual([WARD]);
  await expect.poll(() => link(WARD).locator('mark').textContent()).toBe('里民大會');
  await byTestId('list-search').fill('没有这样的词');
  await expect.poll(() => page.locator('speech-list [role="status"]').textContent()).toContain('没有哪篇');
  await byTestId('list-search').press('Escape');
  await expect.poll(names).toHaveLength(4);
  // From the field into the list and open, by keys.
  await byTestId('list-search').fill('安全');
  await expect.poll(names).toContain(SAFETY);
  await byTestId('list-search').press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(text).toContain('绷紧安全弦');
});

test('is put in order of name or of the last change, and remembers which', async () => {
  await writeFile(join(app.speeches, 'zuixin.txt'), '最新的一篇');
  await expect.poll(names).toContain('zuixin.txt');
  await byTestId('list-order').click();
  await expect.poll(async () => (await names())[0]).toBe('zuixin.txt');
  await page.reload();
  await expect.poll(async () => (await names())[0]).toBe('zuixin.txt');
  await byTestId('list-order').click();
  await expect.poll(async () => (await names())[0]).not.toBe('zuixin.txt');
});

test('renames the open speech, which stays open with what was just typed', async () => {
  await page.locator('.cm-line').first().click();
  await page.keyboard.press('End');
  await page.keyboard.insertText('（新写的）');
  await link(WARD).focus();
  await page.keyboard.press('F2');
  await byTestId('name-field').fill('kaixue-dianli');
  // Another extension, another name: this one is free. The school's own is not.
  await byTestId('name-take').click();
  await expect.poll(onDisk).toContain('kaixue-dianli.txt');
  await expect.poll(() => link('kaixue-dianli.txt').getAttribute('aria-current')).toBe('page');
  expect(await text()).toContain('（新写的）');
  await expect.poll(() => readFile(join(app.speeches, 'kaixue-dianli.txt'), 'utf8')).toContain('（新写的）');
  expect(await onDisk()).not.toContain(WARD);
  await link(REAL).focus();
  await page.keyboard.press('F2');
  await byTestId('name-field').fill('kaixue-dianli');
  await byTestId('name-take').click();
  await expect.poll(() => page.locator('name-dialog [role="alert"]').textContent()).toContain('已经有');
  await page.keyboard.press('Escape');
  expect(await onDisk()).toContain(REAL);
});

test('an address of a speech that is no more: it is said, over the speech that was open last', async () => {
  const shown = await text();
  await page.goto(`${app.url}#file=${encodeURIComponent('没有这篇.txt')}`);
  await page.reload();
  await expect.poll(() => byTestId('open-bar').locator('p').textContent()).toContain('没有这篇.txt');
  await expect.poll(text).toBe(shown);
});

test('reloaded while it is renamed, the page opens the speech under its new name', async () => {
  const shown = await text();
  // The server has done it, the page has not heard more.
  await page.route('**/api/speeches', (route) =>
    route.request().method() === 'GET' ? undefined : route.continue(),
  );
  await link(WARD).focus();
  await page.keyboard.press('F2');
  await byTestId('name-field').fill('gaiming');
  await byTestId('name-take').click();
  await expect.poll(onDisk).toContain('gaiming.txt');
  await expect.poll(() => page.url()).toContain('gaiming');
  await page.unroute('**/api/speeches');
  await page.reload();
  await expect.poll(text).toBe(shown);
});

test('copies a speech by its menu, which the keys open', async () => {
  await link(WARD).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(onDisk).toContain('lizhang-shequ-dahui 副本.txt');
  await expect.poll(() => link('lizhang-shequ-dahui 副本.txt').getAttribute('aria-current')).toBe('page');
});

test('deletes, and takes it back by one button', async () => {
  const before = await readFile(join(app.speeches, WARD));
  await link(WARD).focus();
  await page.keyboard.press('Delete');
  await expect.poll(onDisk).not.toContain(WARD);
  // The speech beside it is open now; nothing says that a file is missing.
  await expect.poll(text).not.toContain('好里好鄰居');
  expect(await byTestId('save-bar').count()).toBe(0);
  await byTestId('removed-undo').click();
  await expect.poll(text).toContain('好里好鄰居');
  expect(await readFile(join(app.speeches, WARD))).toEqual(before);
  await expect.poll(() => byTestId('removed-undo').count()).toBe(0);
});

test('keeps deleted speeches where they can be brought back later, or deleted for good', async () => {
  for (const name of [REAL, SCHOOL]) {
    await link(name).focus();
    await page.keyboard.press('Delete');
    await expect.poll(onDisk).not.toContain(name);
  }
  await page.reload();
  await expect.poll(names).toHaveLength(2);
  await byTestId('list-menu').locator('button').first().click();
  await page.getByRole('menuitem', { name: '最近删除…' }).click();
  const row = (name: string) => page.locator(`removed-dialog li[data-name="${name}"]`);
  await row(SCHOOL).getByRole('button', { name: /恢复/ }).click();
  await expect.poll(onDisk).toContain(SCHOOL);
  const forget = row(REAL).getByRole('button', { name: /彻底删除/ });
  await forget.click();
  await expect.poll(() => forget.textContent()).toBe('确定彻底删除？');
  await forget.click();
  await expect.poll(() => page.locator('removed-dialog li').count()).toBe(0);
  await page.keyboard.press('Escape');
  expect(await onDisk()).not.toContain(REAL);
});

test('the last speech deleted leaves an empty page that says how to begin', async () => {
  for (const name of await onDisk()) {
    if (name === 'README.md') continue;
    await link(name).focus();
    await page.keyboard.press('Delete');
    await expect.poll(onDisk).not.toContain(name);
  }
  await expect.poll(() => page.locator('.cover').first().textContent()).toContain('这里还没有讲稿');
  // Nothing is on its way there.
  await expect.poll(() => page.locator('preview-pane .cover').textContent()).toContain('写下第一行');
  await page.locator('.cover').getByRole('button', { name: '新建讲稿' }).click();
  await byTestId('new-create').click();
  await expect.poll(onDisk).toContain('新讲稿.txt');
  await expect.poll(() => page.locator('.cm-content').evaluate((e) => e.matches(':focus'))).toBe(true);
});

test('begins from a pasted text, which names the file', async () => {
  await byTestId('button-new').click();
  await page.getByRole('radio', { name: /粘贴/ }).check({ force: true });
  await byTestId('new-text').fill('防汛工作动员讲话\n\n同志们：\n\n一、认清形势\n要认清形势。\n');
  await expect.poll(() => byTestId('new-name').inputValue()).toBe('防汛工作动员讲话');
  await byTestId('new-create').click();
  await expect.poll(text).toContain('一、认清形势');
  expect(await readFile(join(app.speeches, '防汛工作动员讲话.txt'), 'utf8')).toContain('同志们：');
});

test('begins from a sample, with its picture', async () => {
  for (const name of [SCHOOL, 'kaixue-dianli.svg']) await rm(join(app.speeches, name));
  await byTestId('button-new').click();
  await page.getByRole('radio', { name: /示例/ }).check({ force: true });
  await byTestId('new-sample').selectOption(SCHOOL);
  await byTestId('new-name').fill('我的开学典礼');
  await byTestId('new-create').click();
  // The title stands in the front matter, which is folded.
  await expect.poll(text).toContain('尊敬的各位老师');
  expect(await readFile(join(app.speeches, '我的开学典礼.md'))).toEqual(
    await readFile(join(SPEECHES, SCHOOL)),
  );
  expect(await readdir(app.speeches)).toContain('kaixue-dianli.svg');
});

test('exports everything as one .zip, and takes one in without replacing anything', async () => {
  const menu = async (name: string) => {
    await byTestId('list-menu').locator('button').first().click();
    await page.getByRole('menuitem', { name }).click();
  };
  const started = page.waitForEvent('download');
  await menu('全部导出为 .zip');
  const file = await started;
  expect(file.suggestedFilename()).toMatch(/^讲台讲稿 \d{4}-\d{2}-\d{2}\.zip$/);
  const packed = await readFile(await file.path());
  expect(Object.keys(unzipSync(packed)).sort()).toEqual(
    [...(await onDisk()).filter((name) => name !== 'README.md'), 'kaixue-dianli.svg'].sort(),
  );
  await rm(join(app.speeches, REAL));
  await writeFile(join(app.speeches, SAFETY), '这里改过了');
  await expect.poll(names).not.toContain(REAL);
  await byTestId('open-archive').setInputFiles({ name: 'all.zip', mimeType: '', buffer: packed });
  await expect.poll(onDisk).toContain('anquan-shengchan-gongzuo-huiyi 2.txt');
  await expect.poll(onDisk).toContain(REAL);
  expect(await readFile(join(app.speeches, REAL))).toEqual(await readFile(join(SPEECHES, REAL)));
  expect(await readFile(join(app.speeches, SAFETY), 'utf8')).toBe('这里改过了');
  await expect
    .poll(() => byTestId('imported-bar').locator('p').textContent())
    .toBe('导入了 2 篇讲稿、0 张图片。另有 3 个文件这里已经有一模一样的，没有重复导入。');
  await byTestId('open-archive').setInputFiles({ name: 'x.zip', mimeType: '', buffer: Buffer.from('no') });
  await expect.poll(() => byTestId('open-bar').locator('p').textContent()).toContain('.zip 文件打不开');
});

test('an export that takes long says so, and can be called off', async () => {
  let answer!: () => void;
  const may = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let downloads = 0;
  let asked = 0;
  page.on('download', () => downloads++);
  await page.route('**/api/speech-bytes/*', async (route) => {
    asked++;
    await may;
    await route.continue();
  });
  await byTestId('list-menu').locator('button').first().click();
  await page.getByRole('menuitem', { name: '全部导出为 .zip' }).click();
  await expect.poll(() => byTestId('work-bar').textContent()).toContain('正在打包全部讲稿');
  await expect.poll(() => asked).toBe(1);
  const answered = page.waitForResponse('**/api/speech-bytes/*');
  await byTestId('work-cancel').click();
  answer();
  await (await answered).finished();
  // Time to ask for the next file, were packing to go on.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  await expect.poll(() => byTestId('work-bar').count()).toBe(0);
  expect([asked, downloads, await byTestId('open-bar').count()]).toEqual([1, 0, 0]);
  await page.unrouteAll();
});

test('takes several dropped files at once; one that is refused does not keep the others out', async () => {
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['甲的讲话\n\n同志们：\n'], '甲.txt'));
    data.items.add(new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])], '旧.doc'));
    data.items.add(new File(['# 乙的讲话\n\n**重点**\n'], '乙.md'));
    data.items.add(new File(['<h1>丙的讲话</h1><p>同志们：</p>'], '丙.html'));
    document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await expect.poll(onDisk).toEqual(expect.arrayContaining(['甲.txt', '乙.md', '丙.txt']));
  await expect.poll(text).toContain('丙的讲话');
  await expect.poll(() => byTestId('open-bar').locator('p').textContent()).toContain('另存为 .docx');
  // The same file once more is another speech.
  await byTestId('open-files').setInputFiles({
    name: '甲.txt',
    mimeType: '',
    buffer: Buffer.from('甲的讲话'),
  });
  await expect.poll(onDisk).toContain('甲 2.txt');
});
