import { RangeSet, StateEffect, StateField } from '@codemirror/state';
import { type EditorView, GutterMarker, gutter } from '@codemirror/view';

/** Where a slide comes on: offset in the text, number from 1. */
export interface SlideStart {
  readonly offset: number;
  readonly number: number;
}

export const setSlideStarts = StateEffect.define<readonly SlideStart[]>();

class SlideNumber extends GutterMarker {
  constructor(readonly number: number) {
    super();
  }
  override eq(other: SlideNumber): boolean {
    return other.number === this.number;
  }
  override toDOM(): Text {
    return document.createTextNode(String(this.number));
  }
}

const slideStarts = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update(starts, transaction) {
    let current = starts.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setSlideStarts)) continue;
      const doc = transaction.newDoc;
      const first = new Map<number, number>();
      for (const { offset, number } of effect.value) {
        if (offset > doc.length) continue;
        const { from } = doc.lineAt(offset);
        if (!first.has(from)) first.set(from, number);
      }
      current = RangeSet.of(
        [...first].sort(([a], [b]) => a - b).map(([from, number]) => new SlideNumber(number).range(from)),
      );
    }
    return current;
  },
});

/**
 * The number of the slide that comes on at a line, in the margin; a click shows the slide.
 *
 * @param chosen receives the offset of the line
 */
export function slideGutter(chosen: (offset: number) => void) {
  return [
    slideStarts,
    gutter({
      class: 'jt-slide-numbers',
      markers: (view: EditorView) => view.state.field(slideStarts),
      initialSpacer: () => new SlideNumber(88),
      domEventHandlers: {
        mousedown(view, line) {
          let found = false;
          view.state.field(slideStarts).between(line.from, line.from, () => {
            found = true;
          });
          if (found) chosen(line.from);
          return found;
        },
      },
    }),
  ];
}
