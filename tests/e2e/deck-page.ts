import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Deck } from '../../src/deck/plan/types.ts';
import type { ShowOptions } from '../../src/deck/show/frame.ts';
import { type PageServer, PICTURE_PATH, servePages } from '../../src/server/page-server.ts';
import { SPEECHES } from '../speeches.ts';

/** The built pages of slides in a window of their own, for all tests of a file. */
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

/**
 * @param pages folder of the built pages
 * @param pictures folder whose pictures decks may show
 */
export async function openDeckPages(
  browser: Browser,
  pages: string,
  pictures = SPEECHES,
): Promise<DeckPages> {
  const server: PageServer = await servePages(pages, pictures);
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
      await context.close();
      await server.close();
    },
  };
}
