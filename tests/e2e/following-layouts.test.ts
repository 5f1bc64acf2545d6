import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SpeechEditor } from '../../src/app/editor/speech-editor.ts';
import { SPEECHES } from '../speeches.ts';
import { type AppPage, REAL } from './app-page.ts';
import { viewsOf } from './following-views.ts';
import { expect, test } from './test.ts';

/** One sentence in all views, in a long speech with many repairs, in every layout and in another script. */

const NAME = 'chang.txt';
/** UTF-16 units. */
const LENGTH = 30_000;
const OUTLINED_LENGTH = 38_000;

let own: AppPage;

const { litOnPage, litInList, litPageInSight, present, scrollOfText, scrollOfPages, dragPages, settled } =
  viewsOf(() => own);
const bare = (text: string) => text.replace(/\s/g, '');

/** Where the views stand once nothing moves any more. */
async function atRest(): Promise<unknown[]> {
  for (let before: unknown[] = []; ; ) {
    await settled();
    const now = [await scrollOfText(), await scrollOfPages(), await present()];
    if (String(now) === String(before)) return now;
    before = now;
  }
}

for (const [layout, script, words] of [
  ['podium', 'hans', '历史反复证明'],
  ['notes', 'source', '歷史反復證明'],
  ['outline', 'source', undefined],
] as const)
  test(`${layout} in script ${script}: cursor, page and slide agree in a long speech`, async ({
    openSpeech,
  }) => {
    const sample = await readFile(join(SPEECHES, REAL), 'utf8');
    const copies = Array.from({ length: 8 }, (_, copy) => sample.replaceAll('。\n', `，這是第${copy}遍。\n`));
    const text = `---\nscript: ${script}\nhandout:\n  layout: ${layout}\n---\n${copies.join('\n')}`.slice(
      0,
      // An outline is a choice of sentences: it takes more of them to fill a page.
      layout === 'outline' ? OUTLINED_LENGTH : LENGTH,
    );
    own = await openSpeech(NAME, text, 1920, 1080);
    const { page } = own;
    await expect.poll(() => page.locator('.jt-folded-settings').count()).toBe(1);
    const pages = layout === 'outline' ? 1 : 30;
    await expect.poll(() => own.handout.locator('.pagedjs_page').count()).toBeGreaterThan(pages);

    // The third time the same words are said: a place is followed, not words.
    const third = text.indexOf('歷史反', text.indexOf('第2遍'));
    await page.locator('speech-editor').evaluate((element, start) => {
      (element as SpeechEditor).reveal({ start, end: start });
    }, third);
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => bare((await litInList()).join(''))).toContain(words ?? '歷史反復證明');
    // An outline holds sentences of its choice only.
    if (words) {
      await expect.poll(async () => bare(await litOnPage())).toContain(words);
      await expect.poll(litPageInSight).toBe(true);
    }

    // The text leads by wheel and by keys.
    const slide = await present();
    await page.locator('.cm-scroller').hover();
    await page.mouse.wheel(0, 3600);
    await expect.poll(present).not.toBe(slide);
    const led = await scrollOfText();
    const [rest] = await atRest();
    expect(rest).toBe(led);

    // The handout leads by its bar: the text follows, and does not send it back.
    await page.locator('#handout-frame').hover();
    await page.mouse.wheel(0, 200);
    await dragPages(0.5);
    await expect.poll(scrollOfText).not.toBe(led);
    const half = await scrollOfPages();
    expect((await atRest())[1]).toBe(half);
  });
