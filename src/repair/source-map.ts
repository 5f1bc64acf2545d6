import type { ChangeSet } from '@codemirror/state';
import type { SourceRange } from '../text/source.ts';
import type { Edits } from './edits.ts';

/**
 * Maps ranges between the author's source and the clean text, both ways, in O(log changes).
 *
 * - Next to a deleted piece, a start lies behind it and an end before it: a range never swallows a deleted
 *   piece that only touches it.
 * - Inside a replaced piece, a start maps to the start of the piece's other side and an end to its end: half
 *   a replaced piece stands for the whole.
 * - An empty range stays empty, unless it stands inside a replaced piece.
 */
export class SourceMap {
  // One entry a changed piece, ascending: source [sourceStart, sourceEnd) became clean [cleanStart, cleanEnd).
  private constructor(
    private readonly sourceStart: readonly number[],
    private readonly sourceEnd: readonly number[],
    private readonly cleanStart: readonly number[],
    private readonly cleanEnd: readonly number[],
  ) {}

  /** The map of `CleanText.changes`. Build it once a text and keep it: O(changes). */
  static of(changes: ChangeSet): SourceMap {
    const columns: [number[], number[], number[], number[]] = [[], [], [], []];
    changes.iterChanges((fromA, toA, fromB, toB) => {
      columns[0].push(fromA);
      columns[1].push(toA);
      columns[2].push(fromB);
      columns[3].push(toB);
    }, true);
    return new SourceMap(...columns);
  }

  /** The map of a sorted list of edits. */
  static ofEdits(edits: Edits): SourceMap {
    const columns: [number[], number[], number[], number[]] = [[], [], [], []];
    let shift = 0;
    for (const { start, end, insert } of edits) {
      columns[0].push(start);
      columns[1].push(end);
      columns[2].push(start + shift);
      columns[3].push(start + shift + insert.length);
      shift += insert.length - (end - start);
    }
    return new SourceMap(...columns);
  }

  /** Range of the clean text → range of the author's source. */
  toSource(range: SourceRange): SourceRange {
    return mapRange(range, this.cleanStart, this.cleanEnd, this.sourceStart, this.sourceEnd);
  }

  /** Range of the author's source → range of the clean text; a deleted piece becomes an empty range. */
  toClean(range: SourceRange): SourceRange {
    return mapRange(range, this.sourceStart, this.sourceEnd, this.cleanStart, this.cleanEnd);
  }
}

type Column = readonly number[];

function mapRange(
  range: SourceRange,
  start: Column,
  end: Column,
  toStart: Column,
  toEnd: Column,
): SourceRange {
  const newEnd = mapEnd(range.end, start, end, toEnd);
  const newStart = mapStart(range.start, start, end, toStart, toEnd);
  return { start: Math.min(newStart, newEnd), end: newEnd };
}

function mapStart(offset: number, start: Column, end: Column, toStart: Column, toEnd: Column): number {
  const next = firstAtLeast(end, offset + 1); // first piece that ends behind `offset`
  if (next < start.length && start[next]! <= offset) return toStart[next]!;
  return next === 0 ? offset : toEnd[next - 1]! + offset - end[next - 1]!;
}

function mapEnd(offset: number, start: Column, end: Column, toEnd: Column): number {
  const last = firstAtLeast(start, offset) - 1; // last piece that starts before `offset`
  if (last < 0) return offset;
  return toEnd[last]! + Math.max(0, offset - end[last]!);
}

/** Index of the first entry ≥ `value` in an ascending column. */
function firstAtLeast(column: Column, value: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
