import { html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Slide } from '../../deck/plan/types.ts';
import type { Language } from '../../i18n/language.ts';
import { PICTURES_PATH } from '../../library/protocol.ts';
import type { RepairKind } from '../../repair/clean-text.ts';
import type { SourceRange } from '../../text/source.ts';
import '../editor/format-toolbar.ts';
import type { PreviewResult } from '../../compile/protocol.ts';
import { nextTask } from '../../page/scheduling.ts';
import type { SentenceCommand } from '../editor/sentence-commands.ts';
import type { SlideChoiceCommand } from '../editor/slide-choice-change.ts';
import type { SpeechEditor } from '../editor/speech-editor.ts';
import type { TextCommand } from '../editor/text-commands.ts';
import { currentLanguage, LanguageController } from '../i18n/language-controller.ts';
import type { LibraryPane } from '../library/library-pane.ts';
import { diagnosticMessage } from '../messages/diagnostic-message.ts';
import type { Place, View } from '../navigation/place-events.ts';
import type { PackDialog } from '../pack/pack-dialog.ts';
import { preference, setPreference } from '../preferences/preferences.ts';
import type { PreviewFailure } from '../preview/frame-page.ts';
import type { LaidOut } from '../preview/handout-panel.ts';
import { printSlides } from '../preview/paper-frame.ts';
import type { PreviewPane } from '../preview/preview-pane.ts';
import type { Fix } from '../repairs/repair-panel.ts';
import { download } from '../session/download.ts';
import { Workspace } from '../session/workspace.ts';
import type { SettingChoice } from '../settings/setting-rows.ts';
import { cancelled, type Progress } from '../tasks/progress.ts';
import { controls } from '../ui/controls.ts';
import { sourceOfCharacter } from '../view-sync/source-of-character.ts';
import { ViewSync } from '../view-sync/view-sync.ts';
import { appLayout } from './app-layout.ts';
import { DocumentEdits } from './document-edits.ts';
import { editorStatus, noSpeech } from './editor-status.ts';
import type { ExportKind } from './export-kinds.ts';
import type { KeyListDialog } from './key-list-dialog.ts';
import { type NoticeActions, notificationBars } from './notification-bars.ts';
import { LIST_LIMITS, paneWidths, previewLimits } from './pane-widths.ts';
import type { PrintChoice, PrintDialog } from './print-dialog.ts';
import { type Shortcut, shortcutOf } from './shortcuts.ts';
import { SpeechExports } from './speech-exports.ts';
import '../editor/speech-editor.ts';
import '../library/library-pane.ts';
import '../preview/preview-pane.ts';
import '../repairs/repair-bar.ts';
import './app-header.ts';
import '../outline/speech-outline.ts';
import './key-list-dialog.ts';
import '../ui/pane-separator.ts';
import '../tasks/task-bar.ts';
import { isMarkdownName } from '../../text/text-format.ts';
import type { LeftOutPiece } from '../session/left-out-pieces.ts';

type Pane = 'list' | 'text' | 'preview';
const PANES: readonly Pane[] = ['list', 'text', 'preview'];
/** Below this width one pane is shown at a time, px; as in app-layout.ts. */
const PHONE = 760;
/** Below this width the list gives its place to the text until it is asked for, px. */
const NARROW = 1080;

/** Width of the panel for the layout, and the window's width up to which it stands below the preview, px; as in app-layout.ts. */
const SETTINGS_WIDTH = 300;
const SETTINGS_BELOW = 1000;

/** The page: list, text, preview, and what joins them. */
@customElement('jiangtai-app')
export class JiangtaiApp extends LitElement {
  static override styles = [controls, appLayout];

  @state() private width = innerWidth;
  @state() private pane: Pane = 'text';
  @state() private listWidth = Number(preference('list-width') ?? 232);
  /** Share of the preview in what the list leaves. */
  @state() private previewShare = Number(preference('preview-share') ?? 0.53);
  @state() private listHidden = (preference('list-hidden') ?? String(innerWidth < NARROW)) === 'true';
  /** The list was asked for while the panel for the layout is open. */
  @state() private listWanted = false;
  /** Parts of the preview that did not load, or draw. */
  @state() private failed: ReadonlySet<PreviewFailure['part']> = new Set();
  /** Visible characters selected in the text. */
  @state() private selected = 0;
  /** The panel for the layout stands beside the preview. */
  @state() private settingsOpen = false;
  /** Names of the faces the handout is set in. */
  @state() private faces: readonly string[] = [];
  /** Counts the attempts at loading the preview's frames. */
  @state() private attempt = 0;

