import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, test as base } from '@playwright/test';
import { builtPages } from '../../src/server/built-pages.ts';
import { SPEECHES } from '../speeches.ts';
import { type AppPage, appPage, type Preview, REAL } from './app-page.ts';
import { expect } from './expect.ts';
import { watchFaults } from './faults.ts';
import { type AppHost, type RunningApp, startAppHost } from './running-app.ts';
import { type StaticHost, startStaticHost } from './static-host.ts';
import { WINDOW } from './window-size.ts';

export { expect };

/** What a browser test asks for by name; each is closed after it. */
interface TestFixtures {
  /** Addresses of this test's servers. A page of the test may ask these and no others, nor may it fail. */
  readonly addresses: Set<string>;
  /** The built app on a copy of the sample speeches. */
  readonly app: RunningApp;
  /** The built app on a host of plain files: speeches are kept in the browser. */
  readonly host: StaticHost;
  /** The test's page, nothing opened yet. */
  readonly own: AppPage;
  /**
   * Opens the real speech in {@link TestFixtures.own} and waits for its slides and pages.
   *
   * @param tab what was chosen in the preview before; nothing: as on a first visit
   */
  readonly open: (width?: number, height?: number, tab?: Preview) => Promise<AppPage>;
  /** Opens a speech of the test's own; its text is there, slides and pages may be on their way. */
  readonly openSpeech: (
    name: string,
    text: string,
    width?: number,
    height?: number,
    tab?: Preview,
  ) => Promise<AppPage>;
}

/** What all tests of a worker share. */
interface WorkerFixtures {
  /** Folder of the built pages. */
  readonly builtPages: string;
  readonly appHost: AppHost;
  readonly staticHost: StaticHost;
  readonly profile: Profile;
}

/**
 * One browser profile: what was loaded once comes out of its cache, as with somebody who uses the app every day. What a
 * test stored there is gone after it.
 */
interface Profile {
  readonly context: BrowserContext;
  /** Closes the test's pages and forgets what they stored. */
  clear(addresses: Iterable<string>): Promise<void>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  builtPages: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names here
    async ({}, use) => {
      await use(await builtPages());
    },
    { scope: 'worker' },
  ],

  appHost: [
    async ({ builtPages }, use) => {
      const host = await startAppHost(builtPages);
      await use(host);
      await host.close();
    },
    { scope: 'worker' },
  ],

  staticHost: [
    async ({ builtPages }, use) => {
      const host = await startStaticHost(builtPages);
      await use(host);
      await host.close();
    },
    { scope: 'worker' },
  ],

  profile: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ viewport: WINDOW, locale: 'zh-CN' });
      const blank = await context.newPage();
      const devTools = await context.newCDPSession(blank);
      await use({
        context,
        clear: async (addresses) => {
          for (const page of context.pages()) if (page !== blank) await page.close();
          for (const address of addresses)
            await devTools.send('Storage.clearDataForOrigin', {
              origin: new URL(address).origin,
              storageTypes: 'all',
            });
        },
      });
      await context.close();
    },
    { scope: 'worker' },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: as above
  addresses: async ({}, use) => {
    await use(new Set());
  },

  app: async ({ addresses, appHost }, use) => {
    const app = await appHost.mount();
    addresses.add(app.url);
    await use(app);
    await app.close();
  },

  host: async ({ addresses, staticHost }, use) => {
    addresses.add(staticHost.url);
    await use(staticHost);
  },

  context: async ({ profile, addresses }, use) => {
    const { context } = profile;
    const faults = watchFaults(context, addresses);
    await use(context);
    await profile.clear(addresses);
    faults.stop();
    expect(faults.found).toEqual([]);
  },

  own: async ({ page }, use) => {
    await use(appPage(page));
    // What a page still saves as it goes would be lost on the way.
    const states = () =>
      page
        .getByTestId('save-state')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-state')).join());
    if (test.info().status === 'passed' && !page.isClosed())
      await expect.poll(states).not.toMatch(/unsaved|saving/);
  },

  open: async ({ app, own }, use) => {
    await use(async (width, height, tab) => {
      await copyFile(join(SPEECHES, REAL), join(app.speeches, REAL));
      await own.prepare(width, height, tab);
      await own.page.goto(`${app.url}#file=${REAL}`);
      await own.ready();
      return own;
    });
  },

  openSpeech: async ({ app, own }, use) => {
    await use(async (name, text, width, height, tab) => {
      await writeFile(join(app.speeches, name), text);
      await own.prepare(width, height, tab);
      await own.page.goto(`${app.url}#file=${name}`);
      await expect.poll(own.source).toBe(text);
      // An empty one is there when it can be written in.
      await own.page.locator('.cm-content[contenteditable="true"]').waitFor();
      return own;
    });
  },
});
