import type { RepairKind } from './clean-text.ts';

/** Replace `[start, end)` of a text by `insert`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
  readonly kind: RepairKind;
  /** Message key, `repair.<kind>` or finer. */
  readonly reason: string;
}

/** Sorted by start; no two overlap. */
export type Edits = readonly Edit[];

/** The text after `edits`. */
export function applyEdits(text: string, edits: Edits): string {
  if (edits.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const edit of edits) {
    pieces.push(text.slice(at, edit.start), edit.insert);
    at = edit.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/**
 * Edits as the stages collect them → sorted, free of overlap (the first of two wins) and of edits that
 * change nothing.
 */
export function tidyEdits(text: string, edits: readonly Edit[]): Edit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const tidy: Edit[] = [];
  let free = 0;
  for (const edit of sorted) {
    if (edit.start < free) continue;
    if (text.slice(edit.start, edit.end) === edit.insert) continue;
    tidy.push(edit);
    free = edit.end;
  }
  return tidy;
}

/**
 * One list of edits that does what `first` and then `second` do: `first` turns the source into `middle`,
 * `second` is written in offsets of `middle`.
 *
 * An edit of `second` inside text that `first` left alone only moves. One that touches text `first`
 * inserted, or swallows a place where `first` deleted, melts with it into one edit: of the kind of `second`
 * where it swallows all that `first` did there, else of the kind of `first`, which it only refines.
 */
export function composeEdits(middle: string, first: Edits, second: Edits): Edit[] {
  if (first.length === 0) return [...second];
  const result: Edit[] = [];
  let shift = 0; // offset in middle = offset in source + shift, from the last edit of `first` taken onward
  let i = 0;
  let j = 0;
  const takeFirst = (): Edit => {
    const edit = first[i++]!;
    shift += edit.insert.length - (edit.end - edit.start);
    return edit;
  };
  while (i < first.length || j < second.length) {
    const a = first[i];
    const b = second[j];
    if (b === undefined || (a !== undefined && a.start + shift + a.insert.length <= b.start)) {
      result.push(takeFirst());
    } else if (a === undefined || b.end <= a.start + shift) {
      result.push({ ...b, start: b.start - shift, end: b.end - shift });
      j++;
    } else {
      // They overlap: take everything of both lists that hangs together from here on.
      const start = Math.min(a.start + shift, b.start);
      const sourceStart = start - shift;
      const swallowed = b.start <= a.start + shift && b.end >= a.start + shift + a.insert.length;
      const { kind, reason } = swallowed ? b : a;
      const refining: Edit[] = [];
      let end = start;
      for (let first_ = true; ; first_ = false) {
        const nextA = first[i];
        const nextB = second[j];
        const aStart = nextA === undefined ? Number.POSITIVE_INFINITY : nextA.start + shift;
        const bStart = nextB === undefined ? Number.POSITIVE_INFINITY : nextB.start;
        if (!first_ && Math.min(aStart, bStart) >= end) break;
        if (aStart <= bStart) {
          end = Math.max(end, aStart + nextA!.insert.length);
          takeFirst();
        } else {
          end = Math.max(end, nextB!.end);
          refining.push({ ...nextB!, start: bStart - start, end: nextB!.end - start });
          j++;
        }
      }
      result.push({
        start: sourceStart,
        end: end - shift,
        insert: applyEdits(middle.slice(start, end), refining),
        kind,
        reason,
      });
    }
  }
  return result;
}
