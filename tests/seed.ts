/**
 * Where everything random begins in the tests: at the same place each time. `SEED=7 npm run unit` (or `npm run e2e`)
 * begins elsewhere; what fails names the seed in its title or in fast-check's message.
 */
export const SEED = seedIn(process.env.SEED ?? '1');

function seedIn(text: string): number {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed)) throw new Error(`SEED=${text}: a seed is a whole number`);
  return seed;
}

/** The first so many seeds, from {@link SEED} on. */
export function seeds(count: number): number[] {
  return Array.from({ length: count }, (_, index) => SEED + index);
}
