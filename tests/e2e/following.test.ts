import { type AppPage, REAL } from './app-page.ts';
import { viewsOf } from './following-views.ts';
import { expect, test } from './test.ts';
import { oneVisit } from './visit.ts';

/** Text, slides, handout and outline stay at the same sentence; one leads, nobody fights. */

const visit = oneVisit(
  async ({ own, app }) => {
    await own.page.goto(`${app.url}#file=${REAL}`);
    await own.ready();
  },
  1920,
  1080,
);
let own: AppPage;
test.beforeEach(() => {
  ({ own } = visit);
});

const {
  litOnSlide,
  litOnPage,
  litInList,
  litPageInSight,
  present,
  atCursor,
  scrollOfText,
  scrollOfPages,
  settled,
} = viewsOf(() => own);
const litInOutline = () => own.byTestId('outline').locator('[aria-current]').textContent();

const HEADING = '（二）一切依靠群眾';
async function goToHeading(): Promise<void> {
  await own.byTestId('outline').getByRole('button', { name: HEADING }).click();
  await expect.poll(litOnPage).toContain('一切依靠群眾');
  // Its slide is on, and the text has scrolled there: the editor does so in the next frame.
  await expect.poll(async () => (await litInList()).join()).toContain(HEADING);
  await settled();
}

test('the sentence at the cursor is lit in the outline, on its slide, in the spoken text and on its page', async () => {
  await goToHeading();
  await expect.poll(litOnSlide).toContain('一切依靠群眾');
  expect((await litInList()).join()).toContain(HEADING);
  expect(await litInOutline()).toContain(HEADING);
  await expect.poll(litPageInSight).toBe(true);
  // A sentence further on, by keys.
  await own.page.locator('.cm-line', { hasText: '歷史反復證明' }).click();
  await own.page.keyboard.press('Home');
  await expect.poll(litOnPage).not.toContain('一切依靠群眾。');
  await expect.poll(litPageInSight).toBe(true);
  expect(await litInOutline()).toContain(HEADING);
});

test('a click on slide, spoken text, page or thumbnail puts the cursor at its sentence, and all views go there', async () => {
  await goToHeading();
  // On the slide: a text of it.
  const point = own.deck.locator('section.present .body .words').last();
  const words = ((await point.textContent()) ?? '').slice(0, 6);
  await point.click();
  await expect.poll(litOnSlide).toContain(words);
  await expect.poll(litOnPage).toContain(words);
  await expect.poll(atCursor).toContain(words.slice(0, 3));
  // On a page far away.
  const far = own.handout.locator('.pagedjs_page').last().getByText('人民').first();
  await far.scrollIntoViewIfNeeded();
  await settled();
  const before = await scrollOfPages();
  await far.click();
  await expect.poll(litOnPage).not.toContain(words);
  const sentence = (await litOnPage()).slice(0, 4);
  expect(await scrollOfPages()).toBe(before);
  expect(await atCursor()).toContain(sentence.slice(0, 2));
  await expect.poll(async () => (await litInList()).join()).toContain(sentence);
  // In the spoken text.
  const spoken = own.page.locator('spoken-text .words').first();
  const first = ((await spoken.textContent()) ?? '').slice(0, 4);
  await spoken.click();
  await expect.poll(litOnPage).toContain(first);
  // A thumbnail.
  await own.byTestId('slides-grid').click();
  await own.grid.locator('.thumbnail').nth(1).click();
  await expect.poll(litOnPage).toContain('江山就是人民');
  await expect.poll(atCursor).toContain('江山就是人民');
  await expect.poll(litPageInSight).toBe(true);
  await own.byTestId('slides-grid').click();
});

