import { defineConfig } from 'vitest/config';

/** Tests of the app, in two lots of about the same length; the other browser tests look at slides, pages and files. */
const EDITOR = [
  'app',
  'following',
  'input-method',
  'keyboard',
  'keyboard-reach',
  'preview',
  'waiting',
  'writing',
].map(fileOf);
const LIBRARY = [
  'accessibility',
  'browser-library',
  'content-security',
  'hostile-text',
  'library',
  'nothing-lost',
  'own-files',
  'served-app',
  'versions',
].map(fileOf);

function fileOf(name: string): string {
  return `tests/e2e/${name}.test.ts`;
}

/** One file after the other: each has a browser of its own. `npm test` runs the lots beside each other. */
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
      {
        test: {
          ...browser,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: [...EDITOR, ...LIBRARY],
        },
      },
      { test: { ...browser, name: 'editor', include: EDITOR } },
      { test: { ...browser, name: 'library', include: LIBRARY } },
    ],
  },
});
