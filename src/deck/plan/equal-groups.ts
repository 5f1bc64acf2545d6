/** The fewest groups that fit, in order, as equal as can be; a member that fits nowhere has a group of its own. */
export function equalGroups<T>(list: readonly T[], fits: (group: readonly T[]) => boolean): T[][] {
  for (let count = 1; ; count++) {
    const size = Math.ceil(list.length / count);
    const groups = Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
      list.slice(index * size, (index + 1) * size),
    );
    if (size <= 1 || groups.every(fits)) return groups;
  }
}
