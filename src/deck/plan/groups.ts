/** What fills a slide. */
export interface Room<Item> {
  /** Lines an item takes; at least one is counted. */
  lines(item: Item): number;
  readonly room: number;
  /** Items a slide may show at most. */
  readonly most?: number;
}

/** Items in order, in groups that fit a slide each; an item larger than the room has a group of its own. */
export function inGroups<Item>(
  items: readonly Item[],
  { lines, room, most = Infinity }: Room<Item>,
): Item[][] {
  const groups: Item[][] = [];
  let used = 0;
  for (const item of items) {
    const own = Math.max(1, lines(item));
    const group = groups.at(-1);
    if (group === undefined || used + own > room || group.length >= most) {
      groups.push([item]);
      used = own;
    } else {
      group.push(item);
      used += own;
    }
  }
  return groups;
}
