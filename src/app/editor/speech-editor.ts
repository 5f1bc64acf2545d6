import { isolateHistory } from '@codemirror/commands';
import { openSearchPanel } from '@codemirror/search';
import { Annotation, Compartment, EditorState, Text, type TransactionSpec } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PastedText } from '../../import/html/html.ts';
import { characterCount } from '../../speech/text.ts';
import type { SourceRange, TextFormat } from '../../text/source.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { placeScrolled } from '../navigation/place-events.ts';
import { baseExtensions } from './base-extensions.ts';
import { blockChange } from './block-change.ts';
import { Composition } from './composition.ts';
import { diagnosticTooltip, goToDiagnostic } from './diagnostic-tooltip.ts';
import { setDiagnostics } from './diagnostics.ts';
import { documentFormat, markChange, namedFormat } from './document-format.ts';
import { diagnosticMessages, editorMessages } from './editor-messages.ts';
import { bodyStart, setFrontMatter } from './front-matter-fold.ts';
import { incomingContent } from './incoming-content.ts';
import { mapRange } from './map-range.ts';
import { minimalEdits } from './minimal-edits.ts';
import { setPlace } from './place-highlight.ts';
import { type SentenceCommand, sentenceChange } from './sentence-commands.ts';
import { type SlideChoiceCommand, slideChoiceChange } from './slide-choice-change.ts';
import { type SlideStart, setSlideStarts, slideGutter } from './slide-gutter.ts';
import { type Annotations, setAnnotations } from './structure-decorations.ts';
import { commandChange, type TextCommand } from './text-commands.ts';
import { redoEdit, undoEdit } from './undo.ts';
import { isInSight, programmaticScroll, userScroll } from './user-scroll.ts';

/** Where slides come on, and the settings at the head. */
interface SlidePlaces {
  readonly slideStarts: readonly SlideStart[];
  /** UTF-16 units. */
  readonly frontMatterEnd: number;
}

/** A change that came from the file, not from the user. */
const fromOutside = Annotation.define<boolean>();

/**
 * The text, in CodeMirror 6.
 *
 * Fires `text-changed` (CustomEvent<{byUser: boolean}>) after a change, never inside an input method's
 * composition: it waits for the end; `cursor-moved` (CustomEvent<number>, offset) when the user moves the
 * cursor; `marks-begun` when a mark made Markdown of a plain text; `selection-counted` (CustomEvent<number>) when another number of visible characters is selected; `place-scrolled` when the user scrolls by hand; `files-dropped` (CustomEvent<File[]>); `picture-chosen` (CustomEvent<File>) for a pasted picture.
 */
@customElement('speech-editor')
export class SpeechEditor extends LitElement {
  static override styles = css`
    :host { display: block; height: 100%; min-height: 0; container-type: inline-size; background: var(--surface); }
    #place { height: 100%; }
  `;

  @property({ attribute: 'text-language' }) textLanguage = 'zh-Hans';
  /** What the file's name says: see `documentFormat`. */
  @property() format: TextFormat = 'plain';

  private readonly words = new LanguageController(this);
  private readonly language = new Compartment();
  /** The name comes with the page's next rendering, which may be after the text. */
  private readonly named = new Compartment();
  private readonly phrases = new Compartment();
  private view: EditorView | undefined;
  private begun: string | undefined = '';
  /** Number of texts opened so far. Read-only until there is one: what is typed before belongs to no speech. */
  private opened = 0;
  /** Visible characters that are selected. */
  private selected = 0;
  private readonly composition = new Composition(
    () => this.view,
    () => this.fire('text-changed', { byUser: true }),
  );

  /** The text as it is, `\n` line ends; what an input method has not finished is not in it. */
  get text(): string {
    return this.document?.toString() ?? this.begun ?? '';
  }

  /** Offset of the cursor. */
  get head(): number {
    return this.view?.state.selection.main.head ?? 0;
  }

  /** The text as it is now, for {@link isStill}: costs nothing. */
  snapshot(): unknown {
    return this.document;
  }

  /** Whether the text is that of a snapshot, to the last character. */
  isStill(snapshot: unknown): boolean {
    const { document } = this;
    return (
      document !== undefined && snapshot instanceof Text && (document === snapshot || document.eq(snapshot))
    );
  }

  /** Maps a place of a snapshot to the present text; undefined when the text there has been edited. */
  placeNow(range: SourceRange, snapshot: unknown): SourceRange | undefined {
    const { document } = this;
    return document && snapshot instanceof Text ? mapRange(range, snapshot, document) : undefined;
  }

  /** Resolves when no input method is composing. */
  settled(): Promise<void> {
    return this.composition.settled();
  }

  /** Shows another speech, with a new history and cursor. Fires no event. */
  open(text: string): void {
    this.begun = text;
    this.opened++;
    this.composition.forget();
    if (!this.view) return;
    this.view.setState(this.stateOf(text));
    this.countSelected(this.view.state);
    // The element scrolls as it did before, whatever is in it.
    this.view.scrollDOM.scrollTop = 0;
  }

