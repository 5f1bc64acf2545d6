import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** `npm run golden` sets this: golden files are written anew instead of compared. */
export const WRITE_GOLDEN = process.env.UPDATE_GOLDEN === '1';

/**
 * Compares with a golden file: text that was read over by eye and may change only where the change is an improvement.
 *
 * @param path of the golden file; it need not be there when golden files are written
 */
export function expectGolden(actual: string, path: string | URL): void {
  if (WRITE_GOLDEN) writeFileSync(path, actual);
  expect(actual).toBe(readFileSync(path, 'utf8'));
}
