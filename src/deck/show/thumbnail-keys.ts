/** How many thumbnails stand in a row. */
export function columnsOf(thumbnails: readonly HTMLElement[]): number {
  const first = thumbnails[0]?.offsetTop;
  return thumbnails.filter((thumbnail) => thumbnail.offsetTop === first).length;
}

/**
 * Where a key leads among thumbnails: one slide, a row, or to an end; undefined for a key that leads nowhere.
 *
 * @param at index of the marked one; the answer may lie outside the `count`
 */
export function thumbnailAt(key: string, at: number, count: number, columns: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + columns,
    ArrowUp: at - columns,
    PageDown: at + 1,
    PageUp: at - 1,
    Home: 0,
    End: count - 1,
  };
  return steps[key];
}
