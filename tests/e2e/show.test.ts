import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { loadSpeech } from '../../src/cli/load-speech.ts';
import { planDeck } from '../../src/deck/plan/plan.ts';
import type { Deck, NotePart } from '../../src/deck/plan/types.ts';
import { clockTime } from '../../src/stage/presenter/pace.ts';
import { bareText } from '../../src/text/bare-text.ts';
import { SPEECHES } from '../speeches.ts';
import { type DeckPages, openDeckPages } from './deck-page.ts';
import { expect, test } from './test.ts';

let pages: DeckPages;
let deck: Deck;
let page: Page;
test.beforeAll(async ({ browser, builtPages }) => {
  pages = await openDeckPages(browser, builtPages);
  deck = planDeck((await loadSpeech(join(SPEECHES, 'jianxing-qunzhong-luxian.txt'))).speech);
  page = await pages.open();
});
test.afterAll(async () => {
  await pages?.close();
});

const current = (on: Page = page) => on.evaluate(() => window.jiangtaiDeck!.current());
const at = (index: number): string => deck.slides.at(index)!.id;
const isBlack = () => page.locator('.reveal.paused').count();
/** A slide of several rows, each of which comes by itself. */
const pointsSlide = (): number =>
  deck.slides.findIndex(
    ({ layout, content }) => layout === 'ladder' && (content.diagram?.rows.length ?? 0) >= 2,
  );

test.describe('keys', () => {
  test.beforeEach(async () => {
    await pages.show(page, deck);
    await page.keyboard.press('Home');
  });

  test('walk with the arrows, the space bar and a clicker; Home and End', async () => {
    const walk: [key: string, index: number][] = [
      ['PageDown', 1],
      ['ArrowRight', 2],
      ['Space', 3],
      ['ArrowDown', 4],
      ['PageUp', 3],
      ['ArrowLeft', 2],
      ['Shift+Space', 1],
      ['End', -1],
      ['Home', 0],
    ];
    for (const [key, index] of walk) {
      await page.keyboard.press(key);
      expect([key, await current()]).toEqual([key, at(index)]);
    }
  });

  test('a number and Enter go to that slide, a number behind the last to the last', async () => {
    for (const [keys, index] of [
      ['4', 3],
      ['12', 11],
      ['999', -1],
    ] as const) {
      for (const digit of keys) await page.keyboard.press(digit);
      await page.keyboard.press('Enter');
      expect([keys, await current()]).toEqual([keys, at(index)]);
    }
  });

  test('b and . make the screen black; a step forward only lights it again', async () => {
    for (const key of ['b', '.']) {
      await page.keyboard.press(key);
      expect(await isBlack()).toBe(1);
      await page.keyboard.press(key);
      expect(await isBlack()).toBe(0);
    }
    await page.keyboard.press('b');
    await page.keyboard.press('PageDown');
    expect([await isBlack(), await current()]).toEqual([0, at(0)]);
  });

  test('o shows all slides, legibly; arrows and Enter choose, Escape goes back', async () => {
    await page.keyboard.press('o');
    const thumbnails = page.locator('.thumbnail');
    expect(await thumbnails.count()).toBe(deck.slides.length);
    const box = (await thumbnails.first().boundingBox())!;
    expect(box.width).toBeGreaterThan(220);
    const sheet = (await thumbnails.first().locator('.sheet').boundingBox())!;
    expect(sheet.width).toBeCloseTo(box.width, 0);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    expect([await thumbnails.count(), await current()]).toEqual([0, at(2)]);
    await page.keyboard.press('Escape');
    expect(await thumbnails.count()).toBe(deck.slides.length);
    await page.keyboard.press('Escape');
    expect([await thumbnails.count(), await current()]).toEqual([0, at(2)]);
    await page.keyboard.press('o');
    await thumbnails.nth(5).click();
    expect(await current()).toBe(at(5));
  });

  for (const [language, words] of [
    ['zh-Hans', '黑屏 / 恢复'],
    ['zh-Hant', '黑畫面 / 恢復'],
    ['en', 'Black screen on and off'],
  ] as const)
    test(`? lists the keys: ${language}`, async () => {
      await pages.show(page, deck, { language });
      await page.keyboard.press('?');
      expect(await page.getByRole('dialog').textContent()).toContain(words);
      await page.keyboard.press('PageDown');
      expect([await page.getByRole('dialog').count(), await current()]).toEqual([0, at(0)]);
    });

  test('f fills the screen, and a click is then the next slide', async () => {
    await page.keyboard.press('f');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
    await page.mouse.click(300, 300);
    expect(await current()).toBe(at(1));
    await page.keyboard.press('f');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement === null)).toBe(true);
    await page.mouse.click(300, 300);
    expect(await current()).toBe(at(1));
  });
});