  @query('speech-editor') private readonly editor!: SpeechEditor;
  @query('preview-pane') private readonly preview!: PreviewPane;
  @query('library-pane') private readonly library!: LibraryPane;

  private readonly words = new LanguageController(this);
  private readonly space = new Workspace(
    () => this.editor,
    () => this.workspaceChanged(),
    currentLanguage,
  );
  private readonly edits = new DocumentEdits(this.space, () => this.editor);
  private readonly base = new URL(PICTURES_PATH, document.baseURI).href;
  private readonly noticeActions: NoticeActions = {
    paste: () => this.library.newSpeech('paste'),
    openFiles: () => void this.library.openFiles(),
    download: () => download(this.space.name, this.editor.text),
    saveOver: () => void this.library.save(true),
    saveAs: () => void this.library.saveAs(),
  };
  private readonly exports = new SpeechExports(
    this.space,
    () => this.print(),
    () => this.openPack(),
    (key, values) => this.words.t(key, values),
    () => this.words.language,
  );
  private readonly observer = new ResizeObserver(() => {
    this.width = innerWidth;
  });
  @query('print-dialog') private readonly printing!: PrintDialog;
  @query('pack-dialog') private readonly packs!: PackDialog;
  @query('key-list-dialog') private readonly keyList!: KeyListDialog;
  private annotated: PreviewResult | undefined;
  /** Language of the sentences in the text. */
  private annotatedIn: Language | undefined;
  /** The user edited: the preview follows to the place when the next result is there. */
  private typed = false;
  private readonly following = new ViewSync(
    () => this.editor,
    () => this.preview,
    () => this.space.result?.deck,
    () => this.requestUpdate(),
  );
  private stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(document.documentElement);
    addEventListener('keydown', this.keyed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
    removeEventListener('keydown', this.keyed);
    this.stop?.();
  }

  protected override firstUpdated(): void {
    // The editor draws itself first: opening a speech needs it.
    void this.editor.updateComplete.then(() => {
      this.stop = this.space.start();
    });
  }

