import { defaultKeymap, history, historyKeymap, isolateHistory, redo, undo } from '@codemirror/commands';
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { Annotation, Compartment, EditorState, type TransactionSpec } from '@codemirror/state';
import { drawSelection, dropCursor, EditorView, keymap, placeholder } from '@codemirror/view';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SourceRange, TextFormat } from '../../read/types.ts';
import { EDITOR_PHRASES } from '../i18n/editor-phrases.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { LANGUAGE_TAGS } from '../i18n/wording.ts';
import { placeScrolled } from '../preview/place-events.ts';
import { editorLook } from './editor-look.ts';
import { frontMatterFold, setFrontMatter } from './front-matter-fold.ts';
import { handScroll, isInSight, ledScroll } from './hand-scroll.ts';
import { minimalChange } from './minimal-change.ts';
import { placeLight, setPlace } from './place-light.ts';
import { type SentenceCommand, sentenceChange } from './sentence-commands.ts';
import { signDecorations } from './sign-decorations.ts';
import { type SlideStart, setSlideStarts, slideGutter } from './slide-gutter.ts';
import { type Annotations, setAnnotations, structureDecorations } from './structure-decorations.ts';
import { commandChange, type TextCommand } from './text-commands.ts';

/** Where slides come on, and the settings at the head. */
interface SlidePlaces {
  readonly slideStarts: readonly SlideStart[];
  /** UTF-16 units. */
  readonly frontMatterEnd: number;
}

/** A change that came from the file, not from the user. */
const fromOutside = Annotation.define<boolean>();

/** After the end of a composition the browser still reports keys for a moment, ms. */
const COMPOSITION_REST = 40;

/**
 * The text, in CodeMirror 6.
 *
 * Fires `text-changed` (CustomEvent<{byUser: boolean}>) after a change, never inside an input method's
 * composition: it waits for the end; `cursor-moved` (CustomEvent<number>, offset) when the user moves the
 * cursor; `place-scrolled` when the user scrolls by hand; `files-dropped` (CustomEvent<File[]>); `picture-chosen` (CustomEvent<File>) for a pasted picture.
 */
@customElement('speech-editor')
export class SpeechEditor extends LitElement {
  static override styles = css`
    :host { display: block; height: 100%; min-height: 0; container-type: inline-size; background: var(--surface); }
    #place { height: 100%; }
  `;

  @property({ attribute: 'text-language' }) textLanguage = 'zh-Hans';
  /** Of the document: in plain text the author's signs are never escaped. */
  @property() format: TextFormat = 'plain';

  private readonly words = new LanguageController(this);
  private readonly language = new Compartment();
  private readonly phrases = new Compartment();
  private view: EditorView | undefined;
  private begun: string | undefined = '';
  /** Work that must not happen inside a composition. */
  private postponed: (() => void)[] = [];
  private changedInComposition: { byUser: boolean } | undefined;

  /** The text as it is, `\n` line ends. */
  get text(): string {
    return this.view?.state.doc.toString() ?? this.begun ?? '';
  }

  /** Offset of the cursor. */
  get head(): number {
    return this.view?.state.selection.main.head ?? 0;
  }

  /** Length of the text without making a string of it. */
  get textLength(): number {
    return this.view?.state.doc.length ?? 0;
  }

  /** Shows another speech: history and cursor begin anew. No event is fired. */
  open(text: string): void {
    this.begun = text;
    this.postponed = [];
    this.changedInComposition = undefined;
    if (!this.view) return;
    this.view.setState(this.stateOf(text));
    // The element scrolls as it did before, whatever is in it.
    this.view.scrollDOM.scrollTop = 0;
  }

  /** Shows another text of the same speech as one undoable step. */
  replaceText(text: string): void {
    this.outsideComposition(() => {
      const change = minimalChange(this.text, text);
      if (change) this.change({ changes: change, annotations: fromOutside.of(true) });
    });
  }

