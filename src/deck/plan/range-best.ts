/**
 * Where the greatest of some weights stands in a range, in logarithmic time: a tree of pairwise maxima. Of equal
 * weights the first counts.
 *
 * @param weights −Infinity for places that are never found
 * @returns index of the greatest weight from `from` to before `to`; undefined where there is none
 */
export function rangeBest(weights: ArrayLike<number>): (from: number, to: number) => number | undefined {
  const size = weights.length;
  const better = (a: number, b: number): number => {
    if (a < 0 || b < 0) return Math.max(a, b);
    const [one, other] = [weights[a] as number, weights[b] as number];
    return one > other || (one === other && a < b) ? a : b;
  };
  const tree = new Int32Array(size * 2).fill(-1);
  for (let at = 0; at < size; at++) tree[size + at] = weights[at] === -Infinity ? -1 : at;
  for (let at = size - 1; at > 0; at--) tree[at] = better(tree[at * 2] as number, tree[at * 2 + 1] as number);
  return (from, to) => {
    let found = -1;
    for (let low = from + size, high = to + size; low < high; low >>= 1, high >>= 1) {
      if (low & 1) found = better(found, tree[low++] as number);
      if (high & 1) found = better(found, tree[--high] as number);
    }
    return found < 0 ? undefined : found;
  };
}
