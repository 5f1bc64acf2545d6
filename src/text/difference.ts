/** Where two texts part, with what stands around it. All without white space. */
export interface DifferencePlace {
  /** UTF-16 units of the expected text before it. */
  readonly offset: number;
  readonly before: string;
  /** What the output has not; shortened by …. */
  readonly missing: string;
  /** What the output has instead or too much; shortened by …. */
  readonly added: string;
  readonly after: string;
}

/** How one text differs from another, in visible characters. */
export interface TextDifference {
  /** Of the expected text. */
  readonly characters: number;
  readonly missing: number;
  readonly added: number;
  /** Undefined exactly when the texts are equal. */
  readonly place?: DifferencePlace;
}

/** Characters shown around a difference, and of it. */
const CONTEXT = 8;
const LONGEST = 40;

/**
 * Characters of `expected` that `actual` has not, and the other way round, between their common head and
 * tail. Both 0 exactly when the texts are equal.
 *
 * @param expected without white space (`bareText`)
 * @param actual without white space
 */
export function textDifference(expected: string, actual: string): TextDifference {
  const characters = [...expected].length;
  if (expected === actual) return { characters, missing: 0, added: 0 };
  const shorter = Math.min(expected.length, actual.length);
  let head = 0;
  while (head < shorter && expected[head] === actual[head]) head++;
  let tail = 0;
  while (tail < shorter - head && expected[expected.length - 1 - tail] === actual[actual.length - 1 - tail])
    tail++;
  const piece = (text: string) => [...text.slice(head, text.length - tail)];
  const [missing, added] = [piece(expected), piece(actual)];
  return {
    characters,
    missing: missing.length,
    added: added.length,
    place: {
      offset: head,
      before: [...expected.slice(0, head)].slice(-CONTEXT).join(''),
      missing: shortened(missing),
      added: shortened(added),
      after: [...expected.slice(expected.length - tail)].slice(0, CONTEXT).join(''),
    },
  };
}

function shortened(characters: readonly string[]): string {
  const text = characters.slice(0, LONGEST).join('');
  return characters.length > LONGEST ? `${text}…` : text;
}
