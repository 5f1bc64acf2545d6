import type { Diagnostic } from '../text/diagnostic.ts';
import type { SourceRange, TextFormat } from '../text/source.ts';
import type { CleanText } from './clean-text.ts';
import type { Edit } from './edits.ts';

/** What one kind of repair is given: the text as the kinds before it left it. */
export interface RepairInput {
  readonly text: string;
  readonly format: TextFormat;
  /**
   * Sorted ranges no repair of wording or punctuation may touch: Markdown syntax, code, addresses, front
   * matter, and runs that were reported as unreadable.
   */
  readonly protected: readonly SourceRange[];
  /** Those of them that were reported as unreadable. */
  readonly reported: readonly SourceRange[];
}

/** What one kind of repair answers; all ranges are offsets of `Passage.text`. */
export interface RepairResult {
  readonly edits: readonly Edit[];
  readonly diagnostics?: readonly Diagnostic[];
  /** Ranges that later kinds must leave alone. */
  readonly untouchable?: readonly SourceRange[];
  readonly metadata?: CleanText['metadata'];
}

export type Repairer = (passage: RepairInput) => RepairResult;

export const NO_REPAIRS: RepairResult = { edits: [] };

/** True if `[start, end)` meets one of the sorted `ranges`. */
export function meets(ranges: readonly SourceRange[], start: number, end: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range.start < Math.max(end, start + 1);
}
