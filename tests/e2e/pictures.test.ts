import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Deck } from '../../src/deck/plan/types.ts';
import { THEMES } from '../themes.ts';
import { type DeckPages, openDeckPages } from './deck-page.ts';
import { expect, test } from './test.ts';

/**
 * One picture a theme and ratio, of one fixed deck with a slide of every layout: tests/fixtures/pictures. When a
 * change of looks is meant, `npm run golden` writes those anew that differ; look at each.
 */
const FIXTURES = join(import.meta.dirname, '../fixtures/pictures');
const WRITE = process.env.UPDATE_GOLDEN === '1';
/** Blocks of this many px are compared by their mean colour: another browser's smoothing of edges is no change. */
const BLOCK = 6;
/** Difference of a block's mean, of 255, that the eye sees; and how many of 1,000 blocks may differ so. */
const VISIBLE = 20;
const FEW = 4;

/** Pictures are kept so much smaller than they were taken: eight of them must stay light. */
const SCALE = 0.6;

let pages: DeckPages;
let deck: Deck;
test.beforeAll(async ({ browser, builtPages }) => {
  pages = await openDeckPages(browser, builtPages);
  deck = JSON.parse(await readFile(join(FIXTURES, 'deck.json'), 'utf8'));
});
test.afterAll(async () => {
  await pages?.close();
});

for (const { id: theme } of THEMES)
  for (const ratio of ['16:9', '4:3'])
    test(`${theme} ${ratio} looks as it did`, async () => {
      const page = await pages.open(`?view=sheets&ratio=${ratio}`);
      await page.setViewportSize({ width: 980, height: 700 });
      await pages.show(page, { ...deck, theme });
      const sheets = page.locator('.overview');
      await page.setViewportSize({ width: 980, height: Math.ceil((await sheets.boundingBox())!.height) });
      const full = (await page.screenshot()).toString('base64');
      const picture = Buffer.from(await page.evaluate(shrink, [full, SCALE] as const), 'base64');
      const name = `${theme}-${ratio.replace(':', 'x')}`;
      const file = join(FIXTURES, `${name}.jpg`);
      const before = await readFile(file).catch(() => undefined);
      const { changed, difference } = before
        ? await page.evaluate(compare, [
            before.toString('base64'),
            picture.toString('base64'),
            BLOCK,
            VISIBLE,
          ] as const)
        : { changed: 1000, difference: '' };
      await page.close();
      if (changed <= FEW) return;
      if (WRITE) return writeFile(file, picture);
      // The report shows three of these names beside and over each other.
      const attach = (part: string, contentType: string, body = Buffer.alloc(0)) =>
        test.info().attach(`${name}-${part}`, { contentType, body });
      await attach('expected', 'image/jpeg', before);
      await attach('actual', 'image/jpeg', picture);
      await attach('diff', 'image/png', Buffer.from(difference, 'base64'));
      expect(changed, 'visibly different blocks of 1,000').toBeLessThanOrEqual(FEW);
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

/**
 * Runs in the browser.
 *
 * @returns how many of 1,000 blocks differ visibly (all, when the sizes differ), and a PNG, base64, in which they are red
 */
async function compare([before, after, block, visible]: readonly [string, string, number, number]): Promise<{
  changed: number;
  difference: string;
}> {
  const blocksOf = async (base64: string) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    const [width, height] = [Math.floor(bitmap.width / block), Math.floor(bitmap.height / block)];
    const context = new OffscreenCanvas(width, height).getContext('2d')!;
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    return { bitmap, pixels: context.getImageData(0, 0, width, height) };
  };
  const [one, other] = [await blocksOf(before), await blocksOf(after)];
  const { bitmap } = other;
  const sheet = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = sheet.getContext('2d')!;
  context.globalAlpha = 0.3;
  context.drawImage(bitmap, 0, 0);
  context.globalAlpha = 1;
  context.fillStyle = 'red';
  const { width, height, data } = one.pixels;
  let changed = 1000;
  if (width === other.pixels.width && height === other.pixels.height) {
    let differing = 0;
    for (let at = 0; at < data.length; at += 4) {
      const colours = [0, 1, 2].map((i) => Math.abs(data[at + i]! - other.pixels.data[at + i]!));
      if (Math.max(...colours) <= visible) continue;
      differing++;
      const index = at / 4;
      context.fillRect((index % width) * block, Math.floor(index / width) * block, block, block);
    }
    changed = (differing * 4000) / data.length;
  }
  let binary = '';
  for (const byte of new Uint8Array(await (await sheet.convertToBlob()).arrayBuffer()))
    binary += String.fromCharCode(byte);
  return { changed, difference: btoa(binary) };
}
