import type { ChangeSet } from '@codemirror/state';

/** Half-open range of UTF-16 offsets. Unless said otherwise: into the author's source. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** Plain text is the first-class format; Markdown is understood where the author used it. */
export type TextFormat = 'plain' | 'markdown';

/**
 * The author's text, decoded but otherwise exactly as delivered.
 * Line ends are `\n` (as in the editor), so that offsets mean the same everywhere.
 */
export interface SourceText {
  readonly text: string;
  readonly format: TextFormat;
  /** File name without folders, for messages; empty for pasted text. */
  readonly name: string;
}

/** What a repair mends; one entry per kind of damage in docs/ARCHITECTURE.md. */
export const REPAIR_KINDS = [
  'mis-decoded',
  'shifted-bytes',
  'pinyin-note',
  'private-use',
  'compatibility',
  'entity',
  'invisible',
  'filter-dot',
  'page-furniture',
  'repeated-title',
  'line-break',
  'han-space',
  'punctuation',
  'quotes',
  'dash',
] as const;
export type RepairKind = (typeof REPAIR_KINDS)[number];

/** One change that reading made to the author's text. */
export interface Repair {
  readonly kind: RepairKind;
  /** Message key of the reason, `repair.<kind>` or finer. */
  readonly reason: string;
  readonly before: string;
  readonly after: string;
  /** Where `before` stands in the author's source. */
  readonly range: SourceRange;
}

/** Something reading saw and could not (or must not) mend by itself. */
export interface ReadingProblem {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** Values for the message `problem.<code>`. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly range: SourceRange;
}

/** A piece of text found in the source, with its place there. */
export interface FoundText {
  readonly text: string;
  readonly range: SourceRange;
}

/** The author's text after repair: what everything to the right of reading works on. */
export interface CleanText {
  readonly text: string;
  readonly format: TextFormat;
  readonly name: string;
  /** Length of the source the ranges refer to, UTF-16 units. */
  readonly sourceLength: number;
  /** Source → clean text. Invert it to undo all repairs. */
  readonly changes: ChangeSet;
  readonly repairs: readonly Repair[];
  readonly problems: readonly ReadingProblem[];
  /** What stood in page furniture and is worth keeping: 来源, 发布日期. */
  readonly metadata: { readonly source?: FoundText; readonly published?: FoundText };
}
