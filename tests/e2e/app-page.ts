import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type FrameLocator, type Locator, type Page } from 'playwright';
import { expect } from 'vitest';
import { findChromium, launchOptions } from '../../src/cli/find-chromium.ts';
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
  close(): Promise<void>;
}

export async function startAppUnderTest(): Promise<AppUnderTest> {
  const app = await startBuiltApp();
  const browser: Browser = await chromium.launch(launchOptions(await findChromium()));
  return {
    app,
    open: async (width = WINDOW.width, height = WINDOW.height, tab) => {
      await copyFile(join(SPEECHES, REAL), join(app.speeches, REAL));
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
      const handout = page.frameLocator('#handout-frame');
      const deck = page.frameLocator('#deck-frame');
      const opened: AppPage = {
        page,
        byTestId: (id) => page.locator(`[data-testid="${id}"]`),
        deck,
        grid: page.frameLocator('#grid-frame'),
        handout,
        faults,
        ready: async () => {
          await expect.poll(() => deck.locator('section').first().textContent()).toContain('踐行群眾路線');
          await expect.poll(() => handout.locator('.pagedjs_page').count()).toBeGreaterThan(5);
        },
        close: async () => {
          await context.close();
          expect(faults).toEqual([]);
        },
      };
      await page.goto(`${app.url}#file=${REAL}`);
      await opened.ready();
      return opened;
    },
    close: async () => {
      await browser.close();
      await app.close();
    },
  };
}
