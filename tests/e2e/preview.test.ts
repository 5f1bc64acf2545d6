import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from '@playwright/test';
import { type AppPage, REAL } from './app-page.ts';
import type { RunningApp } from './running-app.ts';
import { expect, test } from './test.ts';
import { oneVisit } from './visit.ts';

/** Layouts of the preview: large slide or grid, slides and handout at once, size of the pages. */

let own: AppPage;
let app: RunningApp;

const marked = () => own.grid.locator('.thumbnail[aria-current]').getAttribute('data-slide');
const present = () => own.deck.locator('section.present').getAttribute('id');
const slideIds = () =>
  own.deck.locator('.slides > section').evaluateAll((sections) => sections.map(({ id }) => id));
const frameOf = (name: string): Frame => own.page.frames().find((frame) => frame.url().includes(name))!;
/** In the window, not covered, and within reach. */
const inReach = (panel: string) =>
  own.page.locator(panel).evaluate((element) => !element.matches('[inert]') && element.clientWidth > 300);

test.describe('slides on a laptop', () => {
  const visit = oneVisit(async ({ own, app }) => {
    await own.prepare(1366, 768, 'slides');
    await own.page.goto(`${app.url}#file=${REAL}`);
    await own.ready();
  });
  test.beforeEach(() => {
    ({ own, app } = visit);
  });

  test('all slides as a grid: chosen by a click and by keys, remembered, drawn anew only where the text changed', async () => {
    const { grid, page, byTestId } = own;
    await byTestId('slides-grid').click();
    const ids = await slideIds();
    await expect.poll(() => grid.locator('.thumbnail').count()).toBe(ids.length);
    expect(await marked()).toBe(ids[0]);
    // As they look: drawn in the theme, at the size of the thumbnail.
    const [thumbnail, sheet] = await Promise.all(
      ['.thumbnail', '.thumbnail .sheet'].map((name) => grid.locator(name).first().boundingBox()),
    );
    expect(Math.abs(sheet!.width - thumbnail!.width)).toBeLessThan(2);

    await grid.locator('.thumbnail').nth(3).click();
    await expect.poll(marked).toBe(ids[3]);
    await expect.poll(present).toBe(ids[3]);
    // Keys move the mark of the focus; Enter chooses.
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await marked()).toBe(ids[3]);
    const focused = await grid
      .locator('.thumbnail:focus')
      .evaluate((button) => (button as HTMLElement).dataset.slide);
    expect(ids.indexOf(focused!)).toBeGreaterThan(4);
    await page.keyboard.press('Enter');
    await expect.poll(marked).toBe(focused);
    await expect.poll(present).toBe(focused);

    // Of the last section a heading changes; slides of the others are the very same elements.
    const slidesFrame = frameOf('view=grid');
    await slidesFrame.evaluate(() => {
      for (const node of document.querySelectorAll('.thumbnail')) Object.assign(node, { kept: true });
    });
    await byTestId('outline').getByRole('button', { name: '三、' }).click();
    await page.keyboard.press('End');
    await page.keyboard.insertText('好');
    await expect.poll(() => grid.locator('.overview').textContent()).toContain('切實擔當作為好');
    const kept = await slidesFrame.evaluate(() =>
      [...document.querySelectorAll('.thumbnail')].map((node) => 'kept' in node),
    );
    expect(kept.length).toBe(ids.length);
    const section = await own.deck
      .locator('.slides > section')
      .evaluateAll((all) =>
        all.findIndex(
          (one) =>
            one.textContent?.includes('切實擔當作為好') && one.getAttribute('data-layout') === 'section',
        ),
      );
    expect(section).toBeGreaterThan(10);
    expect(kept.slice(0, section)).toEqual(ids.slice(0, section).map(() => true));

    await page.keyboard.press('Control+z');
    await page.reload();
    await own.ready();
    await expect.poll(() => grid.locator('.thumbnail').count()).toBe(ids.length);
    await byTestId('slides-grid').click();
    await expect.poll(() => page.locator('slide-list').count()).toBe(1);
  });

  test('a sentence of the spoken text is put on the slide and taken off it, each as one step that can be undone', async () => {
    const { page, deck } = own;
    const disk = () => readFile(join(app.speeches, REAL), 'utf8');
    const before = await disk();
    await page.locator('slide-list li').nth(8).locator('> button').click();
    const spoken = page.locator('spoken-text .row');
    const words = '認識世界是開展工作的前提';
    const row = spoken.filter({ hasText: words });
    expect(
      await deck
        .locator('.points')
        .allTextContents()
        .then((all) => all.join()),
    ).not.toContain(words);
    // Seen when the pointer or the keyboard is there, and only then.
    const button = row.getByTestId('sentence-on-slide');
    await row.waitFor();
    expect(await button.isVisible()).toBe(false);
    await row.locator('.words').focus();
    expect(await button.isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => deck.locator('.slides').textContent()).toContain(words);
    await expect.poll(disk).toContain('==');
    // The keyboard is still at the sentence.
    await expect.poll(() => page.locator('spoken-text .words:focus, spoken-text .act:focus').count()).toBe(1);
    const off = row.getByTestId('sentence-off-slide');
    await row.hover();
    await off.click();
    await expect.poll(disk).toBe(before);
    await page.locator('.cm-content').press('Control+z');
    await expect.poll(disk).toContain('==');
    await page.locator('.cm-content').press('Control+z');
    await expect.poll(disk).toBe(before);
  });

  test('in another ratio the same slide is shown, large and in the grid, and all is as before when the choice is undone', async () => {
    const { page, deck, grid, byTestId } = own;
    const disk = () => readFile(join(app.speeches, REAL), 'utf8');
    const before = await disk();
    // The cursor is elsewhere, and stays there.
    await byTestId('toggle-follow').click();
    await page.locator('slide-list li').nth(2).locator('> button').click();
    await expect.poll(present).toBe((await slideIds())[2]);
    const chosen = await present();
    await byTestId('button-settings').click();
    await byTestId('setting-deck-ratio').locator('[value="4:3"]').check();
    await page.keyboard.press('Escape');
    await deck.locator('html[data-ratio="4:3"] section.present').waitFor({ state: 'attached' });
    await expect.poll(present).toBe(chosen);
    const box = (await page.locator('#deck-frame').boundingBox())!;
    expect(box.width / box.height).toBeCloseTo(4 / 3, 1);
    await byTestId('slides-grid').click();
    await expect.poll(marked).toBe(chosen);
    const sheet = (await grid.locator('.thumbnail .sheet').first().boundingBox())!;
    expect(sheet.width / sheet.height).toBeCloseTo(4 / 3, 1);
    await byTestId('slides-grid').click();
    await expect.poll(disk).toContain('ratio: 4:3');
    await page.locator('.cm-content').press('Control+z');
    await expect.poll(disk).toBe(before);
    await deck.locator('html[data-ratio="16:9"] section.present').waitFor({ state: 'attached' });
    await expect.poll(present).toBe(chosen);
    await byTestId('toggle-follow').click();
  });

  test('the panel for the layout covers nothing; a theme, shown by this speech’s cover, is chosen and taken back from there', async () => {
    const { page, deck, byTestId } = own;
    const before = await readFile(join(app.speeches, REAL), 'utf8');
    const boxOf = async (selector: string) => (await page.locator(selector).boundingBox())!;
    await byTestId('button-settings').click();
    // Number of slides beside each density; the chosen one has those of the deck.
    const counts = page.locator('[data-testid="setting-deck-density"] small');
    await expect.poll(() => counts.count()).toBe(3);
    expect(await counts.nth(1).textContent()).toBe(`${(await slideIds()).length} 张`);
    const panel = await boxOf('document-settings');
    for (const beside of ['preview-pane', 'speech-editor']) {
      const { x, width } = await boxOf(beside);
      expect(width).toBeGreaterThan(400);
      expect(x + width).toBeLessThanOrEqual(panel.x);
    }
    const cover = await deck.locator('section h1').first().textContent();
    const pictures = page.locator('theme-picture');
    await expect.poll(() => pictures.locator('h1').allTextContents()).toEqual(Array(6).fill(cover));
    const grounds = () =>
      pictures
        .locator('.sheet')
        .evaluateAll((sheets) => sheets.map((sheet) => getComputedStyle(sheet).backgroundColor));
    await expect.poll(async () => new Set(await grounds()).size).toBeGreaterThan(4);
    const ground = () =>
      deck
        .locator('section .sheet')
        .first()
        .evaluate((sheet) => getComputedStyle(sheet).backgroundColor);
    const [red, blue] = await grounds();
    expect(await ground()).toBe(red);
    await byTestId('setting-theme').locator('[value="ke-ji-lan"]').check();
    await expect.poll(ground).toBe(blue);
    // The keyboard is still in the panel.
    await page.keyboard.press('Control+z');
    await expect.poll(ground).toBe(red);
    await expect.poll(() => readFile(join(app.speeches, REAL), 'utf8')).toBe(before);
    await expect.poll(() => byTestId('setting-theme').locator('[value="dang-hong"]').isChecked()).toBe(true);
    expect(await byTestId('settings-themes').getAttribute('href')).toContain('themes.html');
    await page.keyboard.press('Escape');
    expect(await page.locator('document-settings').count()).toBe(0);
    await expect.poll(() => byTestId('button-settings').evaluate((one) => one.matches(':focus'))).toBe(true);
  });

  test('points come one by one where that is wished, in the show too, and all are seen again after it', async () => {
    const { page, deck, byTestId } = own;
    const hidden = () => deck.locator('section.present .fragment:not(.visible)').count();
    const points = () => deck.locator('section.present .fragment').count();
    await byTestId('slides-points').click();
    const ids = await slideIds();
    const withPoints = () =>
      deck
        .locator('.slides > section')
        .evaluateAll((all) => all.findIndex((one) => one.querySelectorAll('li.fragment').length > 1));
    await expect.poll(withPoints).toBeGreaterThan(-1);
    const several = await withPoints();
    await page.locator('slide-list li').nth(several).locator('> button').click();
    await expect.poll(present).toBe(ids[several]);
    // Whoever writes sees slides whole.
    const count = await points();
    expect(count).toBeGreaterThan(1);
    await expect.poll(hidden).toBe(0);
    await page.keyboard.press('Shift+F5');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
    await expect.poll(hidden).toBe(count);
    await page.keyboard.press('PageDown');
    await expect.poll(hidden).toBe(count - 1);
    await page.evaluate(() => document.exitFullscreen());
    await expect.poll(hidden).toBe(0);
    await page.reload();
    await own.ready();
    expect(await byTestId('slides-points').getAttribute('aria-pressed')).toBe('true');
  });
});

