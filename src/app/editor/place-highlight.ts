import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { SourceRange } from '../../text/source.ts';

export const setPlace = StateEffect.define<SourceRange | undefined>();

const lit = Decoration.mark({ class: 'jt-here' });

/** The cursor's sentence; editor-styles.ts shows it while the keyboard is elsewhere, where no cursor is seen. */
export const placeHighlight = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(current, transaction) {
    let shown = current.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setPlace)) continue;
      const { start = 0, end = 0 } = effect.value ?? {};
      const fits = start < end && end <= transaction.newDoc.length;
      shown = fits ? Decoration.set(lit.range(start, end)) : Decoration.none;
    }
    return shown;
  },
  provide: (field) => EditorView.decorations.from(field),
});
