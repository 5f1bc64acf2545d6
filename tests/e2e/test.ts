import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { builtPages } from '../../src/server/built-pages.ts';
import { SPEECHES } from '../speeches.ts';
import { type AppPage, appPage, type Preview, REAL } from './app-page.ts';
import { expect } from './expect.ts';
import { type RunningApp, startBuiltApp } from './running-app.ts';
import { type StaticHost, startStaticHost } from './static-host.ts';

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

interface WorkerFixtures {
  /** Folder of the built pages. */
  readonly builtPages: string;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  builtPages: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names here
    async ({}, use) => {
      await use(await builtPages());
    },
    { scope: 'worker' },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: as above
  addresses: async ({}, use) => {
    await use(new Set());
  },

  app: async ({ addresses, builtPages }, use) => {
    const app = await startBuiltApp(builtPages);
    addresses.add(app.url);
    await use(app);
    await app.close();
  },

  host: async ({ addresses, builtPages }, use) => {
    const host = await startStaticHost(builtPages);
    addresses.add(host.url);
    await use(host);
    await host.close();
  },

  context: async ({ context, addresses }, use) => {
    const faults: string[] = [];
    context.on('weberror', (error) => faults.push(error.error().message));
    context.on('request', (request) => {
      const url = request.url();
      const own = [...addresses].some((address) => url.startsWith(address));
      if (!own && !/^(data|blob|about|chrome):/.test(url)) faults.push(url);
    });
    context.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) faults.push(message.text());
    });
    await use(context);
    await context.close();
    expect(faults).toEqual([]);
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
