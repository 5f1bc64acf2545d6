import { isolateHistory } from '@codemirror/commands';
import { ChangeSet, EditorState, type Extension, type Text, type TransactionSpec } from '@codemirror/state';
import { EditorView, ViewPlugin } from '@codemirror/view';

/** After the end of a composition the browser still reports keys for a moment, ms. */
const REST = 40;

/** A change asked for in mid-composition: of the text without the unfinished word. */
interface Waiting {
  readonly changes: ChangeSet;
  readonly spec: TransactionSpec;
}

/**
 * Between the text and an input method. While a word is being composed nothing else touches the document, not
 * even its decorations: the browser would break the composition off, or double it. What is asked for meanwhile
 * is done when the word is there.
 *
 * An unfinished word is no text yet: {@link text} is without it, so neither file nor slides ever hold half of one.
 */
export class Composition {
  /** The document as it was before the word; undefined: nothing is composed. */
  private before: Text | undefined;
  /** What the input method did since. */
  private typed: ChangeSet | undefined;
  /** Changes asked for since, each of the text after the one before it. */
  private waiting: Waiting[] = [];
  private jobs: { readonly name: string | undefined; readonly work: () => void }[] = [];
  private ended: (() => void)[] = [];
  /** The next change begins a step of undo. */
  private first = false;

  /** @param committed is called when the text has another word: after the composition, or between two without a pause */
  constructor(
    private readonly view: () => EditorView | undefined,
    private readonly committed: () => void,
  ) {}

  /** A word is being composed, or has been a moment ago. */
  get active(): boolean {
    return this.before !== undefined;
  }

  /** The text without the unfinished word, with the changes that wait; undefined: nothing is composed. */
  get text(): Text | undefined {
    return this.before && this.waiting.reduce((text, { changes }) => changes.apply(text), this.before);
  }

  /** Resolves when nothing is composed. */
  settled(): Promise<void> {
    return this.active ? new Promise((resolve) => this.ended.push(resolve)) : Promise.resolve();
  }

  /** Changes the text; in mid-composition {@link text} has the change at once, the document when the word is there. */
  change(spec: TransactionSpec): void {
    const { text } = this;
    if (text) this.waiting.push({ changes: ChangeSet.of(spec.changes ?? [], text.length), spec });
    else this.view()?.dispatch(spec);
  }

  /**
   * Does something to the editor, after the composition if there is one.
   *
   * @param name of several with the same name only the last is done
   */
  outside(work: () => void, name?: string): void {
    if (!this.active) work();
    else {
      if (name !== undefined) this.jobs = this.jobs.filter((job) => job.name !== name);
      this.jobs.push({ name, work });
    }
  }

  /** Another speech is shown. */
  forget(): void {
    this.before = this.typed = undefined;
    this.waiting = [];
    this.jobs = [];
    this.release();
  }

  extension(): Extension {
    const { begin, end } = this;
    return [
      // On the way down: CodeMirror changes the document at the start, too.
      ViewPlugin.define(({ dom }) => {
        const rest = () => void setTimeout(end, REST);
        dom.addEventListener('compositionstart', begin, true);
        dom.addEventListener('compositionend', rest, true);
        // Not every input method fires `compositionend` when the focus leaves.
        dom.addEventListener('blur', rest, true);
        return {
          destroy: () => {
            dom.removeEventListener('compositionstart', begin, true);
            dom.removeEventListener('compositionend', rest, true);
            dom.removeEventListener('blur', rest, true);
          },
        };
      }),
      // A word is one step of undo, however soon it follows the one before.
      EditorState.transactionExtender.of(({ docChanged }) => {
        if (!docChanged || !this.first) return null;
        this.first = false;
        return { annotations: isolateHistory.of('before') };
      }),
      EditorView.updateListener.of(({ docChanged, changes }) => {
        if (docChanged && this.before) this.typed = this.typed?.compose(changes) ?? changes;
      }),
    ];
  }

  private readonly begin = (event: Event) => {
    const view = this.view();
    if (!view?.contentDOM.contains(event.target as Node)) return;
    const { before, typed } = this;
    this.before = view.state.doc;
    this.first = true;
    if (!before) return;
    // The one before ended just now: its word is text.
    this.typed = undefined;
    this.rebase(typed);
    if (!before.eq(this.before)) this.committed();
  };

  private readonly end = () => {
    const view = this.view();
    const { before, typed } = this;
    if (!view || !before) return;
    if (view.compositionStarted && view.hasFocus) return; // Another one began: its end comes here, too.
    const changed = !before.eq(view.state.doc);
    this.rebase(typed);
    const { waiting, jobs } = this;
    this.forget();
    for (const { changes, spec } of waiting) view.dispatch({ ...spec, changes });
    if (changed) this.committed();
    for (const { work } of jobs) this.outside(work);
  };

  /** What waits is of the text with the word from now on. */
  private rebase(typed: ChangeSet | undefined): void {
    if (!typed) return;
    let word = typed;
    this.waiting = this.waiting.map(({ changes, spec }) => {
      const mapped = changes.map(word);
      word = word.map(changes, true);
      return { changes: mapped, spec };
    });
  }

  private release(): void {
    const { ended } = this;
    this.ended = [];
    for (const resolve of ended) resolve();
  }
}
