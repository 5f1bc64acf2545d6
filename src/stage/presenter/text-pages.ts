/** A line of laid-out text, or what is seen of the text at once; px from the top of the text. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Cuts laid-out text into pages of whole lines. A page begins with the last line of the page before, so that the eye finds the
 * place; with the next one where both do not fit.
 *
 * @param lines from the top down
 * @param height of a page
 * @returns at least one page; every line is on one
 */
export function textPages(lines: readonly Extent[], height: number): readonly Extent[] {
  const pages: Extent[] = [];
  let first = 0;
  for (;;) {
    const begin = lines[first];
    if (!begin) break;
    let last = first;
    while ((lines[last + 1]?.bottom ?? Number.POSITIVE_INFINITY) - begin.top <= height) last += 1;
    pages.push({ top: begin.top, bottom: lines[last]?.bottom ?? begin.bottom });
    if (last === lines.length - 1) break;
    const repeats = last > first && (lines[last + 1]?.bottom ?? 0) - (lines[last]?.top ?? 0) <= height;
    first = repeats ? last : last + 1;
  }
  return pages.length > 0 ? pages : [{ top: 0, bottom: 0 }];
}

/**
 * The lines that boxes of text stand in.
 *
 * @param boxes one for each piece of text in each line, in the order of the text
 * @param lineHeight boxes are as high as their letters; the line is so high
 */
export function linesOf(boxes: readonly Extent[], lineHeight: number): readonly Extent[] {
  const lines: Extent[] = [];
  for (const { top, bottom } of boxes) {
    const middle = (top + bottom) / 2;
    const line = { top: middle - lineHeight / 2, bottom: middle + lineHeight / 2 };
    const before = lines.at(-1);
    // Ruby and letters of another face stand a little higher or lower in the same line.
    if (!before || line.top - before.top > lineHeight / 2) lines.push(line);
  }
  return lines;
}
