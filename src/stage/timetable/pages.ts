import type { Box } from './place.ts';

/** A page of the prompter: the part of the column between two heights, px. */
export interface TextPage {
  /** First entry of which something is on it. */
  readonly first: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Pages of whole sentences. A sentence higher than a page is cut between lines; the last line of one page is then the
 * first of the next, so that the eye finds its place.
 *
 * @param boxes in their order, without overlap
 * @param room height of a page, px
 * @param line height of a line, px
 */
export function textPages(boxes: readonly Box[], room: number, line: number): TextPage[] {
  const pages: TextPage[] = [];
  let first = 0;
  while (first < boxes.length) {
    const top = (boxes[first] as Box).top;
    let last = first;
    while (last + 1 < boxes.length && bottomOf(boxes[last + 1] as Box) - top <= room) last++;
    const bottom = bottomOf(boxes[last] as Box);
    if (bottom - top <= room) pages.push({ first, top, bottom });
    else pages.push(...cutAtLines(first, top, bottom, room, line));
    first = last + 1;
  }
  return pages;
}

const bottomOf = ({ top, height }: Box) => top + height;

function cutAtLines(first: number, top: number, bottom: number, room: number, line: number): TextPage[] {
  const lines = Math.max(2, Math.floor(room / line));
  const pages: TextPage[] = [];
  for (let at = top; ; at += (lines - 1) * line) {
    const end = Math.min(bottom, at + lines * line);
    pages.push({ first, top: at, bottom: end });
    if (end >= bottom) return pages;
  }
}

/** Where the speaker stops when the text is turned by hand: an entry, and the part of the column that is seen. */
export interface Stop {
  readonly index: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Stops of a text turned page by page: the beginning of each page, and on a page each entry where another slide begins.
 *
 * @param cues entries at which a slide begins, ascending
 */
export function pageStops(pages: readonly TextPage[], cues: readonly number[]): Stop[] {
  return pages.flatMap(({ first, top, bottom }, page) => {
    const next = pages[page + 1]?.first ?? Number.POSITIVE_INFINITY;
    const inside = cues.filter((cue) => cue > first && cue < next);
    return [first, ...inside].map((index) => ({ index, top, bottom }));
  });
}

/**
 * Stops of a text turned sentence by sentence; a sentence higher than the room has one for each part of it.
 *
 * @param entries the entries to stop at, ascending
 * @param room height below the eye line, px
 */
export function sentenceStops(
  boxes: readonly Box[],
  entries: readonly number[],
  room: number,
  line: number,
): Stop[] {
  return entries.flatMap((index) => {
    const box = boxes[index];
    if (!box) return [];
    return textPages([box], room, line).map(({ top, bottom }) => ({ index, top, bottom }));
  });
}