  protected override render() {
    const { t } = this.words;
    const { space } = this;
    const { result, session } = space;
    const phone = this.width <= PHONE;
    const { listGone, room } = this;
    const { list, preview } = paneWidths(room, listGone, this.listWidth, this.previewShare);
    const limits = previewLimits(room, list);
    const away = (pane: Pane) => phone && pane !== this.pane;
    return html`
      <app-header role="banner" document-title=${this.heading} save-state=${this.saveState}
        ?ready=${result !== undefined} ?list-hidden=${this.listGone}
        @present=${() => void this.preview.present('start')} @print=${() => void this.print()}
        @export=${(event: CustomEvent<ExportKind>) => void this.exports.run(event.detail)}
        @toggle-list=${this.toggleList} @show-keys=${() => this.keyList.open()}></app-header>
      <main class="${listGone && !phone ? 'no-list' : ''} ${this.settingsOpen ? 'with-settings' : ''}"
        @setting-chosen=${this.chooseSetting} @settings-closed=${this.toggleSettings}
        style="--list-width: ${list}px; --preview-width: ${preview}px"
        @character-asked=${(event: CustomEvent<number>) => this.goToCharacter(event.detail)}
        @go-to-place=${(event: CustomEvent<SourceRange>) => this.goTo(event.detail)}
        @place-chosen=${(event: CustomEvent<Place>) => this.choosePlace(event.detail)}
        @place-scrolled=${(event: CustomEvent<Place>) => this.following.scrolled(event.detail)}
        @view-touched=${(event: CustomEvent<View>) => this.following.touched(event.detail)}>
        <section class="pane list-pane" aria-label=${t('pane.list')} ?inert=${away('list')}>
          <library-pane .space=${space} .listing=${space.library.listing} current=${space.name} current-title=${result?.title ?? ''}
            .removed=${space.library.justRemoved} @speech-opening=${this.speechOpening}></library-pane>
          ${
            result && result.outline.length > 0
              ? html`<speech-outline .entries=${result.outline} .cursor=${this.following.cursor}
                  .reading=${this.following.reading}></speech-outline>`
              : nothing
          }
        </section>
        <pane-separator class="list-line" .value=${list} .min=${LIST_LIMITS.min} .max=${LIST_LIMITS.max}
          label=${t('pane.resize.list')} @pane-resize=${this.resizeList}></pane-separator>
        <section class="pane text-pane" aria-label=${t('pane.text')} ?inert=${away('text')}
          @pointerdown=${this.textTouched} @wheel=${this.textTouched} @touchmove=${this.textTouched} @keydown=${this.textTouched}>
          ${editorStatus(space, this.words, { cursor: this.following.cursor, selected: this.selected }, this.failed.has('handout'))}
          <div class="bars">
            ${notificationBars(space, this.words, this.noticeActions)}
            <repair-bar .result=${result} .disabled=${space.compiler.choices.disabled} .leftOut=${space.compiler.leftOut}
              .text=${() => this.editor.text} format=${isMarkdownName(space.name) ? 'markdown' : 'plain'}
              @take-back=${(event: CustomEvent<readonly LeftOutPiece[]>) => this.edits.takeBack(event.detail)}
              @write-repairs=${() => void this.edits.writeRepairs()}
              @apply-fix=${(event: CustomEvent<Fix>) => this.edits.applyFix(event.detail)}
              @toggle-kind=${(event: CustomEvent<RepairKind>) => space.compiler.toggleKind(event.detail)}
              @toggle-repair=${(event: CustomEvent<string>) => space.compiler.toggleRepair(event.detail)}></repair-bar>
          </div>
          ${
            session
              ? html`<format-toolbar ?following=${this.following.on} @toggle-follow=${() => this.following.toggle()}
                  @undo-asked=${() => this.editor.undo()} @redo-asked=${() => this.editor.redo()} @text-command=${(event: CustomEvent<TextCommand>) => this.editor.run(event.detail)}
                  @picture-chosen=${(event: CustomEvent<File>) => void this.edits.insertPicture(event.detail)}></format-toolbar>`
              : nothing
          }
          <div class="text-place">
            <speech-editor data-testid="editor" format=${isMarkdownName(space.name) ? 'markdown' : 'plain'} @marks-begun=${() => space.notifications.tellMarks()}
              @picture-chosen=${(event: CustomEvent<File>) => void this.edits.insertPicture(event.detail)} text-language=${result?.deck.lang ?? 'zh-Hans'}
              @text-changed=${(event: CustomEvent<{ byUser: boolean }>) => {
                this.typed ||= event.detail.byUser;
                space.textChanged(event.detail.byUser);
                if (space.notifications.ownFile?.kind === 'kept') space.notifications.dismiss('ownFile');
              }}
              @selection-counted=${(event: CustomEvent<number>) => {
                this.selected = event.detail;
              }}
              @slide-asked=${(event: CustomEvent<number>) => this.following.slideAsked(event.detail)}
              @cursor-moved=${(event: CustomEvent<number>) => this.following.cursorMoved(event.detail)}
              @files-dropped=${(event: CustomEvent<File[]>) => void this.library.addFiles(event.detail)}></speech-editor>
            ${session ? nothing : noSpeech(space, this.words, () => this.library.newSpeech(), this.noticeActions.openFiles)}
          </div>
        </section>
        <pane-separator class="preview-line" trailing .value=${preview} .min=${limits.min} .max=${limits.max}
          label=${t('pane.resize.preview')} @pane-resize=${this.resizePreview}></pane-separator>
        <section class="pane preview-pane" aria-label=${t('pane.preview')} ?inert=${away('preview')}>
          <preview-pane data-attempt=${this.attempt} .result=${result} .settled=${this.settled} base-url=${this.base}
            ?begun=${result !== undefined} ?loading=${!space.library.listError && space.library.listing?.speeches.length !== 0} .failed=${this.failed}
            ?settings-open=${this.settingsOpen} @toggle-settings=${this.toggleSettings}
            @slide-choice=${(event: CustomEvent<SlideChoiceCommand>) => this.edits.commandSlide(event.detail)}
            @sentence-command=${(event: CustomEvent<SentenceCommand>) => this.edits.commandSentence(event.detail)}
            @slide-chosen=${(event: CustomEvent<Slide>) => this.following.slideChosen(event.detail)}
            @handout-laid-out=${(event: CustomEvent<LaidOut>) => this.laidOut(event.detail)}
            @preview-works=${() => this.previewWorks('slides')} @preview-failed=${this.failPreview} @preview-retry=${() => location.reload()}></preview-pane>
        </section>
        ${
          this.settingsOpen
            ? html`<section class="pane settings-pane" aria-label=${t('settings.title')} ?inert=${away('preview')}>
                <document-settings .settings=${result?.settings ?? {}} .deck=${result?.deck} .counts=${result?.slideCounts} .faces=${this.faces}></document-settings>
              </section>`
            : nothing
        }
      </main>
      <nav class="foot">
        ${PANES.map(
          (pane) => html`<button aria-pressed=${pane === this.pane} data-testid="pane-${pane}"
            @click=${() => {
              this.pane = pane;
            }}>${t(`pane.${pane}`)}</button>`,
        )}
      </nav>
      <key-list-dialog></key-list-dialog>
      <print-dialog></print-dialog>
      <pack-dialog></pack-dialog>
      <work-bar .work=${space.tasks.shown}></work-bar>
    `;
  }

