import { defineConfig } from '@playwright/test';
import { findChromium, launchOptions } from './src/export/browser/find-chromium.ts';
import { WINDOW } from './tests/e2e/window-size.ts';

const FULL_TRACE = process.env.TRACE === 'full';

/** The browser tests. What a failed one leaves (trace, pictures that differ) is shown by `npx playwright show-report .cache/e2e/report`. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.test.ts',
  outputDir: '.cache/e2e/results',
  reporter: [
    ['list'],
    ['html', { outputFolder: '.cache/e2e/report', open: 'never' }],
    // Counted by scripts/test.mjs, which says where.
    ...(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['json'] as const] : []),
  ],
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  // How long something takes says nothing of the product: the machine may be busy.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  use: {
    launchOptions: launchOptions(await findChromium()),
    viewport: WINDOW,
    locale: 'zh-CN',
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    // Pictures of every step would make the tests half as long again: `TRACE=full npm run e2e -- FILE` takes them.
    trace: { mode: 'retain-on-failure', snapshots: FULL_TRACE, screenshots: FULL_TRACE },
    screenshot: 'only-on-failure',
  },
});
