import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { findChromium, launchOptions } from '../../src/export/browser/find-chromium.ts';
import { appPage, REAL } from './app-page.ts';
import { expect, test } from './test.ts';

/** A laptop and a projector at its right, as Chromium without a display draws them. */
const SCREENS = '--screen-info={1366x768 label=Laptop}{1920x1080 label=Projector}';

let context: BrowserContext;
let profile: string;
test.beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'jiangtai-screens-'));
  const options = launchOptions(await findChromium());
  // Permissions for windows hold in a profile of its own only.
  context = await chromium.launchPersistentContext(profile, {
    ...options,
    args: [...(options.args ?? []), SCREENS],
    viewport: null,
    locale: 'zh-CN',
  });
});
test.afterEach(async () => {
  await context.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

async function allow(page: Page, origin: string, setting: 'granted' | 'denied'): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Browser.setPermission', {
    permission: { name: 'window-management' },
    setting,
    origin: new URL(origin).origin,
  });
}

async function open(url: string) {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${url}#file=${REAL}`);
  const own = appPage(page);
  await expect.poll(() => own.byTestId('slide-said').textContent()).not.toBe('');
  return own;
}

test('one click puts the slides on the projector and the console on the laptop', async ({ appHost }) => {
  const app = await appHost.mount();
  const { page, byTestId } = await open(app.url);
  // Not asked before: what the browser will ask is explained first, and nothing has happened yet.
  await byTestId('button-present').click();
  await expect(page.getByRole('alertdialog')).toContainText('请选「允许」');
  expect(context.pages()).toHaveLength(1);
  await allow(page, app.url, 'granted');
  const opened = page.waitForEvent('popup');
  await page.evaluate(() => {
    const { requestFullscreen } = Element.prototype;
    Element.prototype.requestFullscreen = function (options) {
      document.body.dataset.asked = String(options?.screen?.availLeft);
      return requestFullscreen.call(this, options);
    };
  });
  await byTestId('screens-use').click();
  const speaker = await opened;
  // Chromium without a display gives a page in full screen no other size: what it was asked for is what can be seen.
  expect(await page.evaluate(() => document.body.dataset.asked)).toBe('1366');
  await speaker.locator('.spoken').waitFor();
  expect(await speaker.evaluate(() => screenX)).toBe(0);
  // The window beside has not ended it.
  expect(await page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await speaker.keyboard.press('PageDown');
  await expect(speaker.locator('[data-testid=count]')).toContainText('2 /');
  await app.close();
});

test('refused, the show fills this screen, and one sentence says how to use the other', async ({
  appHost,
}) => {
  const app = await appHost.mount();
  const { page, byTestId } = await open(app.url);
  await allow(page, app.url, 'denied');
  await byTestId('button-present').click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  expect(context.pages()).toHaveLength(1);
  await page.evaluate(() => document.exitFullscreen());
  await expect(page.locator('deck-panel .refused')).toContainText('拖到投影上');
  await app.close();
});
