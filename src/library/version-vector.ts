import type { EditStamp } from './protocol.ts';

/** So many pages are remembered for each speech. */
export const MAX_STAMPS = 20;

/**
 * The pages that wrote a speech, each once with its last write, by time; the one that wrote last at the end.
 *
 * @param before drafts of other pages that the text goes on from: as good as written
 */
export function mergeStamp(
  writers: readonly EditStamp[] = [],
  writer: EditStamp,
  before: readonly EditStamp[] = [],
): readonly EditStamp[] {
  const last = new Map<string, EditStamp>();
  for (const known of [...writers, ...before].sort((a, b) => a.time - b.time)) {
    last.delete(known.tab);
    if (known.tab !== writer.tab) last.set(known.tab, known);
  }
  return [...last.values(), writer].slice(-MAX_STAMPS);
}
