/** How one text differs from another, in visible characters. */
export interface TextDifference {
  readonly missing: number;
  readonly added: number;
}

export const NO_DIFFERENCE: TextDifference = { missing: 0, added: 0 };

/**
 * Characters of `expected` that `actual` has not, and the other way round, between their common head and
 * tail. Both 0 exactly when the texts are equal.
 *
 * @param expected without white space (`bareText`)
 * @param actual without white space
 */
export function textDifference(expected: string, actual: string): TextDifference {
  if (expected === actual) return NO_DIFFERENCE;
  const shorter = Math.min(expected.length, actual.length);
  let head = 0;
  while (head < shorter && expected[head] === actual[head]) head++;
  let tail = 0;
  while (tail < shorter - head && expected[expected.length - 1 - tail] === actual[actual.length - 1 - tail])
    tail++;
  const count = (text: string) => [...text.slice(head, text.length - tail)].length;
  return { missing: count(expected), added: count(actual) };
}