  /** Shows another text of the same speech as one undoable step. */
  replaceText(text: string): void {
    const changes = minimalEdits(this.text, text);
    if (changes.length > 0) this.change({ changes, annotations: fromOutside.of(true) });
  }

  /** The user asks for edits (repairs written into the text): one undoable step of theirs. */
  applyEdits(edits: readonly { range: SourceRange; insert: string }[]): void {
    const changes = edits.map(({ range, insert }) => ({ from: range.start, to: range.end, insert }));
    this.change({ changes, userEvent: 'input.repair' });
  }

  /**
   * Structure and repairs of the text.
   *
   * @param isCurrent called when no word is being composed: false when the annotations are of another text
   */
  annotate(annotations: Annotations & SlidePlaces, isCurrent: () => boolean): void {
    const { slideStarts, frontMatterEnd } = annotations;
    this.composition.outside(() => {
      if (!isCurrent()) return;
      this.view?.dispatch({
        effects: [
          setAnnotations.of(annotations),
          setDiagnostics.of(annotations.diagnostics),
          setSlideStarts.of(slideStarts),
          setFrontMatter.of({
            end: frontMatterEnd,
            label: this.words.t('editor.settings'),
            open: annotations.diagnostics.some(({ range }) => range.start < frontMatterEnd),
          }),
        ],
      });
    }, 'annotate');
  }

  /** Does what a button of the toolbar says. */
  run(command: TextCommand): void {
    const { t } = this.words;
    this.composition.outside(() => {
      if (!this.view) return;
      const words = {
        table: [t('format.table.first'), t('format.table.second')],
        cue: t('format.cue.text'),
      } as const;
      const { state } = this.view;
      if (command === 'cue')
        this.change({ ...commandChange(state, command, words, bodyStart(state)), userEvent: 'input.format' });
      else this.mark((at, body) => commandChange(at, command, words, body));
      this.view.focus();
    });
  }

  /** Puts a sentence on slides or takes it off: one undoable step; the keyboard stays where it is. */
  runForSentence({ range, command }: SentenceCommand): void {
    const { document } = this;
    this.composition.outside(() => {
      // A word that was being composed is in the text now.
      const place = this.placeNow(range, document);
      if (!this.view || !place) return;
      this.mark((at, _, map) =>
        sentenceChange(at, { range: { start: map(place.start), end: map(place.end) }, command }),
      );
    });
  }

  /** Sets a slide as the author chooses: one undoable step; the keyboard stays where it is. */
  runForSlide({ range, ...command }: SlideChoiceCommand): void {
    const { document } = this;
    this.composition.outside(() => {
      const place = this.placeNow(range, document);
      if (!this.view || !place) return;
      this.mark((at, _, map) =>
        slideChoiceChange(at, { ...command, range: { start: map(place.start), end: map(place.end) } }),
      );
    });
  }

  /** Puts a text behind the line of the cursor, as a paragraph of its own. */
  insertBlock(text: string): void {
    this.composition.outside(() => {
      if (!this.view) return;
      this.mark((at, body) => blockChange(at, text, body));
      this.view.focus();
    });
  }

  /** Selects a place, brings it to the middle, and gives the keyboard to the text. */
  reveal(range: SourceRange): void {
    this.show(range, 'center');
    this.view?.focus();
  }

  /** Selects a place and brings it into view, if it is out of sight; the keyboard stays where it is. */
  show({ start, end }: SourceRange, y: 'start' | 'center' = 'start'): void {
    this.composition.outside(() => {
      const { view } = this;
      if (!view) return;
      const length = view.state.doc.length;
      const selection = { anchor: Math.min(start, length), head: Math.min(end, length) };
      const scroll = EditorView.scrollIntoView(selection.anchor, { y, yMargin: 40 });
      view.dispatch({
        selection,
        effects: isInSight(view, selection.anchor) ? [] : [scroll],
        annotations: fromOutside.of(true),
      });
    }, 'show');
  }

  /** Scrolls to a place, if it is out of sight; the cursor stays. */
  bringIntoView(offset: number): void {
    const { view } = this;
    // Who composes is writing, and stays where that is.
    if (!view || this.composition.active || offset > view.state.doc.length || isInSight(view, offset)) return;
    const effects = EditorView.scrollIntoView(offset, { y: 'start', yMargin: 40 });
    view.dispatch({ effects, annotations: programmaticScroll.of(true) });
  }

  /** Shows find and replace. @param field which gets the keyboard */
  search(field: 'search' | 'replace' = 'search'): boolean {
    const { view } = this;
    if (!view) return false;
    openSearchPanel(view);
    if (field === 'replace')
      view.dom.querySelector<HTMLInputElement>('.cm-search [name="replace"]')?.select();
    return true;
  }

  /** Shows the next thing that needs a look. @param step -1: the one before */
  goToDiagnostic(step: 1 | -1): void {
    this.composition.outside(
      () => this.view && goToDiagnostic(this.view, step, diagnosticMessages(this.words)),
    );
  }

