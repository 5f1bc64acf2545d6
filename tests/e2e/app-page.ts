import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type FrameLocator, type Locator, type Page } from 'playwright';
import { expect } from 'vitest';
import type { SpeechEditor } from '../../src/app/editor/speech-editor.ts';
import { findChromium, launchOptions } from '../../src/export/browser/find-chromium.ts';
import { SPEECHES } from '../speeches.ts';
import { type RunningApp, startBuiltApp } from './running-app.ts';
import { WINDOW } from './window-size.ts';

/** The real speech, which every test of the page around it may open. */
export const REAL = 'jianxing-qunzhong-luxian.txt';

/** One page of the app, and what is in it. */
export interface AppPage {
  readonly page: Page;
  byTestId(id: string): Locator;
  readonly deck: FrameLocator;
  readonly grid: FrameLocator;
  readonly handout: FrameLocator;
  /** Errors of the page and requests to any other origin: there must be none. */
  readonly faults: readonly string[];
  /** Waits until slides and pages of the real speech are there. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** The app on a copy of the speeches, and a browser to look at it. */
export interface AppUnderTest {
  readonly app: RunningApp;
  /**
   * A page with the real speech open, in a window of this size.
   *
   * @param tab what was chosen in the preview before; nothing: as on a first visit
   */
  open(width?: number, height?: number, tab?: 'slides' | 'handout'): Promise<AppPage>;
  /** A page with a speech of the test's own open; its text is there, slides and pages may be on their way. */
  openSpeech(
    name: string,
    text: string,
    width?: number,
    height?: number,
    tab?: 'slides' | 'handout',
  ): Promise<AppPage>;
  close(): Promise<void>;
}

export async function startAppUnderTest(): Promise<AppUnderTest> {
  const app = await startBuiltApp();
  const browser: Browser = await chromium.launch(launchOptions(await findChromium()));
  return {
    app,
    open: async (width, height, tab) => {
      await copyFile(join(SPEECHES, REAL), join(app.speeches, REAL));
      const opened = await newPage(browser, app, width, height, tab);
      await opened.page.goto(`${app.url}#file=${REAL}`);
      await opened.ready();
      return opened;
    },
    openSpeech: async (name, text, width, height, tab) => {
      await writeFile(join(app.speeches, name), text);
      const opened = await newPage(browser, app, width, height, tab);
      await opened.page.goto(`${app.url}#file=${name}`);
      const editor = opened.page.locator('speech-editor');
      await expect.poll(() => editor.evaluate((element) => (element as SpeechEditor).text)).toBe(text);
      // An empty one is there when it can be written in.
      await opened.page.locator('.cm-content[contenteditable="true"]').waitFor();
      return opened;
    },
    close: async () => {
      await browser.close();
      await app.close();
    },
  };
}

/** A page in a browser context of its own, nothing opened yet. */
async function newPage(
  browser: Browser,
  app: RunningApp,
  width = WINDOW.width,
  height = WINDOW.height,
  tab?: 'slides' | 'handout',
): Promise<AppPage> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' });
  if (tab) {
    // Once: what the test chooses later is remembered.
    await context.addInitScript((tab) => {
      const key = 'jiangtai.choice/tab';
      if (localStorage.getItem(key) === null) localStorage.setItem(key, tab);
    }, tab);
  }
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(app.url) && !/^(data|blob|about|chrome):/.test(url)) faults.push(url);
  });
  const byTestId = (id: string) => page.locator(`[data-testid="${id}"]`);
  const handout = page.frameLocator('#handout-frame');
  const deck = page.frameLocator('#deck-frame');
  return {
    page,
    byTestId,
    deck,
    grid: page.frameLocator('#grid-frame'),
    handout,
    faults,
    ready: async () => {
      await expect.poll(() => deck.locator('section').first().textContent()).toContain('踐行群眾路線');
      // The text is drawn before the show has begun; the panel says a slide when it has.
      await expect.poll(() => byTestId('slide-said').textContent()).not.toBe('');
      // Said when all pages are there: before, only some are, and the one being laid out counts, too.
      await expect.poll(() => byTestId('handout-page').count()).toBe(1);
      await expect.poll(() => handout.locator('.pagedjs_page').count()).toBeGreaterThan(5);
    },
    close: async () => {
      // What a page still saves as it goes may find the next test's file in the state it began from.
      const states = () =>
        byTestId('save-state').evaluateAll((all) => all.map((one) => one.getAttribute('data-state')).join());
      try {
        if (!page.isClosed()) await expect.poll(states).not.toMatch(/unsaved|saving/);
      } finally {
        await context.close();
      }
      expect(faults).toEqual([]);
    },
  };
}
