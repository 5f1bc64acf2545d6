/** How many files are open at once for one question: a system may allow 256 for everything. */
const BATCH = 16;

/** Does the same with each of many files, {@link BATCH} at a time; results in the order of the items. */
export async function inBatches<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let index = 0; index < items.length; index += BATCH)
    results.push(...(await Promise.all(items.slice(index, index + BATCH).map(work))));
  return results;
}
