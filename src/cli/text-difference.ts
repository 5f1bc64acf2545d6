/** Where two texts part: a piece of one that the other does not have. */
export interface Difference {
  readonly kind: 'missing' | 'added';
  readonly text: string;
}

/**
 * First difference of `actual` from `expected`, with some characters of context, or undefined when equal.
 * Enough to tell the user which place of the speech an output would lose.
 */
export function firstDifference(expected: string, actual: string, context = 20): Difference | undefined {
  if (expected === actual) return undefined;
  let at = 0;
  while (at < expected.length && at < actual.length && expected[at] === actual[at]) at++;
  const missing = actual.length < expected.length;
  return {
    kind: missing ? 'missing' : 'added',
    text: (missing ? expected : actual).slice(Math.max(0, at - context / 2), at + context),
  };
}
