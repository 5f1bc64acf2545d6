import { ChangeSet } from '@codemirror/state';
import { applyEdits, composeEdits, type Edit, tidyEdits } from './edits.ts';
import { protectedRanges } from './protected-ranges.ts';
import { filterDots } from './repair/filter-dot.ts';
import { hanSpaces } from './repair/han-space.ts';
import { invisibles } from './repair/invisible.ts';
import { pageFurniture } from './repair/page-furniture.ts';
import { pinyinNotes } from './repair/pinyin-note.ts';
import { punctuation } from './repair/punctuation.ts';
import { quotes } from './repair/quotes.ts';
import { repeatedTitle } from './repair/repeated-title.ts';
import { shiftedBytes } from './repair/shifted-bytes.ts';
import { SourceMap } from './source-map.ts';
import type { Stage } from './stage.ts';
import type { CleanText, ReadingProblem, Repair, RepairKind, SourceRange, SourceText } from './types.ts';

export interface ReadOptions {
  /** Kinds of repair to leave out. */
  readonly disabled?: readonly RepairKind[];
}

/**
 * The kinds of repair in the order they run. The order matters: shifted runs are read with the notes still
 * in the document, as evidence; page furniture is recognised by its words, so after the words are whole;
 * punctuation comes last, on the final wording.
 */
const STAGES: readonly (readonly [RepairKind, Stage])[] = [
  ['invisible', invisibles],
  ['shifted-bytes', shiftedBytes],
  ['pinyin-note', pinyinNotes],
  ['filter-dot', filterDots],
  ['page-furniture', pageFurniture],
  ['repeated-title', repeatedTitle],
  ['han-space', hanSpaces],
  ['punctuation', punctuation],
  ['quotes', quotes],
];

/**
 * Repairs the author's text and says exactly what was changed.
 *
 * `repairs` do not overlap and are sorted; applied to the source they give the clean text, so leaving one
 * out undoes exactly that one. `changes` is the same as a change set. Never throws on any text.
 *
 * @param source line ends are `\n`
 */
export function read(source: SourceText, options: ReadOptions = {}): CleanText {
  let text = source.text;
  let edits: readonly Edit[] = [];
  let untouchable: readonly SourceRange[] = [];
  const problems: ReadingProblem[] = [];
  let metadata: CleanText['metadata'] = {};
  for (const [kind, stage] of STAGES) {
    if (options.disabled?.includes(kind)) continue;
    const kept = merged(protectedRanges(text, source.format), untouchable);
    const found = stage({ text, format: source.format, protected: kept });
    const map = SourceMap.ofEdits(edits);
    const own = tidyEdits(text, found.edits);
    for (const problem of found.problems ?? [])
      problems.push({ ...problem, range: map.toSource(problem.range) });
    const { source: origin, published } = found.metadata ?? {};
    if (origin) metadata = { ...metadata, source: { ...origin, range: map.toSource(origin.range) } };
    if (published)
      metadata = { ...metadata, published: { ...published, range: map.toSource(published.range) } };
    untouchable = [...untouchable, ...(found.untouchable ?? [])];
    if (own.length === 0) continue;
    const step = SourceMap.ofEdits(own);
    untouchable = untouchable.map((range) => step.toClean(range));
    edits = composeEdits(text, edits, own);
    text = applyEdits(text, own);
  }
  edits = tidyEdits(source.text, edits);
  const repairs = edits.map(
    ({ start, end, insert, kind, reason }): Repair => ({
      kind,
      reason,
      before: source.text.slice(start, end),
      after: insert,
      range: { start, end },
    }),
  );
  problems.sort((a, b) => a.range.start - b.range.start);
  return {
    text,
    format: source.format,
    name: source.name,
    sourceLength: source.text.length,
    changes: changeSet(edits, source.text.length),
    repairs,
    problems,
    metadata,
  };
}

function changeSet(edits: readonly Edit[], length: number): ChangeSet {
  return ChangeSet.of(
    edits.map(({ start, end, insert }) => ({ from: start, to: end, insert })),
    length,
  );
}

/** Union of two sorted lists, disjoint again. */
function merged(a: readonly SourceRange[], b: readonly SourceRange[]): readonly SourceRange[] {
  if (b.length === 0) return a;
  const union: { start: number; end: number }[] = [];
  for (const { start, end } of [...a, ...b].sort((x, y) => x.start - y.start)) {
    const last = union.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else union.push({ start, end });
  }
  return union;
}
