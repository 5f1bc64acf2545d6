import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { loadSpeech } from '../../src/cli/load-speech.ts';
import type { Density } from '../../src/deck/plan/content-slides.ts';
import { planDeck } from '../../src/deck/plan/plan.ts';
import type { Deck } from '../../src/deck/plan/types.ts';
import { type PageServer, PICTURE_PATH, servePages } from '../../src/server/page-server.ts';
import type { Speech } from '../../src/speech/types.ts';
import { SPEECH_NAMES, SPEECHES } from '../speeches.ts';
import { HOSTILE_SPEECHES } from './hostile-speeches.ts';
import { expect, test } from './test.ts';

/** Slides as they are rendered: nothing out of its box, nothing below the floor size (see measure.ts). */

const FIXTURES = join(import.meta.dirname, '../fixtures/speech');
const DENSITIES: readonly Density[] = ['low', 'normal', 'high'];
/** `DECKS=all npm run e2e -- deck-fit`: every speech in every theme. */
const ALL = process.env.DECKS === 'all';
const RATIOS = ['16:9', '4:3'] as const;

let server: PageServer;
let themes: string[];
let speeches: { name: string; speech: Speech }[];

test.beforeAll(async ({ builtPages }) => {
  server = await servePages(builtPages, SPEECHES);
  themes = await readdir(join(SPEECHES, '../themes'));
  const paths = SPEECH_NAMES.map((name) => join(SPEECHES, name));
  for (const entry of await readdir(FIXTURES, { recursive: true }))
    if (/[\\/]speech\.(?:txt|md)$/.test(entry)) paths.push(join(FIXTURES, entry));
  speeches = await Promise.all(
    paths.map(async (path) => ({
      name: path.slice(SPEECHES.length - 8),
      speech: (await loadSpeech(path)).speech,
    })),
  );
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

/** Slides of these decks that do not fit, as `name: slide by px`. */
async function misfits(page: Page, decks: readonly { name: string; deck: Deck }[]): Promise<string[]> {
  return page.evaluate(
    async ([decks, baseUrl]) => {
      const found: string[] = [];
      for (const { name, deck } of decks) {
        await window.jiangtaiDeck!.show(deck, { baseUrl });
        for (const { id, by } of window.jiangtaiDeck!.overflowing()) found.push(`${name}: ${id} by ${by}px`);
      }
      return found;
    },
    [decks, server.url + PICTURE_PATH] as const,
  );
}

for (const ratio of RATIOS)
  test.describe(ratio, () => {
    test.setTimeout(180_000);

    test('every slide of every sample and fixture fits, at each density and in each theme', async ({
      browser,
    }) => {
      const page = await openDeck(browser, ratio);
      const decks = speeches.flatMap(({ name, speech }, index) =>
        DENSITIES.flatMap((density) =>
          // Each theme gets its share of the decks; all of them with DECKS=all.
          (ALL ? themes : [themes[index % themes.length] as string]).map((theme) => ({
            name: `${name} ${density} ${theme}`,
            deck: { ...planDeck(speech, { density }), theme },
          })),
        ),
      );
      expect(await misfits(page, decks)).toEqual([]);
      const samples = speeches
        .slice(0, SPEECH_NAMES.length)
        .flatMap(({ name, speech }) =>
          themes.map((theme) => ({ name: `${name} ${theme}`, deck: { ...planDeck(speech), theme } })),
        );
      expect(await misfits(page, samples)).toEqual([]);
      await page.close();
    });

    test('hostile speeches fit too', async ({ browser }) => {
      const page = await openDeck(browser, ratio);
      const decks = HOSTILE_SPEECHES.flatMap(({ name, speech }) =>
        DENSITIES.map((density, index) => ({
          name: `${name} ${density}`,
          deck: { ...planDeck(speech(), { density }), theme: themes[index % themes.length] as string },
        })),
      );
      expect(await misfits(page, decks)).toEqual([]);
      await page.close();
    });
  });
