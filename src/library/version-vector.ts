import type { EditStamp } from './protocol.ts';

/** Size of a vector: the tabs with the latest edits (R11). */
export const MAX_STAMPS = 20;

/**
 * Version vector of a file after a write: for each tab the time of its last edit that the file has, be it that tab's own
 * write or that of a tab that recovered its draft. By time; the stamp of the write is last.
 *
 * @param vector before the write
 * @param stamp of the write
 * @param supersedes drafts of other tabs that the written text replaces
 */
export function mergeStamp(
  vector: readonly EditStamp[] = [],
  stamp: EditStamp,
  supersedes: readonly EditStamp[] = [],
): readonly EditStamp[] {
  const last = new Map<string, EditStamp>();
  for (const known of [...vector, ...supersedes].sort((a, b) => a.time - b.time)) {
    last.delete(known.tab);
    if (known.tab !== stamp.tab) last.set(known.tab, known);
  }
  return [...last.values(), stamp].slice(-MAX_STAMPS);
}

/** Whether the file has this edit of the tab or a later one of it (R3). */
export function covers(vector: readonly EditStamp[] = [], { tab, time }: EditStamp): boolean {
  return vector.some((stamp) => stamp.tab === tab && time <= stamp.time);
}
