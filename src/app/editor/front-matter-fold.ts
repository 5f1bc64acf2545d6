import { EditorState, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';

/** Length of the front matter, UTF-16 units from the start; 0: there is none. */
export const setFrontMatter = StateEffect.define<{
  readonly end: number;
  readonly label: string;
  /** Something in it needs a look: it is not folded. */
  readonly open: boolean;
}>();

/** The settings at the head of a document, as one quiet line until the cursor goes into them. */
export const frontMatterFold = StateField.define<{
  end: number;
  label: string;
  open: boolean;
  shown: DecorationSet;
}>({
  create: () => ({ end: 0, label: '', open: false, shown: Decoration.none }),
  update(value, transaction) {
    let { end, label, open } = value;
    if (transaction.docChanged && end > 0) end = transaction.changes.mapPos(end, -1);
    for (const effect of transaction.effects)
      if (effect.is(setFrontMatter)) ({ end, label, open } = effect.value);
    const shown = open ? Decoration.none : decorate(transaction.state, end, label);
    return { end, label, open, shown };
  },
  provide: (field) => EditorView.decorations.from(field, ({ shown }) => shown),
});

/** Where the speech begins, behind the settings, UTF-16 units. */
export function bodyStart(state: EditorState): number {
  return Math.min(state.field(frontMatterFold, false)?.end ?? 0, state.doc.length);
}

/** Sets the structure of the text. */
export function isAnnotated(state: EditorState): boolean {
  return (state.field(frontMatterFold, false)?.label ?? '') !== '';
}

/**
 * Before the folded settings there is no place for the cursor: what is typed there would make text of them. It goes
 * to the beginning of the speech.
 */
export const cursorBehindFold = EditorState.transactionFilter.of((transaction) => {
  const { state, selection, effects } = transaction;
  const came = effects.some((effect) => effect.is(setFrontMatter));
  if (!selection && !came) return transaction;
  const { main } = transaction.newSelection;
  const found = effects.find((effect) => effect.is(setFrontMatter))?.value;
  if (found?.open ?? state.field(frontMatterFold).open) return transaction;
  const end = found?.end ?? (transaction.docChanged ? 0 : bodyStart(state));
  if (!main.empty || main.head !== 0 || end === 0 || end > transaction.newDoc.length) return transaction;
  return [transaction, { selection: { anchor: end }, sequential: true }];
});

/**
 * Deleting backwards from the first line stops at the folded settings: their last fence would join the line, and what is
 * settings would be read out. Who deletes them means all of them, or sees them.
 */
export const foldStaysWhole = EditorState.transactionFilter.of((transaction) => {
  const { end, shown } = transaction.startState.field(frontMatterFold);
  if (!transaction.docChanged || shown.size === 0 || !transaction.isUserEvent('delete')) return transaction;
  let breaks = false;
  transaction.changes.iterChanges((from, to) => {
    breaks ||= from > 0 && from < end && to >= end;
  });
  return breaks ? [] : transaction;
});

function decorate(state: EditorState, end: number, label: string): DecorationSet {
  const inside = state.selection.ranges.some(
    ({ from }) => from < end && !(from === 0 && state.selection.main.empty),
  );
  if (end <= 0 || end > state.doc.length || inside) return Decoration.none;
  const fold = Decoration.replace({ widget: new FoldedSettings(label), block: true });
  return Decoration.set(fold.range(0, end));
}

class FoldedSettings extends WidgetType {
  constructor(private readonly label: string) {
    super();
  }

  override eq(other: FoldedSettings): boolean {
    return other.label === this.label;
  }

  override toDOM(view: EditorView): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'jt-folded-settings';
    button.textContent = this.label;
    button.addEventListener('click', () => {
      // Behind the first fence: the cursor in it unfolds it.
      view.dispatch({ selection: { anchor: view.state.doc.line(1).to + 1 } });
      view.focus();
    });
    return button;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}
