import type { Browser, Page } from '@playwright/test';
import type { Handout } from '../../src/handout/flow/types.ts';
import type { LayoutResult } from '../../src/handout/paginate/frame.ts';
import { PICTURE_PATH, servePages } from '../../src/server/page-server.ts';
import { SPEECHES } from '../speeches.ts';

/** One printed line: its text without white space and its box, mm from the page's upper left corner. */
export interface Line {
  readonly text: string;
  /** Which block of its page it is in, from 0; what the page repeats from elsewhere is in none. */
  readonly block: number;
  /** Tag and classes of the block. */
  readonly kind: string;
  /** Its block goes on on the next page. */
  readonly goesOn: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** handout.html in a real Chromium, as the app and the command line open it. */
export interface HandoutPage {
  readonly page: Page;
  layOut(handout: Handout): Promise<LayoutResult>;
  texts(): Promise<string[]>;
  /** Lines of each page's type area, from the top. */
  lines(): Promise<Line[][]>;
  /** Tag names of the blocks of each page. */
  blocks(): Promise<string[][]>;
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** @param pages folder of the built pages */
export async function openHandoutPage(browser: Browser, pages: string): Promise<HandoutPage> {
  const server = await servePages(pages, SPEECHES);
  const { url } = server;
  const page = await browser.newPage({ viewport: { width: 1000, height: 1100 } });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'warning' || message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) faults.push(request.url());
  });
  await page.goto(`${url}handout.html`);
  await page.waitForFunction(() => window.jiangtaiHandout !== undefined);
  const baseUrl = url + PICTURE_PATH;
  return {
    page,
    faults,
    layOut: async (handout) => {
      const result = await page.evaluate(
        async ([handout, baseUrl]) => {
          const frame = window.jiangtaiHandout!;
          await frame.ready;
          return frame.layOut(handout, { baseUrl });
        },
        [handout, baseUrl] as const,
      );
      if (result === 'superseded') throw new Error('superseded');
      return result;
    },
    texts: () => page.evaluate(() => window.jiangtaiHandout!.pageTexts()),
    lines: () => page.evaluate(measureLines),
    blocks: () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.pagedjs_page_content > div')].map((content) =>
          [...content.children].map((block) => block.tagName),
        ),
      ),
    close: async () => {
      await page.close();
      await server.close();
    },
  };
}

/** Runs in the browser. */
function measureLines(): Line[][] {
  // Out of view, pages are not laid out at all until somebody looks.
  const style = document.createElement('style');
  style.textContent =
    '.pagedjs_page { content-visibility: visible !important } .handout { transform: none !important }';
  document.head.append(style);
  const mm = 96 / 25.4;
  const pages = [...document.querySelectorAll('.pagedjs_page')].map((page) => {
    const origin = page.getBoundingClientRect();
    const lines: { -readonly [Key in keyof Line]: Line[Key] }[] = [];
    const content = page.querySelector('.pagedjs_page_content > div')!;
    const blocks = [...content.children];
    const walker = document.createTreeWalker(
      page.querySelector('.pagedjs_page_content')!,
      NodeFilter.SHOW_TEXT,
    );
    const range = document.createRange();
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const block = blocks.findIndex((one) => one.contains(node));
      const { tagName = '', className = '' } = blocks[block] ?? {};
      const goesOn = blocks[block]?.hasAttribute('data-split-to') ?? false;
      for (let index = 0; index < node.length; index++) {
        if (/\s/.test(node.data[index]!)) continue;
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const rect = range.getBoundingClientRect();
        if (rect.width === 0 && rect.height === 0) continue;
        const last = lines.at(-1);
        const left = (rect.left - origin.left) / mm;
        const middle = ((rect.top + rect.bottom) / 2 - origin.top) / mm;
        if (last && last.block === block && middle > last.top && middle < last.bottom && left >= last.left) {
          last.text += node.data[index];
          last.right = Math.max(last.right, (rect.right - origin.left) / mm);
        } else {
          lines.push({
            text: node.data[index]!,
            block,
            kind: `${tagName} ${className}`,
            goesOn,
            left,
            right: (rect.right - origin.left) / mm,
            top: (rect.top - origin.top) / mm,
            bottom: (rect.bottom - origin.top) / mm,
          });
        }
      }
    }
    return lines;
  });
  style.remove();
  return pages;
}
