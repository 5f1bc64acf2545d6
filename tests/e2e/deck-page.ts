import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import type { Deck } from '../../src/deck/plan/types.ts';
import type { ShowOptions } from '../../src/deck/show/frame.ts';
import { findChromium, launchOptions } from '../../src/export/browser/find-chromium.ts';
import { builtPages } from '../../src/server/built-pages.ts';
import { type PageServer, PICTURE_PATH, servePages } from '../../src/server/page-server.ts';
import { SPEECHES } from '../speeches.ts';

/** The built pages in one browser. */
export interface DeckPages {
  readonly url: string;
  readonly context: BrowserContext;
  /** Everything a page complained of, and every request to another origin: there must be none. */
  readonly faults: string[];
  /** A page of deck.html with this query, e.g. `?ratio=4:3`. */
  open(query?: string): Promise<Page>;
  show(page: Page, deck: Deck, options?: Partial<ShowOptions>): Promise<void>;
  close(): Promise<void>;
}

/** @param pictures folder whose pictures decks may show */
export async function openDeckPages(pictures = SPEECHES): Promise<DeckPages> {
  const server: PageServer = await servePages(await builtPages(), pictures);
  const browser: Browser = await chromium.launch(launchOptions(await findChromium()));
  const context = await browser.newContext({
    viewport: { width: 960, height: 540 },
    locale: 'zh-CN',
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  const faults: string[] = [];
  context.on('weberror', (error) => faults.push(error.error().message));
  context.on('console', (message) => {
    // A picture that is not there is a case under test; the browser says so in its own words.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      faults.push(message.text());
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(server.url) && !/^(data|blob|about):/.test(url)) faults.push(url);
  });
  return {
    url: server.url,
    context,
    faults,
    open: async (query = '') => {
      const page = await context.newPage();
      await page.goto(`${server.url}deck.html${query}`);
      await page.waitForFunction(() => window.jiangtaiDeck !== undefined);
      return page;
    },
    show: (page, deck, options) =>
      page.evaluate(
        async ([deck, options]) => {
          await window.jiangtaiDeck!.ready;
          await window.jiangtaiDeck!.show(deck, options);
        },
        [deck, { baseUrl: server.url + PICTURE_PATH, ...options }] as const,
      ),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