  /** The user asks for edits (repairs written into the text): one undoable step of theirs. */
  applyEdits(edits: readonly { range: SourceRange; insert: string }[]): void {
    const changes = edits.map(({ range, insert }) => ({ from: range.start, to: range.end, insert }));
    this.outsideComposition(() => this.change({ changes, userEvent: 'input.repair' }));
  }

  /** Structure and repairs of the text, as far as it is still the one they were computed from. */
  annotate(annotations: Annotations & SlidePlaces): void {
    if (annotations.length !== this.textLength) return;
    const { slideStarts, frontMatterEnd } = annotations;
    this.view?.dispatch({
      effects: [
        setAnnotations.of(annotations),
        setSlideStarts.of(slideStarts),
        setFrontMatter.of({ end: frontMatterEnd, label: this.words.t('editor.settings') }),
      ],
    });
  }

  /** Does what a button of the toolbar says. */
  run(command: TextCommand): void {
    const { t } = this.words;
    this.outsideComposition(() => {
      if (!this.view) return;
      const words = {
        table: [t('format.table.first'), t('format.table.second')],
        cue: t('format.cue.text'),
      } as const;
      this.change({ ...commandChange(this.view.state, command, words), userEvent: 'input.format' });
      this.view.focus();
    });
  }

  /** Puts a sentence on slides or takes it off: one undoable step; the keyboard stays where it is. */
  runForSentence(command: SentenceCommand): void {
    this.outsideComposition(() => {
      if (this.view) this.change({ ...sentenceChange(this.view.state, command), userEvent: 'input.format' });
    });
  }

