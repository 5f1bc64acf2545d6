/** A place in the text: an entry of the sentence table, and how much of its time is over, 0 to below 1. */
export interface TextPlace {
  readonly index: number;
  readonly share: number;
}

/** Begin of every entry and end of the last, seconds; one longer than the list of times. */
export function begins(seconds: readonly number[]): number[] {
  const all = [0];
  for (const one of seconds) all.push((all.at(-1) as number) + one);
  return all;
}

/**
 * The entry that is said at a time. Entries that take no time are passed over.
 *
 * @param time seconds since the beginning of the text; times outside it are its first and last place
 */
export function placeAtTime(starts: readonly number[], time: number): TextPlace {
  const last = starts.length - 2;
  if (last < 0) return { index: 0, share: 0 };
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= time) low = middle;
    else high = middle - 1;
  }
  // Behind the end, or between equal begins: the last entry that takes time.
  while (low > 0 && starts[low + 1] === starts[low]) low--;
  const begin = starts[low] as number;
  const length = (starts[low + 1] as number) - begin;
  return { index: low, share: length > 0 ? Math.min(1, Math.max(0, (time - begin) / length)) : 0 };
}

/** Time of a place, seconds; the inverse of {@link placeAtTime}. */
export function timeOfPlace(starts: readonly number[], { index, share }: TextPlace): number {
  const begin = starts[index] ?? starts.at(-1) ?? 0;
  return begin + share * ((starts[index + 1] ?? begin) - begin);
}

/** Top and height of an entry in the column of text, px. */
export interface Box {
  readonly top: number;
  readonly height: number;
}

/**
 * Height in the column that stands on the eye line at a place: it moves evenly from the top of one entry to the top
 * of the next that takes time, so it never jumps.
 */
export function heightOfPlace(
  boxes: readonly Box[],
  starts: readonly number[],
  { index, share }: TextPlace,
): number {
  const box = boxes[index];
  if (!box) return 0;
  return box.top + share * (nextTop(boxes, starts, index) - box.top);
}

/** The place at a height of the column: the inverse of {@link heightOfPlace}. */
export function placeAtHeight(boxes: readonly Box[], starts: readonly number[], height: number): TextPlace {
  let found = -1;
  for (let index = 0; index < boxes.length; index++) {
    if (!takesTime(starts, index)) continue;
    if (found >= 0 && (boxes[index] as Box).top > height) break;
    found = index;
  }
  const box = boxes[found];
  if (!box) return { index: 0, share: 0 };
  const length = nextTop(boxes, starts, found) - box.top;
  return { index: found, share: length > 0 ? Math.min(1, Math.max(0, (height - box.top) / length)) : 0 };
}

const takesTime = (starts: readonly number[], index: number) =>
  (starts[index + 1] as number) > (starts[index] as number);

function nextTop(boxes: readonly Box[], starts: readonly number[], index: number): number {
  for (let next = index + 1; next < boxes.length; next++)
    if (takesTime(starts, next)) return (boxes[next] as Box).top;
  const last = boxes.at(-1) as Box;
  return last.top + last.height;
}
