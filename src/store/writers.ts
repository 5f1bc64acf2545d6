import type { Writer } from './protocol.ts';

/** So many pages are remembered for each speech. */
export const MOST_WRITERS = 20;

/**
 * The pages that wrote a speech, each once with its last write, the newest at the end.
 *
 * @param before drafts of other pages that the text goes on from: as good as written
 */
export function addWriter(
  writers: readonly Writer[] = [],
  writer: Writer,
  before: readonly Writer[] = [],
): readonly Writer[] {
  const last = new Map(writers.map((known) => [known.page, known]));
  for (const next of [...before, writer]) {
    const known = last.get(next.page);
    // The newest is put behind all others.
    last.delete(next.page);
    last.set(next.page, known && known.time > next.time && next !== writer ? known : next);
  }
  return [...last.values()].slice(-MOST_WRITERS);
}
