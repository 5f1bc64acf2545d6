import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { loadSpeech } from '../../src/cli/load-speech.ts';
import type { Density } from '../../src/deck/plan/context.ts';
import { planDeck } from '../../src/deck/plan/plan.ts';
import type { Deck, Slide } from '../../src/deck/plan/types.ts';
import { type PageServer, PICTURE_PATH, servePages } from '../../src/server/page-server.ts';
import type { Speech } from '../../src/speech/types.ts';
import { diagramSpeech } from '../diagram-speech.ts';
import { SPEECH_FIXTURES, SPEECH_NAMES, SPEECHES } from '../speeches.ts';
import { HOSTILE_SPEECHES } from './hostile-speeches.ts';
import { expect, test } from './test.ts';

/** Slides as they are rendered: nothing out of its box, nothing below the floor size (see measure.ts). */

const DENSITIES: readonly Density[] = ['low', 'normal', 'high'];
/** `DECKS=all npm run e2e -- deck-fit`: every speech in every theme. */
const ALL = process.env.DECKS === 'all';
const RATIOS = ['16:9', '16:10', '4:3'] as const;

let server: PageServer;
let themes: string[];
let speeches: { name: string; speech: Speech }[];

test.beforeAll(async ({ builtPages }) => {
  server = await servePages(builtPages, SPEECHES);
  themes = await readdir(join(SPEECHES, '../themes'));
  const paths = [
    ...SPEECH_NAMES.map((name) => join(SPEECHES, name)),
    ...SPEECH_FIXTURES.map(({ file }) => file),
  ];
  const read = await Promise.all(
    paths.map(async (path) => ({
      name: path.slice(SPEECHES.length - 8),
      speech: (await loadSpeech(path)).speech,
    })),
  );
  speeches = [{ name: 'diagrams', speech: diagramSpeech() }, ...read];
});
test.afterAll(async () => {
  await server?.close();
});

async function openDeck(browser: Browser, ratio: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${server.url}deck.html?ratio=${encodeURIComponent(ratio)}`);
  await page.waitForFunction(() => window.jiangtaiDeck !== undefined);
  return page;
}

/** A deck to be looked at. */
interface Case {
  readonly name: string;
  readonly deck: Deck;
}

/** What a slide shows: whether it fits depends on this and on its theme alone. */
const looks = ({ layout, title, running, content, continued }: Slide): string =>
  JSON.stringify([layout, title, running, content, continued], (key, value) =>
    key === 'range' ? undefined : value,
  );

/** One deck with the slides of several plans of one speech, those that look the same once. */
function together(decks: readonly Deck[]): Deck {
  const slides = new Map(decks.flatMap((deck) => deck.slides).map((slide) => [looks(slide), slide]));
  return {
    ...decks[0]!,
    slides: [...slides.values()].map((slide, index) => ({ ...slide, id: `${slide.id}-at-${index}` })),
  };
}

/**
 * @returns slides that do not fit, as `name: slide by px`, and texts of more lines than were meant, as `name: slide text`
 */
async function misfits(page: Page, cases: readonly Case[], lines = false): Promise<string[]> {
  const found: string[] = [];
  for (const { name, deck } of cases) {
    const overflowing = await page.evaluate(
      async ([deck, baseUrl]) => {
        await window.jiangtaiDeck!.show(deck, { baseUrl });
        return window.jiangtaiDeck!.overflowing().map(({ id, by }) => `${id} by ${by}px`);
      },
      [deck, server.url + PICTURE_PATH] as const,
    );
    const wrapped = lines ? await page.evaluate(linesTooLong) : [];
    found.push(...[...overflowing, ...wrapped].map((what) => `${name}: ${what}`));
  }
  return found;
}

/** Runs in the browser: texts with more lines than were meant, as long as they are Chinese. */
function linesTooLong(): string[] {
  const slides = document.querySelector('.slides')!;
  slides.classList.add('measuring');
  const found = [...slides.querySelectorAll('.words')].filter((words) => {
    if (/[A-Za-z]{3}/.test(words.textContent ?? '')) return false;
    const range = document.createRange();
    range.selectNodeContents(words);
    const middles: number[] = [];
    const height =
      Number.parseFloat(getComputedStyle(words).fontSize) * (words.getBoundingClientRect().width > 0 ? 1 : 0);
    const scale = slides.querySelector('.sheet')!.getBoundingClientRect().height / 1080;
    for (const { top, bottom, width } of range.getClientRects()) {
      const middle = (top + bottom) / 2;
      if (width > 0 && !middles.some((other) => Math.abs(other - middle) < (height * scale) / 2))
        middles.push(middle);
    }
    return middles.length > words.querySelectorAll('br').length + 1;
  });
  slides.classList.remove('measuring');
  return found.map((words) => `${words.closest('section')!.id} ${words.textContent}`);
}

for (const ratio of RATIOS)
  test.describe(ratio, () => {
    test.setTimeout(180_000);

    test('every slide of every sample and fixture fits, at each density and in each theme; its lines end where they were broken by meaning', async ({
      browser,
    }) => {
      const page = await openDeck(browser, ratio);
      const cases = speeches.flatMap(({ name, speech }, index) => {
        const deck = together(DENSITIES.map((density) => planDeck(speech, { density, ratio })));
        // Each theme gets its share of the decks; the samples, and with DECKS=all every speech, are shown in all of them.
        const all = ALL || index <= SPEECH_NAMES.length;
        return (all ? themes : [themes[index % themes.length]!]).map((theme) => ({
          name: `${name} ${theme}`,
          deck: { ...deck, theme },
        }));
      });
      expect(await misfits(page, cases, true)).toEqual([]);
      await page.close();
    });

    test('hostile speeches fit too', async ({ browser }) => {
      const page = await openDeck(browser, ratio);
      const cases = HOSTILE_SPEECHES.flatMap(({ name, speech }) =>
        DENSITIES.map((density, index) => ({
          name: `${name} ${density}`,
          deck: { ...planDeck(speech(), { density, ratio }), theme: themes[index % themes.length]! },
        })),
      );
      expect(await misfits(page, cases)).toEqual([]);
      await page.close();
    });
  });
