import { ChangeSet } from '@codemirror/state';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { SourceRange, SourceText } from '../text/source.ts';
import { declaresMarkdown } from '../text/text-format.ts';
import type { CleanText, Repair, RepairKind } from './clean-text.ts';
import { applyEdits, composeEdits, type Edit, tidyEdits } from './edits.ts';
import { protectedRanges } from './protected-ranges.ts';
import type { Repairer } from './repairer.ts';
import { boilerplate } from './repairers/boilerplate.ts';
import { comments } from './repairers/comment.ts';
import { compatibility } from './repairers/compatibility.ts';
import { dashes } from './repairers/dash.ts';
import { entities } from './repairers/entity.ts';
import { filterDots } from './repairers/filter-dot.ts';
import { hanSpaces } from './repairers/han-space.ts';
import { invisibles } from './repairers/invisible.ts';
import { lineBreaks } from './repairers/line-break.ts';
import { lostCharacters } from './repairers/lost-characters.ts';
import { maskedWords } from './repairers/masked-words.ts';
import { misDecoded } from './repairers/mis-decoded.ts';
import { pinyinNotes } from './repairers/pinyin-note.ts';
import { privateUse } from './repairers/private-use.ts';
import { punctuation } from './repairers/punctuation.ts';
import { quotes } from './repairers/quotes.ts';
import { repeatedTitle } from './repairers/repeated-title.ts';
import { shiftedBytes } from './repairers/shifted-bytes.ts';
import { SourceMap } from './source-map.ts';

export interface RepairOptions {
  /** Kinds of repair to leave out. */
  readonly disabled?: readonly RepairKind[];
}

/** Damage that web pages and their pastes have. In a Word file the same looks are the author's. */
const NOT_IN_WORD: readonly RepairKind[] = ['boilerplate', 'repeated-title', 'line-break'];

/**
 * The kinds of repair in the order they run. The order matters: shifted runs are read with the notes still
 * in the document, as evidence; boilerplate is recognised by its words, so after the words are whole;
 * punctuation comes last, on the final wording.
 */
const REPAIRERS: readonly (readonly [RepairKind | 'report', Repairer])[] = [
  ['mis-decoded', misDecoded],
  ['invisible', invisibles],
  ['comment', comments],
  ['entity', entities],
  ['shifted-bytes', shiftedBytes],
  ['pinyin-note', pinyinNotes],
  ['private-use', privateUse],
  ['compatibility', compatibility],
  ['filter-dot', filterDots],
  ['boilerplate', boilerplate],
  ['repeated-title', repeatedTitle],
  ['line-break', lineBreaks],
  ['han-space', hanSpaces],
  ['punctuation', punctuation],
  ['dash', dashes],
  ['quotes', quotes],
  ['report', lostCharacters],
  ['report', maskedWords],
];

/**
 * Repairs the author's text and says exactly what was changed.
 *
 * `repairs` do not overlap and are sorted; applied to the source they give the clean text, so leaving one
 * out undoes exactly that one. `changes` is the same as a change set. Never throws on any text.
 *
 * @param source line ends are `\n`; plain text whose front matter declares Markdown is Markdown
 */
export function repair(source: SourceText, options: RepairOptions = {}): CleanText {
  const disabled = [...(options.disabled ?? []), ...(source.origin === 'docx' ? NOT_IN_WORD : [])];
  const format = source.format === 'markdown' || declaresMarkdown(source.text) ? 'markdown' : 'plain';
  let state: State = { text: source.text, edits: [], diagnostics: [], metadata: {} };
  // One repair may bring another to light (a comma made Chinese makes its neighbour Chinese). Reading on until
  // nothing changes makes reading idempotent.
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = state.text;
    state = repairOnce(state, format, disabled);
    if (state.text === before) break;
  }
  const { text, metadata } = state;
  const edits = tidyEdits(source.text, state.edits);
  const diagnostics = state.diagnostics.toSorted((a, b) => a.range.start - b.range.start);
  const repairs = edits.map(
    ({ start, end, insert, kind, reason }): Repair => ({
      kind,
      reason,
      before: source.text.slice(start, end),
      after: insert,
      range: { start, end },
    }),
  );
  return {
    text,
    format,
    name: source.name,
    sourceLength: source.text.length,
    changes: changeSet(edits, source.text.length),
    repairs,
    diagnostics,
    metadata,
  };
}

/** How far reading has come: `edits` turn the source into `text`. */
interface State {
  readonly text: string;
  readonly edits: readonly Edit[];
  readonly diagnostics: readonly Diagnostic[];
  readonly metadata: CleanText['metadata'];
}

const MAX_ROUNDS = 8;

/** All stages once. Diagnostics are those of this round: what a later round still sees is what remains. */
function repairOnce(state: State, format: SourceText['format'], disabled: readonly RepairKind[]): State {
  let { text, edits, metadata } = state;
  let untouchable: readonly SourceRange[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [kind, stage] of REPAIRERS) {
    if (kind !== 'report' && disabled.includes(kind)) continue;
    const found = stage({
      text,
      format,
      protected: merged(protectedRanges(text, format), untouchable),
      reported: untouchable,
    });
    if (found.diagnostics !== undefined || found.metadata !== undefined) {
      const map = SourceMap.ofEdits(edits);
      for (const diagnostic of found.diagnostics ?? [])
        diagnostics.push({ ...diagnostic, range: map.toSource(diagnostic.range) });
      const { source, published } = found.metadata ?? {};
      if (source) metadata = { source: { ...source, range: map.toSource(source.range) }, ...metadata };
      if (published)
        metadata = { published: { ...published, range: map.toSource(published.range) }, ...metadata };
    }
    if (found.untouchable !== undefined) untouchable = merged(untouchable, found.untouchable);
    const own = tidyEdits(text, found.edits);
    if (own.length === 0) continue;
    if (untouchable.length > 0) {
      const step = SourceMap.ofEdits(own);
      untouchable = untouchable.map((range) => step.toClean(range));
    }
    edits = composeEdits(text, edits, own);
    text = applyEdits(text, own);
  }
  return { text, edits, diagnostics, metadata };
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
