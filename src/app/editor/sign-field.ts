import { type EditorState, type Range, RangeSet, RangeValue, StateField, type Text } from '@codemirror/state';
import { type SignLook, signLook } from './markup-signs.ts';
import { setAnnotations } from './structure-decorations.ts';

/** A sign of markup at a place of the document. */
export class Sign extends RangeValue {
  // What is typed at either end is no part of the sign; a deleted one is gone.
  override readonly startSide = 1;
  override readonly endSide = -1;

  constructor(
    readonly text: string,
    readonly look: SignLook,
    /** Nothing but white space stands before it on its line. */
    readonly first: boolean,
    /** Nothing but white space stands behind it on its line. */
    readonly last: boolean,
  ) {
    super();
  }

  override eq(other: RangeValue): boolean {
    return (
      other instanceof Sign &&
      other.text === this.text &&
      other.look === this.look &&
      other.first === this.first &&
      other.last === this.last
    );
  }

  /** It begins a line of text: of a heading, a quotation, a list. */
  get opensLine(): boolean {
    return (
      this.first && !this.last && (this.look === 'none' || this.look === 'bullet') && /\s$/.test(this.text)
    );
  }
}

/**
 * The signs that the parser found in the text, in order. They move with edits until the next result; one that an edit
 * reaches is none any longer, so no character that was typed since is ever taken for one.
 */
export const signField = StateField.define<RangeSet<Sign>>({
  create: () => RangeSet.empty,
  update(signs, transaction) {
    let current = signs;
    const { changes, newDoc } = transaction;
    if (transaction.docChanged && signs.size > 0) {
      let first = newDoc.length;
      let last = 0;
      changes.iterChangedRanges((_fromA, _toA, fromB, toB) => {
        first = Math.min(first, fromB);
        last = Math.max(last, toB);
      });
      current = signs.map(changes).update({
        filter: (from, to, sign) => sign.eq(signAt(newDoc, from, to)),
        filterFrom: newDoc.lineAt(Math.min(first, newDoc.length)).from,
        filterTo: newDoc.lineAt(last).to,
      });
    }
    for (const effect of transaction.effects)
      if (effect.is(setAnnotations) && effect.value.length === newDoc.length)
        current = RangeSet.of(
          effect.value.structure
            .filter(({ kind, range }) => kind === 'sign' && range.end <= newDoc.length)
            .map(
              ({ range }): Range<Sign> =>
                signAt(newDoc, range.start, range.end).range(range.start, range.end),
            ),
          true,
        );
    return current;
  },
});

function signAt(doc: Text, from: number, to: number): Sign {
  const line = doc.lineAt(from);
  const text = doc.sliceString(from, to);
  const first = line.text.slice(0, from - line.from).trim() === '';
  const last = to <= line.to && line.text.slice(to - line.from).trim() === '';
  return new Sign(text, signLook(text, first && last), first, last);
}

/** A sign with its place. */
export interface PlacedSign {
  readonly from: number;
  readonly to: number;
  readonly sign: Sign;
}

/** The signs that touch a range, in order. */
export function signsBetween(state: EditorState, from: number, to = from): PlacedSign[] {
  const found: PlacedSign[] = [];
  state.field(signField, false)?.between(from, to, (from, to, sign) => {
    found.push({ from, to, sign });
  });
  return found;
}