test.describe('slides and handout on a laptop', () => {
  const visit = oneVisit(async ({ own, app }) => {
    await own.prepare(1366, 768);
    await own.page.goto(`${app.url}#file=${REAL}`);
    await own.ready();
  });
  test.beforeEach(() => {
    ({ own, app } = visit);
  });

  test('at first slides and handout are both seen, one above the other on a laptop', async () => {
    const { page, byTestId, handout } = own;
    expect(await byTestId('tab-both').getAttribute('aria-selected')).toBe('true');
    for (const panel of ['#panel-slides', '#panel-handout']) expect(await inReach(panel)).toBe(true);
    const slides = (await page.locator('.stage .box').boundingBox())!;
    const pages = (await page.locator('#panel-handout').boundingBox())!;
    expect(slides.height).toBeGreaterThan(200);
    expect(slides.y + slides.height).toBeLessThan(pages.y);
    expect(pages.height).toBeGreaterThan(240);
    await expect.poll(() => handout.locator('.title').first().isVisible()).toBe(true);
  });

  test('the handout says its page, and pages are as large as asked, now and next time', async () => {
    const { page, byTestId, handout } = own;
    await byTestId('tab-handout').click();
    const pages = await handout.locator('.pagedjs_page').count();
    await expect.poll(() => byTestId('handout-page').textContent()).toBe(`第 1 页，共 ${pages} 页`);
    await handout
      .locator('.pagedjs_page')
      .nth(2)
      .evaluate((sheet) => sheet.scrollIntoView({ block: 'center' }));
    await expect.poll(() => byTestId('handout-page').textContent()).toBe(`第 3 页，共 ${pages} 页`);

    const asked = () =>
      frameOf('handout.html').evaluate(() => (window as Window & { asked?: unknown[] }).asked);
    await frameOf('handout.html').evaluate(() => {
      const { jiangtaiHandout } = window;
      const calls: unknown[] = [];
      const zoom = jiangtaiHandout!.zoom.bind(jiangtaiHandout);
      Object.assign(window, { asked: calls });
      Object.assign(jiangtaiHandout!, {
        zoom: (to: 'width' | 'page' | number) => {
          calls.push(to);
          zoom(to);
        },
      });
    });
    for (const button of ['zoom-page', 'zoom-actual', 'zoom-width']) await byTestId(button).click();
    await expect.poll(asked).toEqual(['page', 1, 'width']);
    await byTestId('zoom-out').click();
    const [, , , smaller] = (await asked()) ?? [];
    expect(typeof smaller).toBe('number');
    expect(smaller).toBeLessThan(1);
    await byTestId('zoom-page').click();
    expect(await byTestId('zoom-page').getAttribute('aria-pressed')).toBe('true');
    await page.goto(`${app.url}?again#file=${REAL}`);
    await own.ready();
    expect(await byTestId('zoom-page').getAttribute('aria-pressed')).toBe('true');
  });

  test('pages follow also who types without a pause', async () => {
    await own.page.locator('.cm-line', { hasText: '同志們' }).first().click();
    await own.page.keyboard.press('End');
    const first = () => own.handout.locator('.pagedjs_page').first().textContent();
    // No pause is as long as pages wait for; they come all the same.
    await expect
      .poll(
        async () => {
          await own.page.keyboard.insertText('甲');
          return first();
        },
        { intervals: [1] },
      )
      .toContain('甲甲甲');
  });

  test('from the grid the show fills the screen, and the grid is there again after it', async () => {
    const { grid, page, byTestId } = own;
    await byTestId('tab-both').click();
    await byTestId('slides-grid').click();
    await grid.locator('.thumbnail').nth(4).click();
    const ids = await slideIds();
    await page.keyboard.press('Shift+F5');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
    await expect.poll(present).toBe(ids[4]);
    await page.keyboard.press('PageDown');
    await expect.poll(present).toBe(ids[5]);
    await page.evaluate(() => document.exitFullscreen());
    await expect.poll(() => page.locator('.stage').getAttribute('inert')).not.toBe(null);
    await expect.poll(marked).toBe(ids[5]);
  });
});

