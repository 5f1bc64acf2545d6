import { ChangeSet } from '@codemirror/state';
import type { CleanText, Repair } from '../repair/clean-text.ts';

/** Characters on either side that tell one place from another with the same repair. */
const CONTEXT = 6;

/** Names a repair by what it does and where, so that edits elsewhere do not change its name. */
export function repairKey(source: string, { kind, before, after, range }: Repair): string {
  const left = source.slice(Math.max(0, range.start - CONTEXT), range.start);
  const right = source.slice(range.end, range.end + CONTEXT);
  return JSON.stringify([kind, left, before, after, right]);
}

/**
 * The clean text with some repairs left out: there the author's text stands as it was.
 *
 * @param undone keys of {@link repairKey}
 */
export function withoutRepairs(source: string, clean: CleanText, undone: readonly string[]): CleanText {
  if (undone.length === 0) return clean;
  const out = new Set(undone);
  const repairs = clean.repairs.filter((repair) => !out.has(repairKey(source, repair)));
  if (repairs.length === clean.repairs.length) return clean;
  let text = '';
  let at = 0;
  for (const { range, after } of repairs) {
    text += source.slice(at, range.start) + after;
    at = range.end;
  }
  const changes = ChangeSet.of(
    repairs.map(({ range, after }) => ({ from: range.start, to: range.end, insert: after })),
    source.length,
  );
  return { ...clean, text: text + source.slice(at), changes, repairs };
}