test('a finger wipes to the next slide and back', async () => {
  await pages.show(page, deck);
  await page.keyboard.press('Home');
  const session = await pages.context.newCDPSession(page);
  const wipe = async (from: number, to: number) => {
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: x === undefined ? [] : [{ x, y: 270 }],
      });
    await touch('touchStart', from);
    for (let step = 1; step <= 5; step++) await touch('touchMove', from + ((to - from) * step) / 5);
    await touch('touchEnd');
  };
  await wipe(700, 300);
  await expect.poll(() => current()).toBe(at(1));
  await wipe(300, 700);
  await expect.poll(() => current()).toBe(at(0));
});

test('points come one by one when asked, and all together otherwise', async () => {
  const index = pointsSlide();
  const points = page.locator('section.present .ladder > li');
  const seen = () =>
    points.evaluateAll((all) => all.filter((li) => li.checkVisibility({ visibilityProperty: true })).length);
  await pages.show(page, deck, { fragments: true });
  await page.evaluate((id) => window.jiangtaiDeck!.go(id), at(index));
  const total = await points.count();
  expect(await seen()).toBe(0);
  for (let shown = 1; shown <= total; shown++) {
    await page.keyboard.press('PageDown');
    expect([await seen(), await current()]).toEqual([shown, at(index)]);
  }
  await page.keyboard.press('PageDown');
  expect(await current()).toBe(at(index + 1));
  await pages.show(page, deck);
  await page.evaluate((id) => window.jiangtaiDeck!.go(id), at(index));
  expect(await seen()).toBe(total);
});

/** Runs in the browser: colours along the edges of a picture. */
async function edgeColours(base64: string): Promise<string[]> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  const edges = [
    [0, 0, width, 1],
    [0, height - 1, width, 1],
    [0, 0, 1, height],
    [width - 1, 0, 1, height],
  ] as const;
  const colours = new Set<string>();
  for (const [x, y, w, h] of edges) {
    const { data } = context.getImageData(x, y, w, h);
    for (let at = 0; at < data.length; at += 4) colours.add(`rgb(${data.slice(at, at + 3).join(', ')})`);
  }
  return [...colours];
}

for (const [width, height] of [
  [1024, 768],
  [1280, 800],
  [1366, 768],
  [390, 844],
] as const)
  test(`on a screen of ${width} × ${height} the bars have the ground of the slide`, async () => {
    await pages.show(page, { ...deck, theme: 'shen-se' });
    await page.setViewportSize({ width, height });
    for (const index of [0, 1, 3]) {
      await page.evaluate((id) => window.jiangtaiDeck!.go(id), at(index));
      await expect.poll(current).toBe(at(index));
      const colours = await page.evaluate(edgeColours, (await page.screenshot()).toString('base64'));
      const light = (colour: string) => Math.max(...(colour.match(/\d+/g) ?? []).map(Number));
      // Ornaments and the line of progress apart, a dark slide has no light edge.
      expect(colours.filter((colour) => light(colour) > 240)).toEqual([]);
    }
    await page.setViewportSize({ width: 960, height: 540 });
  });

test('a slide has an address of its own, which holds after a reload', async () => {
  const linked = await pages.open(`#/${at(3)}`);
  await pages.show(linked, deck);
  expect(await current(linked)).toBe(at(3));
  await linked.keyboard.press('PageDown');
  await expect.poll(() => linked.url()).toContain(`#/${at(4)}`);
  await linked.reload();
  await linked.waitForFunction(() => window.jiangtaiDeck !== undefined);
  await pages.show(linked, deck);
  expect(await current(linked)).toBe(at(4));
  await linked.evaluate((id) => {
    location.hash = `/${id}`;
  }, at(6));
  await expect.poll(() => current(linked)).toBe(at(6));
  await linked.close();
});

