/**
 * The word that another one was most likely meant to be.
 *
 * @param word as typed; upper and lower case count as equal
 * @returns the candidate with the fewest letters to insert, delete, replace or swap with their neighbour, if they are at
 *   most a third of its letters, or one; undefined when none is that near
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  const typed = [...word.toLowerCase()];
  for (const candidate of candidates) {
    const meant = [...candidate.toLowerCase()];
    const limit = Math.max(1, Math.floor(meant.length / 3));
    if (meant.length < 2 || Math.abs(typed.length - meant.length) > limit) continue;
    const distance = editDistance(typed, meant);
    if (distance <= limit && distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Optimal string alignment distance: Levenshtein's, with swaps of neighbours. */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let before: number[] = [];
  let last = b.map((_, index) => index);
  last.push(b.length);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
