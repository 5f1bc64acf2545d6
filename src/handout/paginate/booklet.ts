/**
 * Two pages a sheet of paper, front and back, so that the folded stack reads in order: (n, 1), (2, n − 1) …; n is filled up to
 * whole sheets with blank pages.
 *
 * @param sheets of the pages in order; they are moved into the result
 */
export function foldedLeaves(sheets: readonly HTMLElement[]): DocumentFragment {
  const all = [...sheets];
  while (all.length % 4 !== 0)
    all.push(Object.assign(document.createElement('div'), { className: 'sheet blank' }));
  const leaves = document.createDocumentFragment();
  for (let index = 0; index < all.length / 2; index++) {
    const leaf = document.createElement('div');
    leaf.className = 'leaf';
    const pair = [all[all.length - 1 - index]!, all[index]!];
    leaf.append(...(index % 2 === 0 ? pair : pair.reverse()));
    leaves.append(leaf);
  }
  return leaves;
}
