import type { Locator } from '@playwright/test';
import type { AppPage } from './app-page.ts';
import { expect, test } from './test.ts';

/** The page by keyboard alone, what a screen reader is told, and the page at twice its size. */

let own: AppPage;

/** What has the keyboard, in whatever shadow tree: its test id, else what it is. */
const focused = () =>
  own.page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.getAttribute('data-testid') ?? at?.id ?? '';
  });

/** Presses Tab until this has the keyboard; the way there is never longer than the page. */
async function tabTo(id: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    if ((await focused()) === id) return;
    await own.page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${id}`);
}

const pressed = (one: Locator) => one.getAttribute('aria-pressed');

test('bars, panes and lists are reached by Tab and operated by keys', async ({ open }) => {
  own = await open(1366, 768, 'slides');
  const { page, byTestId, grid, deck } = own;
  const key = (name: string) => page.keyboard.press(name);

  // The header, in the order of reading.
  for (const id of ['button-keys', 'button-look', 'select-language', 'button-print', 'button-present'])
    await tabTo(id);

  // The toolbar is one stop; arrows go through it, backwards to its end.
  await tabTo('format-on-slide');
  await key('ArrowLeft');
  expect(await focused()).toBe('toggle-follow');
  await key('Enter');
  await expect.poll(() => pressed(byTestId('toggle-follow'))).toBe('false');
  await key('Enter');
  await expect.poll(() => pressed(byTestId('toggle-follow'))).toBe('true');

  // Slides: the switches, the way through them, a sentence of the spoken text.
  await tabTo('button-settings');
  await tabTo('slide-next');
  await key('Enter');
  await expect.poll(() => deck.locator('section.present').getAttribute('data-layout')).not.toBe('cover');
  await tabTo('slides-points');
  await key('Space');
  await expect.poll(() => pressed(byTestId('slides-points'))).toBe('true');
  await tabTo('button-speaker');
  const words = page.locator('spoken-text .words');
  for (
    let presses = 0;
    presses < 20 && !(await words.first().evaluate((one) => one.matches(':focus')));
    presses++
  )
    await key('Tab');
  await key('Enter');
  await expect.poll(() => page.locator('spoken-text .here').count()).toBeGreaterThan(0);
  await key('Tab');
  expect(await focused()).toMatch(/^sentence-o/);

  // The grid has its own keys.
  await byTestId('slides-grid').focus();
  await key('Enter');
  await expect.poll(() => grid.locator('.thumbnail').count()).toBeGreaterThan(10);
  await tabTo('grid-frame');
  await expect.poll(() => grid.locator('.thumbnail[aria-current]:focus').count()).toBe(1);
  await key('End');
  await key('Enter');
  await expect
    .poll(() => grid.locator('.thumbnail[aria-current]').getAttribute('data-slide'))
    .toBe(await grid.locator('.thumbnail').last().getAttribute('data-slide'));

  // The handout: its tab by an arrow, its size by buttons.
  await byTestId('tab-slides').focus();
  await key('ArrowRight');
  expect(await focused()).toBe('tab-handout');
  for (const id of ['zoom-width', 'zoom-page', 'zoom-out', 'zoom-actual', 'zoom-in']) await tabTo(id);
  await byTestId('zoom-page').focus();
  await key('Enter');
  await expect.poll(() => pressed(byTestId('zoom-page'))).toBe('true');

  // The list of keys, and back to where one was.
  await key('F1');
  await expect.poll(() => byTestId('key-list').isVisible()).toBe(true);
  await key('Escape');
  await expect.poll(() => byTestId('key-list').isVisible()).toBe(false);
  expect(await focused()).toBe('zoom-page');
});

test('a screen reader is told the slide and the page', async ({ open }) => {
  own = await open(1366, 768, 'slides');
  const { page, byTestId } = own;
  expect(await byTestId('slide-said').getAttribute('aria-live')).toBe('polite');
  await expect.poll(() => byTestId('slide-said').textContent()).toMatch(/^第 1 张，共 \d+ 张：踐行群眾路線/);
  const fifth = page.locator('slide-list li').nth(4).locator('> button');
  const name = await fifth.locator('.name').textContent();
  expect(name).toMatch(/[群眾黨民]/);
  await fifth.click();
  await expect.poll(() => byTestId('slide-said').textContent()).toMatch(/^第 5 张，共 \d+ 张：/);
  expect(await byTestId('slide-said').textContent()).toContain(name?.trim());
  await expect
    .poll(() => page.locator('handout-panel [aria-live="polite"]').textContent())
    .toMatch(/第 \d+ 页，共 \d+ 页/);
  for (const frame of ['#deck-frame', '#handout-frame'])
    expect(await page.locator(frame).getAttribute('title')).not.toBe('');
});

test('at twice its size on a small laptop nothing is lost', async ({ open }) => {
  own = await open(683, 384);
  const { page, byTestId } = own;
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(683);
  for (const id of [
    'button-keys',
    'button-look',
    'select-language',
    'button-export',
    'button-print',
    'button-present',
    'toggle-follow',
  ]) {
    const box = await byTestId(id).boundingBox();
    expect(box !== null && box.x >= 0 && box.x + box.width <= 683, id).toBe(true);
  }
  await byTestId('pane-preview').click();
  for (const id of ['slide-next', 'slides-grid', 'slides-points', 'button-speaker']) {
    await byTestId(id).scrollIntoViewIfNeeded();
    expect(await byTestId(id).isVisible(), id).toBe(true);
  }
  // The last slide of the list can be come to.
  const last = page.locator('slide-list li').last();
  await last.locator('> button').click();
  await expect.poll(() => last.getAttribute('aria-current')).toBe('true');
});

test('keys that mean the text do so wherever the keyboard is, but not where something else is written', async ({
  open,
}) => {
  own = await open(1366, 768);
  const { page, byTestId } = own;
  const key = (name: string) => page.keyboard.press(name);
  const search = page.locator('.cm-search');
  const focusedName = () =>
    page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.getAttribute('name') ?? at?.localName;
    });
  for (const [place, press, field] of [
    [byTestId('tab-both'), 'Control+f', 'search'],
    [page.locator('#handout-frame'), 'Control+h', 'replace'],
    [page.locator('#deck-frame'), 'Control+f', 'search'],
    [page.locator('.cm-content'), 'Control+h', 'replace'],
  ] as const) {
    await place.focus();
    await key(press);
    await expect.poll(focusedName).toBe(field);
    await key('Escape');
    await expect.poll(() => search.count()).toBe(0);
  }

  const text = () => page.locator('.cm-content').textContent();
  await page.locator('.cm-content').press('Control+Home');
  const before = await text();
  await page.keyboard.insertText('甲乙丙');
  await byTestId('list-search').focus();
  await page.keyboard.insertText('词');
  await key('Control+z');
  await expect.poll(() => byTestId('list-search').inputValue()).toBe('');
  expect(await text()).toContain('甲乙丙');
  await byTestId('button-print').focus();
  await key('Control+z');
  await expect.poll(text).toBe(before);
  await key('Control+y');
  await expect.poll(text).toContain('甲乙丙');
  expect(await focused()).toBe('button-print');
  await key('Control+z');
  // What is said on a first visit is about the real speech, and said over no other.
  expect(await byTestId('welcome').count()).toBe(1);
  await page.locator('a[data-name="kaixue-dianli.md"]').click();
  await expect.poll(() => byTestId('welcome').count()).toBe(0);
});
