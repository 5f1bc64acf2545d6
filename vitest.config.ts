import { defineConfig } from 'vitest/config';

/** Half of the browser tests by their length, most of those of the editor: `npm test` runs the two halves beside each other. */
const APP = [
  'accessibility',
  'app',
  'browser-library',
  'following',
  'following-layouts',
  'input-method',
  'keyboard',
  'keyboard-reach',
  'library',
  'nothing-lost',
  'preview',
  'served-app',
  'waiting',
  'writing',
].map((name) => `tests/e2e/${name}.test.ts`);

/** One file after the other: each has a browser of its own. */
const browser = {
  environment: 'node' as const,
  fileParallelism: false,
  testTimeout: 120_000,
  hookTimeout: 180_000,
  // How long something may take to appear says nothing of the product: the machine may be busy.
  expect: { poll: { timeout: 30_000 } },
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // As below: a test that ends late on a busy machine has not failed.
          testTimeout: 120_000,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**'],
        },
      },
      { test: { ...browser, name: 'e2e', include: ['tests/e2e/**/*.test.ts'], exclude: APP } },
      { test: { ...browser, name: 'app', include: APP } },
    ],
  },
});
