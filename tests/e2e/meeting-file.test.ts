import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { loadSpeech } from '../../src/cli/load-speech.ts';
import { main } from '../../src/cli/main.ts';
import { handoutText } from '../../src/handout/flow/text.ts';
import { speechText } from '../../src/speech/text.ts';
import { bareText } from '../../src/text/bare-text.ts';
import { SPEECHES } from '../speeches.ts';
import { expect, test } from './test.ts';

/** The meeting file, opened from a folder outside the project by a browser without network. */

/** The longest sample, 5,684 characters. */
const SPEECH = join(SPEECHES, 'jianxing-qunzhong-luxian.txt');
const LARGEST = 1.2e6;

test.use({ trace: 'off' });
test.describe.configure({ mode: 'serial' });

let folder: string;
let file: string;
let address: string;
let context: BrowserContext;
let show: Page;
let speaker: Page;
const requests = new Set<string>();
const faults: string[] = [];

test.beforeAll(async ({ browser }) => {
  folder = await mkdtemp(join(tmpdir(), 'jiangtai-meeting-'));
  file = join(folder, '会议 #1.html');
  address = pathToFileURL(file).href;
  const errors: string[] = [];
  const code = await main(['meeting', SPEECH, '-o', file], {
    env: { LANG: 'zh_CN.UTF-8' },
    folder,
    out: () => undefined,
    error: (text) => errors.push(text),
  });
  expect([code, ...errors]).toEqual([0, `已写出 ${file}。\n`]);
  context = await browser.newContext();
  await context.setOffline(true);
  context.on('request', (request) => requests.add(request.url().split('#', 1)[0]!));
  context.on('weberror', (error) => faults.push(error.error().message));
  context.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  show = await context.newPage();
  await show.goto(address);
});
test.afterAll(async () => {
  await context?.close();
  await rm(folder, { recursive: true, force: true });
});
test.afterEach(() => {
  expect(faults).toEqual([]);
  // Nothing but the file itself.
  expect([...requests]).toEqual([address]);
});

const current = (page: Page) =>
  page.evaluate(() => document.querySelector('.slides section.present')?.id ?? '');
const shownBySpeaker = () =>
  speaker
    .locator('mirror-slide.now')
    .evaluate((slide) => (slide as HTMLElement & { slideId: string }).slideId);

/** Fonts of this computer that text of a page is drawn in. */
async function systemFonts(page: Page, selector: string): Promise<string[]> {
  const session = await context.newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector,
  });
  const system = new Set<string>();
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const font of fonts) if (!font.isCustomFont) system.add(font.familyName);
  }
  await session.detach();
  return [...system];
}

test('it is small, holds the author’s text, and its spoken text is the speech', async () => {
  const html = await readFile(file, 'utf8');
  expect(Buffer.byteLength(html)).toBeLessThan(LARGEST);
  const { speech, source } = await loadSpeech(SPEECH);
  const block = async (id: string) =>
    JSON.parse(
      new RegExp(`<script type="application/json" id="jiangtai-${id}">(.*?)</script>`, 's').exec(html)![1]!,
    );
  expect((await block('speech')).source.text).toBe(source.text);
  const slides: { notes: { text: string }[] }[] = (await block('show')).deck.slides;
  const notes = slides.flatMap((slide) => slide.notes.map(({ text }) => text)).join('');
  expect(bareText(notes)).toBe(bareText(speechText(speech)));
  for (const licence of ['reveal.js', 'Lit', 'SIL OPEN FONT LICENSE'])
    expect(await block('licences')).toMatch(new RegExp(licence, 'i'));
});

test('the show starts by itself, in the faces of the file alone', async () => {
  await expect(show.locator('.slides section.present h1')).toBeVisible();
  await show.evaluate(() => document.fonts.ready);
  expect(await systemFonts(show, '.slides section *')).toEqual([]);
});

test('the presenter’s window follows and steers, through a reload of either', async () => {
  [speaker] = await Promise.all([context.waitForEvent('page'), show.keyboard.press('s')]);
  await expect.poll(shownBySpeaker).toBe(await current(show));
  await show.keyboard.press('PageDown');
  await expect.poll(shownBySpeaker).toBe(await current(show));
  await speaker.keyboard.press('PageDown');
  await expect.poll(() => current(show)).toBe(await shownBySpeaker());
  await expect(speaker.locator('.spoken p').first()).not.toBeEmpty();
  // The small slides are drawn, in their own frames.
  const small = speaker.frameLocator('mirror-slide.now iframe').locator('.slides section.present');
  await expect(small).toBeVisible();

  const before = await current(show);
  await show.reload();
  await expect.poll(() => current(show)).toBe(before);
  await show.keyboard.press('PageDown');
  await expect.poll(shownBySpeaker).not.toBe(before);
  await speaker.reload();
  await expect.poll(shownBySpeaker).toBe(await current(show));
  await speaker.keyboard.press('PageUp');
  await expect.poll(() => current(show)).toBe(before);
});

test('two files open at once do not hear each other', async () => {
  const other = await context.newPage();
  await other.goto(`${address}?copy`);
  await expect(other.locator('.slides section.present')).toBeVisible();
  const first = await current(other);
  await speaker.keyboard.press('PageDown');
  await expect.poll(shownBySpeaker).toBe(await current(show));
  expect(await current(other)).toBe(first);
  await other.close();
  requests.delete(`${address}?copy`);
});

test('the handout is there, page by page, with every character of the speech', async () => {
  await show.mouse.move(300, 300);
  const [pages] = await Promise.all([
    context.waitForEvent('page'),
    show.locator('.meeting-bar button', { hasText: '讲义' }).click(),
  ]);
  await expect(pages.locator('.pagedjs_page').first()).toBeVisible();
  const { handout } = await loadSpeech(SPEECH);
  const text = await pages.evaluate(() =>
    [...document.querySelectorAll('.pagedjs_page_content')].map((page) => page.textContent).join(''),
  );
  expect(bareText(text)).toBe(bareText(handoutText(handout)));
  expect(await systemFonts(pages, '.pagedjs_page *')).toEqual([]);
  await pages.close();
});
