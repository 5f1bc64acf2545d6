import { readdir } from 'node:fs/promises';
import type { SpeechEditor } from '../../src/app/editor/speech-editor.ts';
import type { AppPage } from './app-page.ts';
import { expect, test } from './test.ts';

/** The first minutes of somebody new, and what takes its time: shown, and stopped when the user says so. */

/** Short, in Traditional characters: what takes its time here takes it with every speech. */
const SHORT = '踐行群眾路線\n\n同志們：\n\n江山就是人民。\n';

/** Holds the requests that match: `arrived` when there is one, until `release` is called. */
async function hold({ page }: AppPage, method: 'GET' | 'POST', address: RegExp) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(address, async (route) => {
    if (route.request().method() !== method) return route.continue();
    arrive();
    await released;
    await route.continue().catch(() => undefined); // nobody waits for it any more
  });
  const letGo = async () => {
    release();
    await page.unrouteAll({ behavior: 'wait' });
  };
  return { arrived, release: letGo };
}

test('a first visit says what to do beside a text that has its height, and its two buttons do it', async ({
  open,
  app,
}) => {
  const own = await open(1366, 768);
  const { page, byTestId, deck } = own;
  const height = async (selector: string) => (await page.locator(selector).boundingBox())!.height;
  // The bars have come: the notice of a first visit and the repairs, one line each.
  await expect.poll(() => byTestId('repair-bar').isVisible()).toBe(true);
  for (const bar of ['welcome', 'repair-bar'])
    expect(await height(`[data-testid="${bar}"]`)).toBeLessThan(40);
  expect((await height('.text-place')) / (await height('.text-pane'))).toBeGreaterThan(0.6);
  expect(await byTestId('welcome').locator('p').textContent()).toBe('这是示例，请换上您的讲稿。');
  const chooser = page.waitForEvent('filechooser');
  await page.evaluate(() => Reflect.deleteProperty(window, 'showOpenFilePicker'));
  await byTestId('welcome-open').click();
  expect((await chooser).isMultiple()).toBe(true);
  await byTestId('welcome-paste').click();
  await page.keyboard.insertText('修路这件事\n\n乡亲们：\n\n路通了，日子就好过了。\n');
  await byTestId('new-create').click();
  await expect.poll(() => deck.locator('section').first().textContent()).toContain('修路这件事');
  expect(await byTestId('welcome').count()).toBe(0);
  expect(await readdir(app.speeches)).toContain('修路这件事.txt');
});

test('files that come slowly are told, and the rest is left out when the user cancels', async ({
  openSpeech,
  app,
}) => {
  const own = await openSpeech('duan.txt', SHORT);
  const { byTestId } = own;
  const { arrived, release } = await hold(own, 'POST', /\/api\/speeches$/);
  await byTestId('open-files').setInputFiles(
    ['甲', '乙'].map((name) => ({
      name: `${name}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(`${name}的讲话\n\n同志们：\n\n好。\n`),
    })),
  );
  await arrived;
  await expect.poll(() => byTestId('work-bar').textContent()).toContain('正在导入文件');
  await byTestId('work-cancel').click();
  expect(await byTestId('work-bar').count()).toBe(0);
  await release();
  await expect.poll(() => readdir(app.speeches)).toContain('甲.txt');
  await expect.poll(() => byTestId('document-title').textContent()).toBe('甲的讲话');
  expect(await readdir(app.speeches)).not.toContain('乙.txt');
});

test('a choice that takes long is told, and taken back when the user cancels', async ({ openSpeech }) => {
  const own = await openSpeech('duan.txt', SHORT);
  const { byTestId, deck } = own;
  const { release } = await hold(own, 'GET', /t2cn/);
  const script = byTestId('setting-script');
  await byTestId('button-settings').click();
  await script.selectOption('hans');
  await expect.poll(() => byTestId('work-bar').textContent()).toContain('正在按新的版式重排');
  await byTestId('work-cancel').click();
  await expect.poll(() => script.inputValue()).toBe('source');
  await release();
  // Chosen once more it comes.
  await script.selectOption('hans');
  await expect.poll(() => deck.locator('section').first().textContent()).toContain('践行群众路线');
  await expect.poll(() => byTestId('work-bar').count()).toBe(0);
});

test('a choice taken back takes no word back that was written meanwhile', async ({ openSpeech }) => {
  const own = await openSpeech('duan.txt', SHORT);
  const { byTestId, page } = own;
  const { release } = await hold(own, 'GET', /t2cn/);
  await byTestId('button-settings').click();
  await byTestId('setting-script').selectOption('hans');
  await expect.poll(() => byTestId('work-bar').count()).toBe(1);
  await page.keyboard.press('Escape');
  await page.locator('.cm-line', { hasText: '同志們' }).first().click();
  await page.keyboard.press('End');
  await page.keyboard.insertText('这时写的');
  await byTestId('work-cancel').click();
  await release();
  const text = () => page.locator('speech-editor').evaluate((element) => (element as SpeechEditor).text);
  await expect.poll(text).not.toContain('script: hans');
  expect(await text()).toContain('这时写的');
  await expect.poll(() => page.locator('.jt-folded-settings').count()).toBe(0);
});
