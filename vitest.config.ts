import { defineConfig } from 'vitest/config';

/** Tests without a browser; the browser tests are Playwright's (playwright.config.ts). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // A test that ends late on a busy machine has not failed.
          testTimeout: 120_000,
          setupFiles: ['tests/set-seed.ts'],
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**'],
        },
      },
    ],
  },
});
