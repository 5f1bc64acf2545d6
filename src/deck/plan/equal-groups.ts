/** The fewest groups that fit, in order, as equal as can be; a member that fits nowhere has a group of its own. */
export function equalGroups<T>(list: readonly T[], fits: (group: readonly T[]) => boolean): T[][] {
  let tried = Infinity;
  for (let count = 1; ; count++) {
    const size = Math.ceil(list.length / count);
    // More groups of the same size are the same groups.
    if (size === tried) continue;
    tried = size;
    const groups: T[][] = [];
    let at = 0;
    for (; at < list.length; at += size) {
      const group = list.slice(at, at + size);
      // The first group that does not fit ends the try.
      if (size > 1 && !fits(group)) break;
      groups.push(group);
    }
    if (at >= list.length) return groups;
  }
}