  /** Puts a text behind the line of the cursor, as a paragraph of its own. */
  insertBlock(text: string): void {
    this.outsideComposition(() => {
      if (!this.view) return;
      const line = this.view.state.doc.lineAt(this.view.state.selection.main.head);
      const insert = `${line.text.trim() === '' ? '' : '\n\n'}${text}\n`;
      this.change({ changes: { from: line.to, insert }, selection: { anchor: line.to + insert.length } });
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
  }

  /** Scrolls to a place, if it is out of sight; the cursor stays. */
  bringIntoView(offset: number): void {
    const { view } = this;
    if (!view || offset > view.state.doc.length || isInSight(view, offset)) return;
    const effects = EditorView.scrollIntoView(offset, { y: 'start', yMargin: 40 });
    view.dispatch({ effects, annotations: ledScroll.of(true) });
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

  /** Takes the last edit back; the keyboard stays where it is. */
  undo(): void {
    this.outsideComposition(() => this.view && undo(this.view));
  }

  redo(): void {
    this.outsideComposition(() => this.view && redo(this.view));
  }

  /** Lights a sentence while the keyboard is elsewhere; undefined lights none. */
  light(range: SourceRange | undefined): void {
    this.view?.dispatch({ effects: setPlace.of(range) });
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
    const { view } = this;
    view?.dispatch({
      effects: [
        this.phrases.reconfigure(this.phrasesNow()),
        this.language.reconfigure(EditorView.contentAttributes.of({ lang: this.textLanguage })),
      ],
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.begun = this.text;
    this.view?.destroy();
    this.view = undefined;
  }

  private stateOf(text: string): EditorState {
    return EditorState.create({
      doc: text,
      extensions: [
        history(),
        drawSelection(),
        dropCursor(),
        highlightSelectionMatches({ minSelectionLength: 2 }),
        search({ top: true }),
        // Before the default keys, which have a use for Ctrl+Enter too.
        keymap.of([
          { key: 'Mod-Enter', run: () => this.command('on-slide') },
          { key: 'Mod-Shift-Enter', run: () => this.command('off-slide') },
          // As in Word; on a Mac Ctrl+H is a backspace.
          { win: 'Ctrl-h', linux: 'Ctrl-h', run: () => this.search('replace') },
        ]),
        keymap.of([...searchKeymap, ...defaultKeymap, ...historyKeymap]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          spellcheck: 'false',
          autocorrect: 'off',
          autocapitalize: 'off',
          // It has the focus by Tab without that, but not every tool that checks pages knows.
          tabindex: '0',
        }),
        this.language.of(EditorView.contentAttributes.of({ lang: this.textLanguage })),
        this.phrases.of(this.phrasesNow()),
        structureDecorations,
        frontMatterFold,
        placeLight,
        handScroll((offset) => this.dispatchEvent(placeScrolled({ start: offset, end: offset }, 'text'))),
        slideGutter((offset) => this.fire('slide-asked', offset)),
        editorLook,
        EditorView.updateListener.of((update) => {
          const byUser = !update.transactions.some((transaction) => transaction.annotation(fromOutside));
          if (update.docChanged) this.noticeChange(byUser);
          if (update.selectionSet && byUser && !this.composing)
            this.fire('cursor-moved', update.state.selection.main.head);
        }),
        EditorView.domEventHandlers({
          compositionend: () => {
            setTimeout(() => this.compositionEnded(), COMPOSITION_REST);
            return false;
          },
          // CodeMirror would read a dropped file as UTF-8, whatever it is in.
          drop: (event) => this.dropped(event),
          paste: (event) => this.pasted(event),
        }),
      ],
    });
  }

  private command(command: TextCommand): true {
    this.run(command);
    return true;
  }

  private phrasesNow() {
    const { language } = this.words;
    const { t } = this.words;
    return [
      signDecorations({ notes: t('editor.notes-only'), slide: t('editor.slide-only') }),
      EditorState.phrases.of(EDITOR_PHRASES[language]),
      placeholder(this.words.t('editor.placeholder')),
      EditorView.contentAttributes.of({
        'aria-label': this.words.t('editor.label'),
        'data-interface': LANGUAGE_TAGS[language],
      }),
    ];
  }

  private get composing(): boolean {
    return this.view?.composing === true || this.view?.compositionStarted === true;
  }

  private noticeChange(byUser: boolean): void {
    if (this.composing) {
      this.changedInComposition = { byUser: byUser || this.changedInComposition?.byUser === true };
      return;
    }
    this.fire('text-changed', { byUser });
  }

  /** Does something that needs the whole text, or changes it: at once, or when the composition that is going on has ended. */
  outsideComposition(work: () => void): void {
    if (this.composing) this.postponed.push(work);
    else work();
  }

  private compositionEnded(): void {
    if (this.composing) return; // another one began; its end comes here, too
    const { changedInComposition, postponed } = this;
    this.changedInComposition = undefined;
    this.postponed = [];
    if (changedInComposition) this.fire('text-changed', changedInComposition);
    for (const work of postponed) work();
  }

  private change(spec: TransactionSpec): void {
    const annotations = [spec.annotations ?? [], isolateHistory.of('full')].flat();
    this.view?.dispatch({ ...spec, annotations });
  }

  private dropped(event: DragEvent): boolean {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return false;
    event.preventDefault();
    this.fire('files-dropped', files);
    return true;
  }

  /** Rich text loses nothing that means something: numbers, emphasis, tables; a picture is kept beside the speech. */
  private pasted(event: ClipboardEvent): boolean {
    const data = event.clipboardData;
    const html = data?.getData('text/html') ?? '';
    const plain = data?.getData('text/plain') ?? '';
    const picture = [...(data?.files ?? [])].find((file) => file.type.startsWith('image/'));
    if (picture && plain === '') {
      event.preventDefault();
      this.fire('picture-chosen', picture);
      return true;
    }
    if (html === '') return false;
    event.preventDefault();
    void import('../../read/container/html.ts').then(({ readPastedHtml }) => {
      const text = readPastedHtml(html, plain, this.format);
      this.outsideComposition(() => {
        if (!this.view) return;
        this.view.dispatch(this.view.state.replaceSelection(text), {
          userEvent: 'input.paste',
          scrollIntoView: true,
        });
      });
    });
    return true;
  }

  private fire(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
