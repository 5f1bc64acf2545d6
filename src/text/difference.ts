/** Where two texts part, with what stands around it. All without white space. */
export interface DifferencePlace {
  /** UTF-16 units of the expected text before it. */
  readonly offset: number;
  readonly before: string;
  /** Of the expected text, between the common head and tail of both; shortened by …. */
  readonly missing: string;
  /** Of the actual text, between the same; shortened by …. */
  readonly added: string;
  readonly after: string;
}

/** How one text differs from another, in visible characters. */
export interface TextDifference {
  /** Of the expected text. */
  readonly characters: number;
  /** Characters of the expected text that the actual text lacks, wherever they stand. */
  readonly missing: number;
  /** Characters of the actual text that the expected text lacks. */
  readonly added: number;
  /** Undefined exactly when the texts are equal. */
  readonly place?: DifferencePlace;
}

/** Characters shown around a difference, and of it. */
const CONTEXT = 8;
const LONGEST = 40;

/**
 * Counts what two texts do not share and shows the first place where they part. Characters are counted whatever
 * their place, so that two small faults far apart count as two and not as all that lies between them; texts of the
 * same characters in another order count what lies between their common head and tail as missing and as added.
 *
 * @param expected without white space (`bareText`)
 * @param actual without white space
 * @returns `missing` and `added` both 0 exactly when the texts are equal
 */
export function textDifference(expected: string, actual: string): TextDifference {
  const characters = codePoints(expected);
  if (expected === actual) return { characters, missing: 0, added: 0 };
  const shorter = Math.min(expected.length, actual.length);
  let head = 0;
  while (head < shorter && expected[head] === actual[head]) head++;
  let tail = 0;
  while (tail < shorter - head && expected[expected.length - 1 - tail] === actual[actual.length - 1 - tail])
    tail++;
  // Two characters of one high or one low surrogate part in their middle.
  if (/[\ud800-\udbff]/.test(expected[head - 1] ?? '')) head--;
  if (/[\udc00-\udfff]/.test(expected[expected.length - tail] ?? '')) tail--;
  const between = (text: string) => [...text.slice(head, text.length - tail)];
  const [left, right] = [between(expected), between(actual)];
  let { missing, added } = unshared(left, right);
  if (missing + added === 0) missing = added = left.length;
  return {
    characters,
    missing,
    added,
    place: {
      offset: head,
      before: [...expected.slice(0, head)].slice(-CONTEXT).join(''),
      missing: shortened(left),
      added: shortened(right),
      after: [...expected.slice(expected.length - tail)].slice(0, CONTEXT).join(''),
    },
  };
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Counts of characters that only one of two texts has, or has oftener. */
function unshared(
  expected: readonly string[],
  actual: readonly string[],
): { missing: number; added: number } {
  const counts = new Map<string, number>();
  for (const character of expected) counts.set(character, (counts.get(character) ?? 0) + 1);
  for (const character of actual) counts.set(character, (counts.get(character) ?? 0) - 1);
  let [missing, added] = [0, 0];
  for (const count of counts.values()) {
    if (count > 0) missing += count;
    else added -= count;
  }
  return { missing, added };
}

function shortened(characters: readonly string[]): string {
  const text = characters.slice(0, LONGEST).join('');
  return characters.length > LONGEST ? `${text}…` : text;
}
