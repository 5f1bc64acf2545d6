import type { FrameLocator, Locator, Page } from '@playwright/test';
import type { SpeechEditor } from '../../src/app/editor/speech-editor.ts';
import { expect } from './expect.ts';

/** The real speech. */
export const REAL = 'jianxing-qunzhong-luxian.txt';

/** What the preview may show of the two. */
export type Preview = 'slides' | 'handout';

/** A page of the app, and what is in it. */
export interface AppPage {
  readonly page: Page;
  byTestId(id: string): Locator;
  /** A speech of the list. */
  item(name: string): Locator;
  readonly deck: FrameLocator;
  readonly grid: FrameLocator;
  readonly handout: FrameLocator;
  /** The text as the user sees it. */
  text(): Promise<string | null>;
  /** The text as it is stored. */
  source(): Promise<string>;
  saveState(): Promise<string | null>;
  /** Puts the cursor behind the first line that holds this text. */
  goBehind(line: string): Promise<void>;
  /** … and types there. */
  typeBehind(line: string, added: string): Promise<void>;
  /** Opens the menu of a speech, by keys. */
  openMenu(name: string): Promise<void>;
  /** Before it opens anything: the size of its window, and what was chosen in the preview before. */
  prepare(width?: number, height?: number, tab?: Preview): Promise<void>;
  /** Waits until slides and pages of the real speech are there. */
  ready(): Promise<void>;
}

export function appPage(page: Page): AppPage {
  const byTestId = (id: string) => page.getByTestId(id);
  const deck = page.frameLocator('#deck-frame');
  const handout = page.frameLocator('#handout-frame');
  const goBehind = async (line: string) => {
    await page.locator('.cm-line', { hasText: line }).first().click();
    await page.keyboard.press('End');
  };
  return {
    page,
    byTestId,
    item: (name) => page.locator(`a[data-name="${name}"]`),
    deck,
    grid: page.frameLocator('#grid-frame'),
    handout,
    text: () => page.locator('.cm-content').textContent(),
    source: () => page.locator('speech-editor').evaluate((element) => (element as SpeechEditor).text),
    saveState: () => byTestId('save-state').getAttribute('data-state'),
    goBehind,
    typeBehind: async (line, added) => {
      await goBehind(line);
      await page.keyboard.insertText(added);
    },
    openMenu: async (name) => {
      await page.locator(`a[data-name="${name}"]`).focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    },
    prepare: async (width, height, tab) => {
      if (width && height) await page.setViewportSize({ width, height });
      if (tab === undefined) return;
      // Once: what the test chooses later is remembered.
      await page.addInitScript((tab) => {
        const key = 'jiangtai.choice/tab';
        if (localStorage.getItem(key) === null) localStorage.setItem(key, tab);
      }, tab);
    },
    ready: async () => {
      await expect.poll(() => deck.locator('section').first().textContent()).toContain('踐行群眾路線');
      // The text is drawn before the show has begun; the panel says a slide when it has.
      await expect.poll(() => byTestId('slide-said').textContent()).not.toBe('');
      // Said when all pages are there: before, only some are, and the one being laid out counts, too.
      await expect.poll(() => byTestId('handout-page').count()).toBe(1);
      await expect.poll(() => handout.locator('.pagedjs_page').count()).toBeGreaterThan(5);
    },
  };
}