test('the slides move calmly, and not at all for those who ask for that', async () => {
  const transition = () =>
    page.locator('section.present').evaluate((slide) => slide.closest('.reveal')!.className);
  await pages.show(page, deck);
  expect(await transition()).toContain('none');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect.poll(transition).toContain('fade');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(transition).not.toContain('fade');
});

test('keys stay on their side of the frame', async () => {
  const host = await pages.context.newPage();
  await host.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<input id="text"><iframe src="deck.html" style="width:640px;height:360px"></iframe>',
    }),
  );
  await host.goto(`${pages.url}host.html`);
  const frame = host.frames()[1]!;
  await frame.waitForFunction(() => window.jiangtaiDeck !== undefined);
  await frame.evaluate(([deck]) => window.jiangtaiDeck!.show(deck, { baseUrl: location.href }), [
    deck,
  ] as const);
  const heard = async () =>
    host.evaluate(() => {
      const keys = (window as Window & { keys?: string[] }).keys ?? [];
      (window as Window & { keys?: string[] }).keys = [];
      return keys;
    });
  await host.evaluate(() => {
    (window as Window & { keys?: string[] }).keys = [];
    const note = (event: KeyboardEvent) => {
      (window as Window & { keys?: string[] }).keys?.push(event.key);
      event.preventDefault();
    };
    addEventListener('keydown', note);
    // What the app listens to inside the frame: it sees only what the slides did not use.
    document.querySelector('iframe')!.contentWindow!.addEventListener('keydown', note);
  });
  // Typing beside the frame moves no slide.
  await host.locator('#text').focus();
  await host.keyboard.type(' bo.n');
  expect(await frame.evaluate(() => window.jiangtaiDeck!.current())).toBe(at(0));
  expect(await frame.locator('.overview, .reveal.paused').count()).toBe(0);
  await heard();
  // Keys the slides use are theirs alone.
  await frame.locator('.reveal').click();
  for (const key of ['PageDown', 'b', 'b', 'o', 'Escape']) await host.keyboard.press(key);
  expect(await heard()).toEqual([]);
  expect(await frame.evaluate(() => window.jiangtaiDeck!.current())).toBe(at(1));
  // Keys of the app reach it once; Escape with nothing to close is the app's.
  for (const key of ['F5', 'Control+s', 'Control+p', 'Escape']) await host.keyboard.press(key);
  expect(await heard()).toEqual(['F5', 'Control', 's', 'Control', 'p', 'Escape']);
  expect(await frame.locator('.overview').count()).toBe(0);
  // During the show nothing reloads or prints: clickers send F5.
  await host.evaluate(() => document.querySelector('iframe')!.requestFullscreen());
  for (const key of ['F5', 'Control+p', 'PageDown']) await host.keyboard.press(key);
  expect(await heard()).toEqual(['Control']);
  expect(await frame.evaluate(() => window.jiangtaiDeck!.current())).toBe(at(2));
  await host.keyboard.press('f');
  await expect.poll(() => host.evaluate(() => document.fullscreenElement)).toBe(null);
  await host.close();
});

