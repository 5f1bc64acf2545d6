import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AppPage, appPage } from './app-page.ts';
import { watchFaults } from './faults.ts';
import { type RunningApp, startAppHost } from './running-app.ts';
import { expect, test } from './test.ts';

/** A page of the app that several tests use one after the other. */
export interface Visit {
  readonly own: AppPage;
  readonly app: RunningApp;
  /** Makes the file and the text of the open speech what they were: a test may have left it otherwise. */
  restore(name: string, text: string): Promise<void>;
  /** Closes the bars over the text that a test has left there. */
  closeBars(): Promise<void>;
}

/**
 * Opens the app once for all tests of the file or `describe` that it is called in: to open a page costs more than most of
 * what a test does there. Each test begins from what its `beforeEach` makes of the page. After a failed test Playwright
 * begins a new visit.
 *
 * @param begin opens what the tests are about
 */
export function oneVisit(begin: (visit: Visit) => Promise<void>, width?: number, height?: number): Visit {
  const visit = { restore, closeBars } as { -readonly [Key in keyof Visit]: Visit[Key] };
  let faults: readonly string[] = [];
  let close = async () => {};

  async function restore(name: string, text: string): Promise<void> {
    const { own, app } = visit;
    await expect.poll(own.saveState).toBe('saved');
    if ((await own.source()) === text) return;
    await writeFile(join(app.speeches, name), text);
    await expect.poll(own.source).toBe(text);
  }

  async function closeBars(): Promise<void> {
    const close = visit.own.page.locator('notice-bar .close');
    for (let bars = await close.count(); bars > 0; bars--) await close.first().click();
  }

  test.beforeAll(async ({ browser, builtPages }) => {
    const host = await startAppHost(builtPages);
    visit.app = await host.mount();
    const context = await browser.newContext({ locale: 'zh-CN' });
    const watched = watchFaults(context, new Set([host.url]));
    faults = watched.found;
    visit.own = appPage(await context.newPage());
    await visit.own.prepare(width, height);
    close = async () => {
      await context.close();
      await visit.app.close();
      await host.close();
    };
    await begin(visit);
  });
  test.afterEach(() => expect(faults).toEqual([]));
  test.afterAll(() => close());
  return visit;
}
