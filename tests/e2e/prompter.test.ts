import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { loadSpeech } from '../../src/cli/load-speech.ts';
import { planDeck } from '../../src/deck/plan/plan.ts';
import type { Deck } from '../../src/deck/plan/types.ts';
import { sentenceTable } from '../../src/stage/timetable/sentence-table.ts';
import { bareText } from '../../src/text/bare-text.ts';
import { SPEECHES } from '../speeches.ts';
import { type DeckPages, openDeckPages } from './deck-page.ts';
import { expect, test } from './test.ts';

let pages: DeckPages;
let deck: Deck;
let page: Page;
let prompter: Page;
test.beforeAll(async ({ browser, builtPages }) => {
  pages = await openDeckPages(browser, builtPages);
  deck = planDeck((await loadSpeech(join(SPEECHES, 'jianxing-qunzhong-luxian.txt'))).speech);
  page = await pages.open();
  await pages.show(page, deck, { language: 'zh-Hans' });
  const opened = page.waitForEvent('popup');
  await page.evaluate(() => window.jiangtaiDeck!.openPrompter(undefined));
  prompter = await opened;
  await prompter.setViewportSize({ width: 1366, height: 768 });
  await prompter.locator('p.now').first().waitFor();
});
test.afterAll(async () => {
  await pages?.close();
});

const current = () => page.evaluate(() => window.jiangtaiDeck!.current());
/** Text of elements without the readings over it. */
const textOf = (selector: string) =>
  prompter.locator(selector).evaluateAll((found) =>
    found.map((element) => {
      const copy = element.cloneNode(true) as Element;
      for (const reading of copy.querySelectorAll('rt')) reading.remove();
      return copy.textContent ?? '';
    }),
  );
const lit = async () => (await textOf('p.now'))[0];
const firstText = (slide: number) => sentenceTable(deck).find((entry) => entry.cue === slide + 1)?.text ?? '';

test('holds the whole text in lines of at most 16 characters; the slides follow page by page', async () => {
  const said = deck.slides.flatMap(({ notes }) => notes.map(({ text }) => text)).join('');
  expect(bareText((await textOf('.column p')).join(''))).toBe(bareText(said));
  const widths = await prompter
    .locator('.column p.sentence')
    .evaluateAll((rows) => rows.map((row) => row.clientWidth / parseFloat(getComputedStyle(row).fontSize)));
  expect(Math.max(...widths)).toBeLessThanOrEqual(16.01);
  const seen = [await current()];
  for (let turn = 0; seen.length < 4 && turn < 40; turn++) {
    await prompter.keyboard.press('PageDown');
    const slide = Number((await prompter.getByTestId('prompter-slide').textContent())?.split('/')[0]);
    await expect.poll(current).toBe(deck.slides[slide - 1]!.id);
    if (seen.at(-1) !== deck.slides[slide - 1]!.id) seen.push(deck.slides[slide - 1]!.id);
  }
  // No slide is passed over.
  expect(seen).toEqual(deck.slides.slice(0, 4).map(({ id }) => id));
});

test('the text follows the audience’s window, and its place outlives a reload', async () => {
  await page.keyboard.press('Home');
  await expect.poll(lit).toBe(firstText(0));
  await prompter.getByTestId('prompter-mode-sentence').click();
  await prompter.keyboard.press('PageDown');
  await prompter.keyboard.press('PageDown');
  const text = await lit();
  expect(text).not.toBe(firstText(0));
  await prompter.reload();
  await expect.poll(lit).toBe(text);
});

test('scrolls to the next sentence by itself; Space stops it; only the text is mirrored', async () => {
  await prompter.getByTestId('prompter-mode-scroll').click();
  await prompter.keyboard.press('Home');
  const before = await lit();
  await prompter.getByTestId('prompter-run').click();
  await expect.poll(lit).not.toBe(before);
  await prompter.getByTestId('prompter').focus();
  await prompter.keyboard.press('Space');
  await expect(prompter.getByTestId('prompter-run')).toHaveText('开始滚动');
  await prompter.getByTestId('prompter-mirror').click();
  const transform = (selector: string) =>
    prompter.locator(selector).evaluate((element) => getComputedStyle(element).transform);
  expect(await transform('.window')).toBe('matrix(-1, 0, 0, 1, 0, 0)');
  expect(await transform('footer')).toBe('none');
  expect(pages.faults).toEqual([]);
});
