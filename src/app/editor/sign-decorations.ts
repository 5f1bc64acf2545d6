import { type Extension, Facet } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  WidgetType,
} from '@codemirror/view';
import { documentFormat } from './document-format.ts';

/** What the comments of the author say, in the user's language. */
export interface SignWords {
  readonly notes: string;
  readonly slide: string;
}

const words = Facet.define<SignWords, SignWords>({
  combine: (given) => given[0] ?? { notes: 'notes only', slide: 'slide only' },
});

class Label extends WidgetType {
  constructor(private readonly text: string) {
    super();
  }
  override eq(other: Label): boolean {
    return other.text === this.text;
  }
  override toDOM(): HTMLElement {
    const label = document.createElement('span');
    label.className = 'jt-place-label';
    label.textContent = this.text;
    return label;
  }
}

const SIGN = /<!--\s*(notes|slide) only\s*-->|==|\*\*/g;

/** Signs for those who know none: comments about slides as labels, == and ** in a faint colour. In plain text none. */
const signs = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    private readonly matcher = new MatchDecorator({
      regexp: SIGN,
      decoration: ([, place], view) =>
        place === 'notes' || place === 'slide'
          ? Decoration.replace({ widget: new Label(view.state.facet(words)[place]) })
          : Decoration.mark({ class: 'jt-sign' }),
    });
    private marked: boolean;
    constructor(view: EditorView) {
      this.marked = documentFormat(view.state) === 'markdown';
      this.decorations = this.marked ? this.matcher.createDeco(view) : Decoration.none;
    }
    update(update: Parameters<MatchDecorator['updateDeco']>[0]): void {
      const { marked } = this;
      if (update.docChanged) this.marked = documentFormat(update.state) === 'markdown';
      const same = marked && update.startState.facet(words) === update.state.facet(words);
      if (!this.marked) this.decorations = Decoration.none;
      else if (same) this.decorations = this.matcher.updateDeco(update, this.decorations);
      else this.decorations = this.matcher.createDeco(update.view);
    }
  },
  {
    decorations: (plugin) => plugin.decorations,
    // The cursor passes a label in one step.
    provide: (plugin) =>
      EditorView.atomicRanges.of((view) => {
        const all = view.plugin(plugin)?.decorations ?? Decoration.none;
        return all.update({ filter: (_from, _to, value) => value.spec.widget !== undefined });
      }),
  },
);

export function signDecorations(given: SignWords): Extension {
  return [words.of(given), signs];
}
