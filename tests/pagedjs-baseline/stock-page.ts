import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { createServer } from 'vite';
import { projectRoot } from '../../src/server/project-root.ts';

/** What stock Paged.js made of a piece of HTML. */
export interface StockResult {
  /** Text of each page that lies inside the page: what lies outside is not printed. */
  readonly visible: readonly string[];
  /** All text that was put on pages, seen or not. */
  readonly text: string;
  /** Table heads of each page that has a table. */
  readonly heads: readonly number[];
  /** Width of the widest line, px. */
  readonly widest: number;
}

/** Paged.js as it comes, in a real Chromium. */
export interface StockPage {
  /** @param clean take its style sheets out afterwards */
  html(html: string, css: string, clean?: boolean): Promise<StockResult>;
  /** Style elements in the document. */
  styles(): Promise<number>;
  close(): Promise<void>;
}

export async function openStockPage(browser: Browser): Promise<StockPage> {
  const server = await createServer({
    root: projectRoot,
    cacheDir: join(projectRoot, '.cache', 'vite-stock'),
    logLevel: 'error',
    optimizeDeps: { entries: ['tests/pagedjs-baseline/stock.html'] },
    server: { port: 0, hmr: false, watch: null },
  });
  await server.listen();
  const page = await browser.newPage({ viewport: { width: 1000, height: 1100 } });
  await page.goto(`${server.resolvedUrls?.local[0] ?? ''}tests/pagedjs-baseline/stock.html`);
  await page.waitForFunction(() => window.jiangtaiStock !== undefined);
  return {
    html: (html, css, clean = true) =>
      page.evaluate(([html, css, clean]) => window.jiangtaiStock!.look(html, css, clean), [
        html,
        css,
        clean,
      ] as const),
    styles: () => page.evaluate(() => document.querySelectorAll('style').length),
    close: async () => {
      await page.close();
      await server.close();
    },
  };
}
