import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Deck } from '../../src/deck/plan/types.ts';
import { listThemes } from '../../src/deck/themes.ts';
import { type DeckPages, openDeckPages } from './deck-page.ts';

/**
 * One picture a theme and ratio, of one fixed deck with a slide of every layout: tests/fixtures/pictures. When a
 * change of looks is meant, write them anew and look at each: `PICTURES=write npx vitest run tests/e2e/pictures.test.ts`.
 */
const FIXTURES = join(import.meta.dirname, '../fixtures/pictures');
const WRITE = process.env.PICTURES === 'write';
/** Blocks of this many px are compared by their mean colour: another browser's smoothing of edges is no change. */
const BLOCK = 6;
/** Difference of a block's mean, of 255, that the eye sees; and how many of 1,000 blocks may differ so. */
const VISIBLE = 20;
const FEW = 4;

/** Pictures are kept so much smaller than they were taken: eight of them must stay light. */
const SCALE = 0.6;

let pages: DeckPages;
let page: Page;
let deck: Deck;
beforeAll(async () => {
  pages = await openDeckPages();
  deck = JSON.parse(await readFile(join(FIXTURES, 'deck.json'), 'utf8'));
  await mkdir(FIXTURES, { recursive: true });
});
afterAll(async () => {
  await pages?.close();
});

const cases = listThemes().flatMap(({ id }) => ['16:9', '4:3'].map((ratio) => [id, ratio] as const));

it.each(cases)('%s %s looks as it did', async (theme, ratio) => {
  page = await pages.open(`?view=sheets&ratio=${ratio}`);
  await page.setViewportSize({ width: 980, height: 700 });
  await pages.show(page, { ...deck, theme });
  const sheets = page.locator('.overview');
  await page.setViewportSize({ width: 980, height: Math.ceil((await sheets.boundingBox())!.height) });
  const full = (await page.screenshot()).toString('base64');
  const picture = Buffer.from(await page.evaluate(shrink, [full, SCALE] as const), 'base64');
  const file = join(FIXTURES, `${theme}-${ratio.replace(':', 'x')}.jpg`);
  if (WRITE) await writeFile(file, picture);
  expect(existsSync(file)).toBe(true);
  const before = await readFile(file);
  const changed = await page.evaluate(compare, [
    before.toString('base64'),
    picture.toString('base64'),
    BLOCK,
    VISIBLE,
  ] as const);
  expect(changed).toBeLessThanOrEqual(FEW);
  await page.close();
});

/** Runs in the browser: a smaller JPEG, base64. */
async function shrink([base64, scale]: readonly [string, number]): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(bitmap.width * scale, bitmap.height * scale);
  const context = canvas.getContext('2d')!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.72 });
  let binary = '';
  for (const byte of new Uint8Array(await blob.arrayBuffer())) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Runs in the browser: how many of 1,000 blocks differ visibly; all, when the sizes differ. */
async function compare([before, after, block, visible]: readonly [
  string,
  string,
  number,
  number,
]): Promise<number> {
  const pixels = async (base64: string) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    const [width, height] = [Math.floor(bitmap.width / block), Math.floor(bitmap.height / block)];
    const context = new OffscreenCanvas(width, height).getContext('2d')!;
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  };
  const [one, other] = [await pixels(before), await pixels(after)];
  if (one.width !== other.width || one.height !== other.height) return 1000;
  let differing = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    const difference = Math.max(...[0, 1, 2].map((i) => Math.abs(one.data[at + i]! - other.data[at + i]!)));
    if (difference > visible) differing++;
  }
  return (differing * 4000) / one.data.length;
}
