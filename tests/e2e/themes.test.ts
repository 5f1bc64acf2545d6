import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSpeech } from '../../src/cli/load-speech.ts';
import { planDeck } from '../../src/deck/plan/plan.ts';
import type { Deck } from '../../src/deck/plan/types.ts';
import { LAYOUTS, specimenDeck } from '../../src/gallery/specimen.ts';
import { diagramSpeech } from '../diagram-speech.ts';
import { SPEECH_NAMES, SPEECHES } from '../speeches.ts';
import { THEMES } from '../themes.ts';
import { type DeckPages, openDeckPages } from './deck-page.ts';
import { HOSTILE_DECK, HOSTILE_PICTURES } from './hostile-slides.ts';
import { expect, test } from './test.ts';
import { contrastMeter } from './text-contrast.ts';

/** Contrast of text people read, and of large or secondary text (spec: typography §7). */
const BODY = 7;
const FURNITURE = 4.5;
/** Text so large, in shares of the slide's height. */
const LARGE = 0.066;

let pages: DeckPages;
let specimen: Deck;
/** Layouts that need words of a form of their own. */
let diagrams: Deck;
test.beforeAll(async ({ browser, builtPages }) => {
  pages = await openDeckPages(browser, builtPages);
  const speeches = await Promise.all(SPEECH_NAMES.map((name) => loadSpeech(join(SPEECHES, name))));
  specimen = specimenDeck(speeches.map(({ speech }) => planDeck(speech)));
  diagrams = planDeck(diagramSpeech());
});
test.afterAll(async () => {
  await pages?.close();
});

test('the specimens show every layout there is', () => {
  const shown = new Set([...specimen.slides, ...diagrams.slides].map((slide) => slide.layout));
  const layouts = [...LAYOUTS].sort();
  expect([...shown].sort()).toEqual(layouts);
});

test('the gallery shows all themes in both ratios', async () => {
  const page = await pages.context.newPage();
  await page.goto(`${pages.url}themes.html`);
  const frames = page.locator('iframe[data-filled]');
  await expect.poll(() => frames.count()).toBe(THEMES.length * 2);
  for (const frame of await frames.all()) {
    const content = frame.contentFrame();
    expect(await content.locator('.thumbnail').count()).toBe(specimen.slides.length);
    const height = await content.locator('.overview').evaluate((sheets) => sheets.scrollHeight);
    expect((await frame.boundingBox())!.height).toBeGreaterThanOrEqual(height);
  }
  for (const { name } of THEMES) expect(await page.getByText(name['zh-Hans']).count()).toBeGreaterThan(0);
  expect(pages.faults).toEqual([]);
  await page.close();
});

for (const ratio of ['16:9', '4:3'])
  test(`${ratio}: text stands out from its ground in every layout of every theme, and nothing overflows`, async () => {
    const page = await pages.open(`?ratio=${ratio}`);
    const meter = await contrastMeter(page);
    const faint: unknown[] = [];
    const looked = THEMES.flatMap(({ id: theme }) =>
      [specimen, diagrams].map((deck) => ({ ...deck, theme })),
    );
    for (const deck of looked) {
      const { theme } = deck;
      await pages.show(page, deck);
      expect(await page.evaluate(() => window.jiangtaiDeck!.overflowing())).toEqual([]);
      for (const { id } of deck.slides) {
        const texts = await meter.ofSlide(id);
        expect(texts.length).toBeGreaterThan(0);
        const least = (text: string, size: number) =>
          /^\d+ \/ \d+$/.test(text) || size >= LARGE ? FURNITURE : BODY;
        for (const { text, ratio, size } of texts)
          if (ratio < least(text, size)) faint.push({ theme, slide: id, text, ratio });
      }
    }
    expect(faint).toEqual([]);
    await page.close();
    expect(pages.faults).toEqual([]);
  });

test.describe('hostile slides', () => {
  let folder: string;
  let hostile: DeckPages;
  test.beforeAll(async ({ browser, builtPages }) => {
    folder = await mkdtemp(join(tmpdir(), 'jiangtai-pictures-'));
    for (const { name, width, height } of HOSTILE_PICTURES)
      await writeFile(
        join(folder, name),
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#888"/></svg>`,
      );
    hostile = await openDeckPages(browser, builtPages, folder);
  });
  test.afterAll(async () => {
    await hostile?.close();
    await rm(folder, { recursive: true, force: true });
  });

  for (const ratio of ['16:9', '4:3'])
    test(`fit in every theme: ${ratio}`, async () => {
      const page = await hostile.open(`?ratio=${ratio}`);
      const found: unknown[] = [];
      for (const { id: theme } of THEMES) {
        await hostile.show(page, { ...HOSTILE_DECK, theme });
        const misfits = await page.evaluate(() => window.jiangtaiDeck!.overflowing());
        found.push(...misfits.map((slide) => ({ theme, ...slide })));
      }
      expect(found).toEqual([]);
      expect(hostile.faults).toEqual([]);
      await page.close();
    });

  test('a picture that is not there gives way to its description, or its name', async () => {
    const page = await hostile.open();
    await hostile.show(page, HOSTILE_DECK);
    const seen = (id: string) =>
      page.evaluate((id) => {
        window.jiangtaiDeck!.go(id);
        const sheet = document.getElementById(id)!;
        const image = sheet.querySelector('img');
        return {
          words: [...sheet.querySelectorAll('.picture p')]
            .filter((words) => words.checkVisibility())
            .map((words) => words.textContent)
            .join(),
          image: image?.checkVisibility() ?? false,
        };
      }, id);
    expect(await seen('image-missing')).toEqual({ words: '去年秋天广场上的人们', image: false });
    expect(await seen('image-nameless')).toEqual({ words: '照片.jpg', image: false });
    expect(await seen('image-broken')).toEqual({ words: '坏了', image: false });
    expect((await seen('image-outside')).image).toBe(false);
    expect(await seen('image-wide')).toEqual({ words: '', image: true });
    expect(await page.evaluate(() => window.jiangtaiDeck!.missingPictures())).toEqual([
      'missing.png',
      'folder/%E7%85%A7%E7%89%87.jpg',
      'https://example.com/x.png',
      'data:image/png;base64,AAAA',
    ]);
    await page.close();
  });

  test('rare characters have a face of ours', async () => {
    const page = await hostile.open();
    await hostile.show(page, HOSTILE_DECK);
    await page.evaluate(() => window.jiangtaiDeck!.go('quote-rare'));
    // U+20BB7, 𠮷: only 霞鹜文楷 has it.
    const faces = () =>
      page.evaluate(() =>
        [...document.fonts]
          .filter(
            (face) => face.status === 'loaded' && /U\+2(0[0-9A-F]{3}|[0-9A-F]{4})/i.test(face.unicodeRange),
          )
          .map((face) => face.family),
      );
    await expect.poll(faces).toContain('LXGW WenKai');
    await page.close();
  });
});
