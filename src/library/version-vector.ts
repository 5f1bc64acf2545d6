import type { Writer } from './protocol.ts';

/** So many pages are remembered for each speech. */
export const MOST_WRITERS = 20;

/**
 * The pages that wrote a speech, each once with its last write, by time; the one that wrote last at the end.
 *
 * @param before drafts of other pages that the text goes on from: as good as written
 */
export function addWriter(
  writers: readonly Writer[] = [],
  writer: Writer,
  before: readonly Writer[] = [],
): readonly Writer[] {
  const last = new Map<string, Writer>();
  for (const known of [...writers, ...before].sort((a, b) => a.time - b.time)) {
    last.delete(known.page);
    if (known.page !== writer.page) last.set(known.page, known);
  }
  return [...last.values(), writer].slice(-MOST_WRITERS);
}