  /** Takes the last edit back; the keyboard stays where it is. */
  undo(): void {
    this.composition.outside(() => this.view && undoEdit(this.view));
  }

  redo(): void {
    this.composition.outside(() => this.view && redoEdit(this.view));
  }

  /** Lights a sentence while the keyboard is elsewhere; undefined lights none. */
  light(range: SourceRange | undefined): void {
    this.composition.outside(() => this.view?.dispatch({ effects: setPlace.of(range) }), 'light');
  }

  override focus(): void {
    this.view?.focus();
  }

  protected override render() {
    return html`<div id="place"></div>`;
  }

  protected override firstUpdated(): void {
    this.view = new EditorView({
      state: this.stateOf(this.begun ?? ''),
      parent: this.renderRoot.querySelector('#place')!,
      root: this.renderRoot as ShadowRoot,
    });
    this.begun = undefined;
  }

  protected override updated(): void {
    this.composition.outside(() => {
      this.view?.dispatch({
        effects: [
          this.phrases.reconfigure(editorMessages(this.words)),
          this.language.reconfigure(EditorView.contentAttributes.of({ lang: this.textLanguage })),
          this.named.reconfigure(namedFormat.of(this.format)),
        ],
      });
    }, 'language');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.begun = this.text;
    this.view?.destroy();
    this.view = undefined;
  }

  private get document(): Text | undefined {
    return this.composition.text ?? this.view?.state.doc;
  }

  private stateOf(text: string): EditorState {
    return EditorState.create({
      doc: text,
      extensions: [
        this.named.of(namedFormat.of(this.format)),
        diagnosticTooltip(
          () => diagnosticMessages(this.words),
          ({ range, insert }) => this.applyEdits([{ range, insert }]),
        ),
        // Before the default keys, which have a use for Ctrl+Enter too.
        keymap.of([
          { key: 'Mod-b', run: () => this.command('bold') },
          { key: 'Mod-Enter', run: () => this.command('on-slide') },
          { key: 'Mod-Shift-Enter', run: () => this.command('off-slide') },
          // As in Word; on a Mac Ctrl+H is a backspace.
          { win: 'Ctrl-h', linux: 'Ctrl-h', mac: 'Cmd-Alt-f', run: () => this.search('replace') },
        ]),
        this.language.of(EditorView.contentAttributes.of({ lang: this.textLanguage })),
        this.phrases.of(editorMessages(this.words)),
        this.composition.extension(),
        userScroll((offset) => this.dispatchEvent(placeScrolled({ start: offset, end: offset }, 'text'))),
        slideGutter((offset) => this.fire('slide-asked', offset)),
        baseExtensions,
        EditorView.updateListener.of((update) => {
          const byUser = !update.transactions.some((transaction) => transaction.annotation(fromOutside));
          if (update.docChanged || update.selectionSet) this.countSelected(update.state);
          if (this.composition.active) return;
          if (update.docChanged) this.fire('text-changed', { byUser });
          if (update.selectionSet && byUser) this.fire('cursor-moved', update.state.selection.main.head);
        }),
        this.opened > 0 ? [] : [EditorView.editable.of(false), EditorState.readOnly.of(true)],
        incomingContent({
          files: (files) => this.fire('files-dropped', files),
          picture: (file) => this.fire('picture-chosen', file),
          text: (read) => void this.paste(read),
        }),
      ],
    });
  }

  private countSelected({ selection, doc }: EditorState): void {
    const selected = selection.ranges.map(({ from, to }) => doc.sliceString(from, to));
    const count = characterCount(selected.join(''));
    if (count !== this.selected) this.fire('selection-counted', count);
    this.selected = count;
  }

  private async paste(read: (format: TextFormat) => Promise<PastedText>): Promise<void> {
    const { opened, view } = this;
    if (!view) return;
    const { text, format } = await read(documentFormat(view.state));
    this.composition.outside(() => {
      const { view } = this;
      // It was for the text that was open, not for one opened meanwhile.
      if (opened !== this.opened) return;
      const annotations = { userEvent: 'input.paste', scrollIntoView: true };
      if (format === 'plain' || !view) view?.dispatch(view.state.replaceSelection(text), annotations);
      else this.mark((at) => at.replaceSelection(text), annotations);
    });
  }

  private command(command: TextCommand): true {
    this.run(command);
    return true;
  }

  /** Inserts a mark; a plain text becomes Markdown by it, which is announced. */
  private mark(
    make: Parameters<typeof markChange>[1],
    more: TransactionSpec = { userEvent: 'input.format' },
  ): void {
    if (!this.view) return;
    const { spec, begun } = markChange(this.view.state, make);
    this.change({ ...spec, ...more });
    if (begun) this.fire('marks-begun', undefined);
  }

  private change(spec: TransactionSpec): void {
    const annotations = [spec.annotations ?? [], isolateHistory.of('full')].flat();
    this.composition.change({ ...spec, annotations });
  }

  private fire(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
