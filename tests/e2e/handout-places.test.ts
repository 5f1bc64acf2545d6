/** The handout page and the author's source: which sentence is lit, which was clicked, which is at the top. */
import { join } from 'node:path';
import { loadSpeech } from '../../src/cli/load-speech.ts';
import { flowHandout } from '../../src/handout/flow/flow.ts';
import type { PlaceEventDetail } from '../../src/handout/paginate/frame.ts';
import { bareText } from '../../src/text/bare-text.ts';
import { SPEECHES } from '../speeches.ts';
import { type HandoutPage, openHandoutPage } from './handout-page.ts';
import { expect, test } from './test.ts';

let shown: HandoutPage;
let source: string;
test.beforeAll(async ({ browser, builtPages }) => {
  shown = await openHandoutPage(browser, builtPages);
  const loaded = await loadSpeech(join(SPEECHES, 'anquan-shengchan-gongzuo-huiyi.txt'));
  source = loaded.source.text;
  await shown.layOut(flowHandout(loaded.speech));
});
test.afterAll(async () => {
  await shown.close();
});

/** What is lit now. */
const lit = () =>
  shown.page.evaluate(() =>
    [...(CSS.highlights.get('jiangtai-sentence') ?? [])].map((range) => range.toString()).join(''),
  );

test('lights the sentence the cursor is in, on every page it is on, and nothing else', async () => {
  const sentence = '事故起数和死亡人数实现“双下降”。';
  const at = source.indexOf(sentence) + 3;
  expect(at).toBeGreaterThan(3);
  await shown.page.evaluate((at) => window.jiangtaiHandout!.light({ start: at, end: at }), at);
  const text = await lit();
  expect(text).toContain(sentence);
  expect(text.match(/[。！？]/g)).toHaveLength(1);
  await shown.page.evaluate(() => window.jiangtaiHandout!.light(undefined));
  expect(await lit()).toBe('');
});

test('brings it into view only where it is out of sight', async () => {
  const at = source.length - 30;
  await shown.page.evaluate(() => scrollTo(0, 0));
  await shown.page.evaluate(
    (at) => window.jiangtaiHandout!.light({ start: at, end: at }, { scroll: true }),
    at,
  );
  const y = await shown.page.evaluate(() => scrollY);
  expect(y).toBeGreaterThan(1000);
  await shown.page.evaluate(
    (at) => window.jiangtaiHandout!.light({ start: at - 5, end: at - 5 }, { scroll: true }),
    at,
  );
  expect(await shown.page.evaluate(() => scrollY)).toBe(y);
});

test('says which sentence was clicked', async () => {
  const place = shown.page.evaluate(
    () =>
      new Promise<PlaceEventDetail>((resolve) => {
        window.addEventListener('jiangtai-place', (event) => {
          if (event.detail.by === 'click') resolve(event.detail);
        });
      }),
  );
  await shown.page.evaluate(() => scrollTo(0, 0));
  const box = (await shown.page.locator('.paragraph').first().boundingBox())!;
  await shown.page.mouse.click(box.x + box.width / 2, box.y + 8);
  const { range } = await place;
  const clicked = await shown.page.locator('.paragraph').first().textContent();
  expect(bareText(clicked ?? '')).toContain(bareText(source.slice(range.start, range.end)));
  expect(range.end).toBeGreaterThan(range.start);
});

test('says what is at the top when the reader scrolls, and nothing when it scrolls by itself', async () => {
  await shown.page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    window.addEventListener('jiangtai-place', (event) => seen.push(event.detail.by));
  });
  const at = source.length - 30;
  await shown.page.evaluate(() => scrollTo(0, 700));
  await shown.page.waitForFunction(() => (window as unknown as { seen: string[] }).seen.includes('scroll'));
  await shown.page.evaluate(async (at) => {
    const { seen } = window as unknown as { seen: string[] };
    seen.length = 0;
    window.jiangtaiHandout!.light({ start: at, end: at }, { scroll: true });
    for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
  }, at);
  expect(await shown.page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
  await shown.page.mouse.move(400, 400);
  await shown.page.mouse.wheel(0, -900);
  await shown.page.waitForFunction(() => (window as unknown as { seen: string[] }).seen.includes('scroll'));
});

test('pages are shown as wide as the pane, whole, or at a share of their size', async () => {
  const height = () =>
    shown.page
      .locator('.sheet')
      .first()
      .evaluate((sheet) => sheet.getBoundingClientRect().height);
  await shown.page.evaluate(() => window.jiangtaiHandout!.zoom('page'));
  expect(await height()).toBeLessThan(1100);
  await shown.page.evaluate(() => window.jiangtaiHandout!.zoom(1.5));
  expect(Math.abs((await height()) - (297 / 25.4) * 96 * 1.5)).toBeLessThan(2);
  await shown.page.evaluate(() => window.jiangtaiHandout!.zoom('width'));
  expect(Math.abs((await height()) - (297 / 25.4) * 96)).toBeLessThan(2);
});
