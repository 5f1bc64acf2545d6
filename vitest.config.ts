import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**'],
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          // Two cores: one browser at a time keeps every test's own limits honest.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // How long something may take to appear says nothing of the product: the machine may be busy.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
