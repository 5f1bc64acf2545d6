import { expect, it } from 'vitest';
import { rangeHolds } from '../../src/app/ui/late-faces.ts';

it.each([
  ['U+4E00-9FFF', 0x7684, true],
  ['U+20, U+7684, U+FF0C', 0x7684, true],
  ['U+76??', 0x7684, true],
  ['u+75??', 0x7684, false],
  ['U+7685-9FFF, U+3400-7683', 0x7684, false],
  ['', 0x7684, false],
])('%s holds %i: %s', (range, codePoint, holds) => {
  expect(rangeHolds(range, codePoint)).toBe(holds);
});
