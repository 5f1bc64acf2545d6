import { type Range, RangeSet, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { ShownRepair } from '../../compile/compile.ts';
import type { StructureMark } from '../../compile/structure-marks.ts';
import type { EditorDiagnostic } from './diagnostics.ts';

/** What the last result knows of the text; offsets are of the text it was computed from. */
export interface Annotations {
  readonly structure: readonly StructureMark[];
  readonly repairs: readonly ShownRepair[];
  readonly diagnostics: readonly EditorDiagnostic[];
  /** Length of that text: annotations of another text are left out. */
  readonly length: number;
}

export const setAnnotations = StateEffect.define<Annotations>();

/** Structure shown by typography, repaired places by a dotted line; both move with edits until the next result. */
export const structureDecorations = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    let current = decorations.map(transaction.changes);
    for (const effect of transaction.effects)
      if (effect.is(setAnnotations) && effect.value.length === transaction.newDoc.length)
        current = decorate(effect.value, transaction.newDoc);
    return current;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorate({ structure, repairs, diagnostics }: Annotations, doc: Text): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const { kind, level, range } of structure) {
    // Signs of markup are sign-decorations.ts's.
    if (kind === 'sign' || range.end > doc.length) continue;
    if (kind === 'quote') {
      for (let at = range.start; at <= range.end; at = doc.lineAt(at).to + 1)
        ranges.push(Decoration.line({ class: 'jt-line-quote' }).range(doc.lineAt(at).from));
      continue;
    }
    const name = `jt-${kind}${level > 0 ? ` jt-level-${Math.min(level, 4)}` : ''}`;
    ranges.push(Decoration.mark({ class: name }).range(range.start, range.end));
    if (kind === 'title' || kind === 'heading')
      ranges.push(Decoration.line({ class: `jt-line-${kind}` }).range(doc.lineAt(range.start).from));
  }
  for (const { range, applied } of repairs)
    if (range.end > range.start)
      ranges.push(
        Decoration.mark({ class: applied ? 'jt-repaired' : 'jt-unrepaired' }).range(range.start, range.end),
      );
  for (const { range, severity, sentence } of diagnostics)
    if (range.end > range.start && range.end <= doc.length)
      ranges.push(
        Decoration.mark({ class: `jt-diagnostic jt-${severity}`, attributes: { title: sentence } }).range(
          range.start,
          range.end,
        ),
      );
  return RangeSet.of(ranges, true);
}