  protected override updated(): void {
    const { result } = this.space;
    const name = this.words.t('app.name');
    document.title = this.heading ? `${this.heading} – ${name}` : name;
    const { language } = this.words;
    if (result && result === this.annotated && language !== this.annotatedIn) this.mark(result);
    this.annotatedIn = language;
    if (!result || result === this.annotated) return;
    if (result.name !== this.annotated?.name) this.following.begin();
    this.annotated = result;
    // Slides first: they are what the author waits for.
    void nextTask().then(() => result === this.space.result && this.annotate(result));
  }

  /** Marks in the text what compiling found, and moves the preview to where was typed. */
  private annotate(result: PreviewResult): void {
    this.following.deckChanged(this.typed);
    this.typed = false;
    this.mark(result);
  }

  private mark(result: PreviewResult): void {
    const { structure, repairs, sourceLength, slideStarts, frontMatterEnd } = result;
    const diagnostics = result.diagnostics.map((diagnostic) => ({
      range: diagnostic.range,
      severity: diagnostic.severity,
      sentence: diagnosticMessage(diagnostic, this.words.language),
      fix: 'fix' in diagnostic ? diagnostic.fix : undefined,
    }));
    this.editor.annotate(
      { structure, repairs, diagnostics, length: sourceLength, slideStarts, frontMatterEnd },
      () => result === this.space.result && this.space.compiler.current,
    );
  }

  private get saveState() {
    const { session, library } = this.space;
    if (!session) return '';
    return session.state === 'saved' && library.store?.lasting === false ? 'unkept' : session.state;
  }

  private get heading(): string {
    return this.space.result?.title || this.space.name;
  }

  private workspaceChanged(): void {
    this.requestUpdate();
  }

  /** The text comes to the front; a new speech is written at once. */
  private readonly speechOpening = ({ detail }: CustomEvent<'read' | 'write'>) => {
    this.pane = 'text';
    if (detail === 'write') this.editor.focus();
  };

  private async print(): Promise<void> {
    const { compiler, tasks } = this.space;
    // The dialogue is loaded when it is asked for.
    await import('./print-dialog.ts');
    const choice = await this.printing.ask();
    if (!choice) return;
    await tasks.run('work.print', async (progress) => {
      // Not the pages of the text before the last keys, nor of the speech before this one.
      const newest = this.space.opened.then(() => compiler.newest());
      await Promise.race([newest, cancelled(progress)]);
      await this.updateComplete;
      await this.preview.updateComplete;
      try {
        await this.printChosen(choice, progress);
      } catch (error) {
        this.space.notifications.refuse(error);
      }
    });
  }

  private async printChosen({ paper, from, to }: PrintChoice, progress: Progress): Promise<void> {
    const { deck } = this.space.result ?? {};
    if (!paper || !deck) return this.preview.print(this.heading, progress, { from, to });
    const options = { baseUrl: this.base, language: this.words.language, paper: { ...paper, from, to } };
    await printSlides(deck, options, this.heading, progress);
  }