test('scrolling a view takes the others along, and none of them sends it back', async () => {
  await goToHeading();
  const cursor = await atCursor();
  const slide = await present();
  await own.page.locator('.cm-scroller').hover();
  await own.page.mouse.wheel(0, 2200);
  await expect.poll(present).not.toBe(slide);
  await settled();
  const left = await scrollOfText();
  const pages = await scrollOfPages();
  await settled();
  expect([await scrollOfText(), await scrollOfPages()]).toEqual([left, pages]);
  // The cursor and its light stay where they are.
  expect(await atCursor()).toBe(cursor);
  expect(await litOnPage()).toContain('一切依靠群眾');

  // Now the handout leads.
  const shown = await present();
  await own.page.locator('#handout-frame').hover();
  for (let at = await scrollOfPages(); at > 0; at = await scrollOfPages()) {
    await own.page.mouse.wheel(0, -400);
    await expect.poll(scrollOfPages).toBeLessThan(at);
  }
  await expect.poll(present).not.toBe(shown);
  await expect.poll(scrollOfText).toBeLessThan(left);
  await settled();
  expect(await scrollOfPages()).toBe(0);
  expect(await atCursor()).toBe(cursor);
});

test('what is in sight does not move; walking through the slides moves the text', async () => {
  await goToHeading();
  const before = [await scrollOfText(), await scrollOfPages()];
  const sentences = own.page.locator('spoken-text .words');
  await sentences.nth(1).click();
  await expect.poll(litOnPage).not.toContain('一切依靠群眾。');
  await settled();
  expect(await scrollOfText()).toBe(before[0]);
  const cursor = await atCursor();
  await own.byTestId('slide-next').click();
  await expect.poll(atCursor).not.toBe(cursor);
  // By the keys of the slide itself, too.
  const next = await atCursor();
  await own.deck.locator('section.present').click({ position: { x: 5, y: 5 } });
  await own.page.keyboard.press('PageDown');
  await expect.poll(atCursor).not.toBe(next);
});

test('the switch turns following off, and that is remembered; a click still finds its sentence in the text', async () => {
  await goToHeading();
  await own.byTestId('toggle-follow').click();
  expect(await own.byTestId('toggle-follow').getAttribute('aria-pressed')).toBe('false');
  const slide = await present();
  await own.byTestId('outline').getByRole('button').first().click();
  await expect.poll(litInOutline).toContain('一、');
  await settled();
  expect(await present()).toBe(slide);
  await own.page.locator('.cm-scroller').hover();
  await own.page.mouse.wheel(0, 3000);
  await settled();
  expect(await present()).toBe(slide);
  const cursor = await atCursor();
  await own.page.locator('spoken-text .words').last().click();
  await expect.poll(atCursor).not.toBe(cursor);
  await own.page.reload();
  await own.ready();
  expect(await own.byTestId('toggle-follow').getAttribute('aria-pressed')).toBe('false');
  await own.byTestId('toggle-follow').click();
});

test('in the show nothing is lit; after it the light is back', async () => {
  await goToHeading();
  await expect.poll(litOnSlide).toContain('一切依靠群眾');
  await own.page.keyboard.press('Shift+F5');
  await expect.poll(() => own.page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  expect(await litOnSlide()).toBe('');
  await own.page.keyboard.press('PageDown');
  await own.page.keyboard.press('PageUp');
  expect(await litOnSlide()).toBe('');
  await own.page.evaluate(() => document.exitFullscreen());
  await expect.poll(litOnSlide).toContain('一切依靠群眾');
});

test('typing goes on in its place: the slide follows, the light too', async () => {
  await goToHeading();
  await own.page.keyboard.press('End');
  await own.page.keyboard.insertText('这是新的一句话');
  await expect.poll(litOnPage).toContain('这是新的一句话');
  await expect.poll(async () => (await litInList()).join()).toContain('这是新的一句话');
  await expect.poll(litPageInSight).toBe(true);
});

test('another speech begins at its beginning, in every view, wherever the one before was left', async () => {
  const { page } = own;
  await page.locator('.cm-content').press('Control+End');
  await expect.poll(scrollOfText).toBeGreaterThan(500);
  await expect.poll(scrollOfPages).toBeGreaterThan(500);
  await expect.poll(present).not.toBe('cover');
  await page.locator('a[data-name="kaixue-dianli.md"]').click();
  await expect.poll(() => own.handout.locator('.pagedjs_page').first().textContent()).toContain('银杏');
  await expect.poll(() => own.deck.locator('section.present').textContent()).toContain('学会提问');
  await settled();
  expect(await scrollOfText()).toBe(0);
  expect(await scrollOfPages()).toBe(0);
  expect(await own.deck.locator('section.present').getAttribute('data-layout')).toBe('cover');
});