test('in a wide window slides and handout stand beside each other, as wide as one likes, and that is remembered', async ({
  open,
}) => {
  own = await open(1920, 1080);
  const { page, byTestId } = own;
  const width = () => page.locator('#panel-handout').evaluate((panel) => panel.clientWidth);
  expect(await byTestId('tab-both').getAttribute('aria-selected')).toBe('true');
  expect(await inReach('#panel-slides')).toBe(true);
  expect(await inReach('#panel-handout')).toBe(true);
  const before = await width();
  // To the pixel a width depends on how a share is rounded.
  const widened = async () => Math.abs((await width()) - before - 48) <= 2;
  await page.getByRole('separator', { name: '调整讲义宽度' }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(widened).toBe(true);
  await byTestId('tab-handout').click();
  expect(await page.locator('#panel-slides').getAttribute('inert')).not.toBe(null);
  await page.reload();
  await own.ready();
  expect(await byTestId('tab-handout').getAttribute('aria-selected')).toBe('true');
  await byTestId('tab-both').click();
  await expect.poll(widened).toBe(true);
  // Below that width there are the two tabs, and the choice is there again above it.
  await page.setViewportSize({ width: 1024, height: 768 });
  await expect.poll(() => byTestId('tab-both').count()).toBe(0);
  expect(await byTestId('tab-slides').getAttribute('aria-selected')).toBe('true');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await expect.poll(() => byTestId('tab-both').getAttribute('aria-selected')).toBe('true');
});