  /** The dialogue is loaded when it is asked for. */
  private async openPack(): Promise<void> {
    await import('../pack/pack-dialog.ts');
    await this.packs.open(this.space);
  }

  private readonly settled = () => this.editor.settled();

  private readonly textTouched = () => this.following.touched('text');

  private choosePlace(place: Place): void {
    // Who chooses in the outline wants to write there.
    if (place.from === 'outline') this.goTo(place.range);
    else this.following.chosen(place);
  }

  private goTo(range: SourceRange): void {
    this.pane = 'text';
    this.editor.reveal(range);
    this.following.cursorMoved(range.start);
  }

  /** To where an output parts from the speech. */
  private goToCharacter(offset: number): void {
    const deck = this.space.result?.deck;
    const place = deck && sourceOfCharacter(deck, offset);
    if (place) this.goTo(place);
  }

  private laidOut({ handout, difference, result }: LaidOut): void {
    this.previewWorks('handout');
    this.faces = result.faces;
    if (handout !== this.space.result?.handout && this.space.compiler.pages === undefined) return;
    this.space.compiler.pages = difference;
    this.requestUpdate();
  }

  private readonly failPreview = ({ detail: { part, error } }: CustomEvent<PreviewFailure>) => {
    console.error(error);
    this.failed = new Set([...this.failed, part]);
    // The proof is of an older text.
    if (part === 'handout') this.space.compiler.pages = undefined;
  };

  private previewWorks(part: PreviewFailure['part']): void {
    if (this.failed.has(part)) this.failed = new Set([...this.failed].filter((other) => other !== part));
  }

  /** Width that text, preview and list share, px. */
  private get room(): number {
    return this.width - (this.settingsOpen && this.width > SETTINGS_BELOW ? SETTINGS_WIDTH : 0);
  }

  /** The list is hidden, or has given its place to the panel for the layout. */
  private get listGone(): boolean {
    return this.listHidden || (this.settingsOpen && !this.listWanted && this.room < NARROW);
  }

  private readonly toggleSettings = async () => {
    if (!this.settingsOpen) await import('../settings/document-settings.ts');
    this.settingsOpen = !this.settingsOpen;
    this.listWanted = false;
    this.space.compiler.countSlides(this.settingsOpen);
    if (!this.settingsOpen) this.preview.focusSettings();
  };

  private readonly chooseSetting = (event: CustomEvent<SettingChoice>) => {
    const [chooser] = event.composedPath();
    // A choice that was refused is shown no longer.
    void this.edits.chooseSetting(event.detail, () => (chooser as LitElement).requestUpdate());
  };

  private readonly toggleList = () => {
    if (this.listGone && !this.listHidden) {
      this.listWanted = true;
      return;
    }
    this.listHidden = !this.listHidden;
    setPreference('list-hidden', String(this.listHidden));
  };

  private resizeList(event: CustomEvent<number>): void {
    this.listWidth = event.detail;
    setPreference('list-width', String(event.detail));
  }

  private resizePreview(event: CustomEvent<number>): void {
    const { list } = paneWidths(this.room, this.listGone, this.listWidth, this.previewShare);
    this.previewShare = event.detail / (this.room - list);
    setPreference('preview-share', String(this.previewShare));
  }

  private readonly keyed = (event: KeyboardEvent) => {
    const shortcut = shortcutOf(event);
    if (!shortcut) return;
    event.preventDefault();
    this.shortcuts[shortcut]();
  };

  private readonly shortcuts: Readonly<Record<Shortcut, () => unknown>> = {
    present: () => this.preview.present('start'),
    'present-current': () => this.preview.present('current'),
    print: () => this.print(),
    save: () => this.library.save(),
    'save-as': () => this.library.saveAs(),
    keys: () => this.keyList.open(),
    find: () => this.editor.search(),
    replace: () => this.editor.search('replace'),
    undo: () => this.editor.undo(),
    redo: () => this.editor.redo(),
    'next-diagnostic': () => this.editor.goToDiagnostic(1),
    'previous-diagnostic': () => this.editor.goToDiagnostic(-1),
  };
}
