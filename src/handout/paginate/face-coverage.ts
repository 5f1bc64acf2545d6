/** Ranges of code points, ascending pairs. */
type Ranges = readonly (readonly [from: number, to: number])[];

let bundled: Ranges | undefined;
const known = new Map<string, boolean>();

/**
 * Characters of a text that no bundled face covers. A system face draws them, if there is one, so a PDF made on another
 * machine may look different. Coverage is read from the `unicode-range` of all faces together, without fetching one.
 */
export function uncovered(text: string): string[] {
  const missing = new Set<string>();
  for (const character of new Set(text)) {
    let covered = known.get(character);
    if (covered === undefined) {
      covered = /\s/.test(character) || holds(rangesOfFaces(), character.codePointAt(0) ?? 0);
      known.set(character, covered);
    }
    if (!covered) missing.add(character);
  }
  return [...missing];
}

function rangesOfFaces(): Ranges {
  if (bundled) return bundled;
  const all: [number, number][] = [];
  for (const face of document.fonts) {
    for (const part of face.unicodeRange.split(',')) {
      const [, from = '', to = from] = /U\+([0-9A-F]+)(?:-([0-9A-F]+))?/i.exec(part) ?? [];
      // Without `unicode-range` the coverage of a face is unknown.
      if (from !== '' && !(from === '0' && /^10FFFF$/i.test(to)))
        all.push([Number.parseInt(from, 16), Number.parseInt(to, 16)]);
    }
  }
  all.sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of all) {
    const last = merged.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  bundled = merged;
  return bundled;
}

function holds(ranges: Ranges, code: number): boolean {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]![1] < code) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.[0] ?? Number.POSITIVE_INFINITY) <= code;
}
