import { type Extension, Facet, type Range, type Transaction } from '@codemirror/state';
import {
  type Command,
  Decoration,
  type DecorationSet,
  EditorView,
  type KeyBinding,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import { choicesIn, placeIn } from '../../text/author-comment.ts';
import type { SignLook } from './markup-signs.ts';
import { deletionBesideSign } from './sign-edits.ts';
import { type Sign, signField, signsBetween } from './sign-field.ts';
import { setAnnotations } from './structure-decorations.ts';

/** What signs say that have no typography, in the user's language. */
export interface SignWords {
  readonly notes: string;
  readonly slide: string;
  readonly print: string;
  /** How the slides that begin below are set, one entry a slide. */
  choices(entries: readonly string[]): string;
  readonly break: string;
  readonly picture: string;
}

const words = Facet.define<SignWords, SignWords>({
  combine: (given) =>
    given[0] ?? { notes: '', slide: '', print: '', break: '', picture: '', choices: String },
});

class Label extends WidgetType {
  constructor(
    private readonly name: string,
    private readonly text: string,
    /** Of lists: white space before the sign, in widths of a digit. */
    private readonly indent = 0,
  ) {
    super();
  }
  override eq(other: Label): boolean {
    return other.text === this.text && other.name === this.name && other.indent === this.indent;
  }
  override toDOM(): HTMLElement {
    const label = document.createElement('span');
    label.className = this.name;
    label.textContent = this.text;
    if (this.indent > 0) label.style.marginInlineStart = `${this.indent}ch`;
    return label;
  }
}

/** Looks that a sign keeps while the cursor is beside it. */
const FIXED: readonly SignLook[] = ['place', 'choices', 'break', 'written'];

function label(sign: Sign, own: SignWords): Label | undefined {
  const { text, look } = sign;
  switch (look) {
    case 'place':
      return new Label('jt-place-label', own[placeIn(text.trim()) ?? 'notes']);
    case 'choices':
      return new Label('jt-place-label', own.choices(choicesIn(text.trim()) ?? []));
    case 'break':
      return new Label('jt-break', own.break);
    case 'bullet':
      return new Label('jt-bullet', '•', text.length - text.trimStart().length);
    case 'note':
      return new Label('jt-note-number', /\[\^([^\]]*)\]/.exec(text)?.[1] ?? '');
    case 'line-end':
      return new Label('jt-sign', '↵');
    case 'picture':
      return new Label('jt-place-label', own.picture + (/!\[([^\]]*)\]/.exec(text)?.[1] ?? ''));
    default:
      return undefined;
  }
}

const written = Decoration.mark({ class: 'jt-sign' });

function decoration(sign: Sign, own: SignWords): Decoration {
  return sign.look === 'written' ? written : Decoration.replace({ widget: label(sign, own) });
}

/**
 * Signs of markup, as what they mean. One is shown as written while the cursor is beside it, where keys or edits brought
 * it; a click shows none, for the text would move under the pointer. During a composition nothing changes.
 */
const signs = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    /** Signs that touch this place are shown as written. */
    private shownAt: number | undefined;

    constructor(view: EditorView) {
      this.decorations = this.build(view);
    }

    update(update: ViewUpdate): void {
      const { view, state, startState } = update;
      if (this.shownAt !== undefined) this.shownAt = update.changes.mapPos(this.shownAt, 1);
      if (view.compositionStarted) {
        this.decorations = this.decorations.map(update.changes);
        return;
      }
      const before = this.shownAt;
      if (update.focusChanged && !view.hasFocus) this.shownAt = undefined;
      for (const transaction of update.transactions) this.move(transaction);
      const other =
        update.docChanged ||
        update.viewportChanged ||
        this.shownAt !== before ||
        state.facet(words) !== startState.facet(words) ||
        update.transactions.some(({ effects }) => effects.some((effect) => effect.is(setAnnotations)));
      if (other) this.decorations = this.build(view);
    }

    private move(transaction: Transaction): void {
      if (!transaction.selection && !transaction.docChanged) return;
      if (transaction.isUserEvent('select.pointer')) return;
      const { main } = transaction.newSelection;
      const byKeys = ['select', 'input', 'delete', 'undo', 'redo'].some((event) =>
        transaction.isUserEvent(event),
      );
      const shows = byKeys && (main.empty || transaction.isUserEvent('select.search'));
      if (transaction.selection || byKeys) this.shownAt = shows ? main.head : undefined;
    }

    private build({ state, visibleRanges }: EditorView): DecorationSet {
      const own = state.facet(words);
      const { shownAt = -1 } = this;
      const found: Range<Decoration>[] = [];
      for (const { from, to } of visibleRanges)
        for (const one of signsBetween(state, from, to)) {
          const touched = one.from <= shownAt && shownAt <= one.to;
          if (touched && !FIXED.includes(one.sign.look)) continue;
          found.push(decoration(one.sign, own).range(one.from, one.to));
        }
      return Decoration.set(found, true);
    }
  },
  {
    decorations: (plugin) => plugin.decorations,
    // The cursor passes a hidden sign in one step.
    provide: (plugin) =>
      EditorView.atomicRanges.of((view) => {
        const all = view.plugin(plugin)?.decorations ?? Decoration.none;
        return all.update({ filter: (_from, _to, value) => value !== written });
      }),
  },
);

export function signDecorations(given: SignWords): Extension {
  return [words.of(given), signField, signs];
}

/** Backspace and Delete beside signs that are out of sight. */
export const deleteBesideSigns: readonly KeyBinding[] = [
  { key: 'Backspace', shift: besideSigns(false), run: besideSigns(false) },
  { key: 'Delete', run: besideSigns(true) },
];

function besideSigns(forward: boolean): Command {
  return (view) => {
    const spec = deletionBesideSign(view.state, forward, (from) => isHidden(view, from));
    if (spec) view.dispatch({ ...spec, scrollIntoView: true });
    return spec !== undefined;
  };
}

function isHidden(view: EditorView, at: number): boolean {
  let hidden = false;
  view.plugin(signs)?.decorations.between(at, at, (from, _to, value) => {
    hidden ||= from === at && value !== written;
  });
  return hidden;
}
