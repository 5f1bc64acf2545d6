import type { ChangeSet } from '@codemirror/state';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { FoundText, SourceRange, TextFormat } from '../text/source.ts';

/** Kinds of damage that are repaired; one entry per kind of damage in docs/reading.md. */
export const REPAIR_KINDS = [
  'mis-decoded',
  'shifted-bytes',
  'pinyin-note',
  'private-use',
  'compatibility',
  'entity',
  'invisible',
  'comment',
  'filter-dot',
  'boilerplate',
  'repeated-title',
  'line-break',
  'han-space',
  'punctuation',
  'quotes',
  'dash',
] as const;
export type RepairKind = (typeof REPAIR_KINDS)[number];

/** Kinds by the names they had before version 0.2: `--keep` and stored choices may still have them. */
const FORMER_KINDS: Readonly<Record<string, RepairKind>> = { 'page-furniture': 'boilerplate' };

/** The present name of a kind of repair; any other word unchanged. */
export function presentKind(kind: string): string {
  return FORMER_KINDS[kind] ?? kind;
}

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
  readonly diagnostics: readonly Diagnostic[];
  /** What the boilerplate of a page says of the speech: 来源, 发布日期. */
  readonly metadata: { readonly source?: FoundText; readonly published?: FoundText };
}