test.describe('presenter view', () => {
  let speaker: Page;
  const spoken = () => speaker.locator('[data-testid=spoken]');
  const textOf = (index: number) =>
    bareText(deck.slides[index]!.notes.map((note) => note.text).join('')) || '这一张没有讲稿';
  const reads = (index: number) =>
    expect.poll(async () => bareText((await spoken().textContent()) ?? '')).toBe(textOf(index));
  /** Slides in the two small frames. */
  const mirrored = () =>
    Promise.all(
      speaker
        .frames()
        .slice(1)
        .map((frame) => frame.evaluate(() => window.jiangtaiDeck?.current()).catch(() => undefined)),
    );

  test.beforeAll(async () => {
    await pages.show(page, deck, { language: 'zh-Hans' });
    await page.keyboard.press('Home');
    const opened = page.waitForEvent('popup');
    await page.keyboard.press('s');
    speaker = await opened;
  });

  test('has the spoken text, this slide and the next one', async () => {
    await reads(0);
    await expect.poll(mirrored).toEqual([at(0), at(1)]);
    await page.keyboard.press('PageDown');
    await reads(1);
    await expect.poll(mirrored).toEqual([at(1), at(2)]);
    expect(await speaker.locator('[data-testid=count]').textContent()).toContain(`2 / ${deck.slides.length}`);
    expect(await speaker.title()).toContain('演讲者视图');
  });

  test('steers the audience’s window', async () => {
    await speaker.keyboard.press('PageDown');
    await expect.poll(() => current()).toBe(at(2));
    await reads(2);
    await speaker.keyboard.press('PageUp');
    await expect.poll(() => current()).toBe(at(1));
    await speaker.keyboard.press('End');
    await reads(deck.slides.length - 1);
    expect(await speaker.locator('.end').textContent()).toBe('已是最后一张');
    await speaker.keyboard.press('Home');
    await reads(0);
    await speaker.keyboard.press('b');
    await expect.poll(isBlack).toBe(1);
    await speaker.getByRole('button', { name: '恢复画面' }).first().click();
    await expect.poll(isBlack).toBe(0);
    await speaker.getByRole('button', { name: '下一张' }).click();
    await reads(1);
  });

  test('keeps the spoken text out of the audience’s window, in the show and in the list of slides', async () => {
    const whole = JSON.stringify(deck.slides.map(({ content, title }) => [content, title]));
    const isHeard = ({ kind, text }: NotePart) => kind === 'sentence' && !whole.includes(text.slice(0, 8));
    const index = deck.slides.findIndex((slide) => slide.layout !== 'cover' && slide.notes.some(isHeard));
    const sentence = deck.slides[index]!.notes.find(isHeard)!.text;
    await page.evaluate((id) => window.jiangtaiDeck!.go(id), at(index));
    await reads(index);
    await page.keyboard.press('o');
    expect(await page.content()).not.toContain(sentence.slice(0, 8));
    await page.keyboard.press('Escape');
    for (const frame of speaker.frames().slice(1))
      expect(await frame.content()).not.toContain(sentence.slice(0, 8));
  });

  test('sets its text larger and smaller, and counts the time once the first slide is left', async () => {
    const size = () => spoken().evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    const before = await size();
    await speaker.keyboard.press('-');
    expect(await size()).toBeLessThan(before);
    const smaller = await size();
    await speaker.keyboard.press('+');
    expect(await size()).toBeGreaterThan(smaller);
    await speaker.getByRole('button', { name: '合适' }).click();
    expect(await size()).toBe(before);
    expect(await speaker.getByRole('button', { name: '暂停计时' }).count()).toBe(1);
    const total = deck.slides.reduce((sum, slide) => sum + slide.seconds, 0);
    expect(await speaker.locator('[data-testid=planned]').textContent()).toBe(clockTime(total));
  });

  test('finds the slides again after a reload of either window', async () => {
    await page.evaluate((id) => window.jiangtaiDeck!.go(id), at(4));
    await reads(4);
    await speaker.reload();
    await reads(4);
    await page.goto(`${pages.url}deck.html`);
    await page.waitForFunction(() => window.jiangtaiDeck !== undefined);
    await expect.poll(() => speaker.locator('[data-state=closed]').count()).toBe(1);
    await pages.show(page, deck);
    await expect.poll(() => current()).toBe(at(4));
    await expect.poll(() => speaker.locator('[data-state=synced]').count()).toBe(1);
    await speaker.keyboard.press('PageDown');
    await expect.poll(() => current()).toBe(at(5));
  });

  test('loses no slide, black screen, held picture or time, whichever window goes', async () => {
    await speaker.keyboard.press('h');
    await speaker.keyboard.press('PageDown');
    await speaker.keyboard.press('PageDown');
    await speaker.keyboard.press('w');
    await reads(7);
    const screen = (on: Page) => on.locator('.reveal').getAttribute('data-screen');
    const held = speaker.locator('[data-state=frozen]');
    await expect(held).toHaveText('观众看到的是第 6 张');
    await expect(speaker.getByRole('button', { name: '暂停计时' })).toHaveCount(1);
    // With the console gone too, the audience's window still knows where it was.
    await speaker.close();
    await page.goto(`${pages.url}deck.html`);
    await page.waitForFunction(() => window.jiangtaiDeck !== undefined);
    await pages.show(page, deck, { language: 'zh-Hans' });
    await expect.poll(async () => [await current(), await screen(page)]).toEqual([at(5), 'white']);
    const opened = page.waitForEvent('popup');
    await page.keyboard.press('s');
    speaker = await opened;
    await reads(7);
    await expect(speaker.locator('[data-state=frozen]')).toHaveText('观众看到的是第 6 张');
    await expect(speaker.getByRole('button', { name: '暂停计时' })).toHaveCount(1);
    await speaker.keyboard.press('w');
    await speaker.keyboard.press('h');
    await expect.poll(async () => [await current(), await screen(page)]).toEqual([at(7), 'live']);
  });

  test('moves a covered window, which gets no frames, and counts every quick press', async () => {
    await speaker.keyboard.press('Home');
    await expect.poll(() => current()).toBe(at(0));
    await page.evaluate(() => {
      window.requestAnimationFrame = () => 0;
    });
    await speaker.evaluate(() => {
      for (let press = 0; press < 10; press++)
        dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
    });
    await expect.poll(() => current()).toBe(at(10));
    await reads(10);
    await page.evaluate((id) => window.jiangtaiDeck!.go(id), at(5));
    await reads(5);
  });

  test('shows long text whole, page by page by the clicker before the slide turns, in either window', async () => {
    const sentence = '这一句话要让讲的人站着也看得清楚，一行一行读下去，不会找不到地方。';
    const long = deck.slides.map((slide, index) =>
      index === 5
        ? {
            ...slide,
            notes: Array.from({ length: 45 }, () => ({
              ...slide.notes[0]!,
              kind: 'sentence' as const,
              text: sentence,
            })),
          }
        : slide,
    );
    await speaker.setViewportSize({ width: 1024, height: 640 });
    await pages.show(page, { ...deck, slides: long });
    const button = speaker.locator('button.main');
    await expect(button).toHaveText('下文');
    expect(await speaker.evaluate(() => document.documentElement.scrollHeight)).toBe(640);
    const place = async () => ((await speaker.locator('[data-testid=count]').textContent()) ?? '').trim();
    const size = await spoken().evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize));
    expect(size).toBe(28);
    const count = Number(/讲稿 1 \/ (\d+)/.exec(await place())![1]);
    expect(count).toBeGreaterThan(2);
    // Keys in the audience's window turn the console's text too.
    for (let turned = 2; turned <= count; turned++) {
      await (turned % 2 === 0 ? page : speaker).keyboard.press('PageDown');
      await expect.poll(place).toContain(`讲稿 ${turned} / ${count}`);
      expect(await current()).toBe(at(5));
    }
    await expect(button).toHaveText('下一张');
    const lastLine = spoken().locator('span').last();
    const room = speaker.locator('.room');
    expect((await lastLine.boundingBox())!.y + (await lastLine.boundingBox())!.height).toBeLessThanOrEqual(
      (await room.boundingBox())!.y + (await room.boundingBox())!.height + 1,
    );
    await speaker.keyboard.press('PageDown');
    await expect.poll(() => current()).toBe(at(6));
    await expect
      .poll(async () => (await speaker.locator('[data-testid=ahead]').textContent()) ?? '')
      .not.toBe('');
    await speaker.keyboard.press('PageUp');
    await expect.poll(place).toContain(`讲稿 ${count} / ${count}`);
    await speaker.keyboard.press('g');
    const chooser = speaker.frameLocator('slide-chooser iframe');
    await chooser.locator('.thumbnail').nth(5).waitFor();
    await chooser.locator('.thumbnail').nth(8).click();
    await expect.poll(() => current()).toBe(at(8));
    await expect(speaker.locator('slide-chooser')).toHaveCount(0);
    await speaker.keyboard.press('End');
    await expect(speaker.locator('[data-testid=ahead]')).toHaveText('讲完了');
    await page.evaluate((id) => window.jiangtaiDeck!.go(id), at(5));
    await expect.poll(place).toContain('6 / ');
  });

  test('follows an edit of the speech', async () => {
    const changed = deck.slides.map((slide, index) =>
      index === 5 ? { ...slide, notes: [{ ...slide.notes[0]!, text: '改过的话。' }] } : slide,
    );
    await pages.show(page, { ...deck, slides: changed });
    await expect.poll(async () => bareText((await spoken().textContent()) ?? '')).toBe('改过的话。');
  });
});

test('no page complained, none asked another host', () => {
  expect(pages.faults).toEqual([]);
});
