import type { PreviewResult } from '../../compile/protocol.ts';
import type { Language } from '../../i18n/language.ts';
import type { Encoding } from '../../import/bytes.ts';
import { Drafts } from '../../library/browser/drafts.ts';
import { DRAFTS_DATABASE, IndexedRecords } from '../../library/browser/indexed-records.ts';
import { acquireTabId, isTabOpen } from '../../library/browser/tab-lease.ts';
import { freeFileName, splitName } from '../../library/free-name.ts';
import type { SpeechFile, WrittenSpeech } from '../../library/protocol.ts';
import { preference, setPreference } from '../preferences/preferences.ts';
import { TaskList } from '../tasks/task-list.ts';
import { AutoVersioning } from './auto-versioning.ts';
import { DraftRecovery, type DraftSearch, findDrafts } from './draft-recovery.ts';
import { bytesOf, keepPicture } from './incoming-files.ts';
import { LibraryController } from './library-controller.ts';
import { Notifications } from './notifications.ts';
import { listenToPage } from './page-events.ts';
import { PictureData } from './picture-data.ts';
import { PreviewCompiler } from './preview-compiler.ts';
import { addressOf, firstToOpen, speechInAddress } from './speech-address.ts';
import { SpeechSession } from './speech-session.ts';

/** The editor, as far as the workspace needs it. */
export interface EditorPort {
  readonly text: string;
  /** The text as it is now, for {@link isStill}. */
  snapshot(): unknown;
  isStill(snapshot: unknown): boolean;
  open(text: string): void;
  replaceText(text: string): void;
  /** Resolves when no input method is composing. */
  settled(): Promise<void>;
}

/**
 * What is open: the list, one session, one compiler. Elements read its fields and call its methods; it calls `changed`
 * when a field has another value.
 */
export class Workspace {
  session: SpeechSession | undefined;
  /** Keeps versions of the open speech. */
  versions: AutoVersioning | undefined;
  /** How the open file was decoded; the user may say otherwise until it is edited. */
  decoding: { readonly encoding: Encoding; readonly doubtful: boolean } | undefined;
  /** What became of drafts of the open speech. */
  recovery: DraftRecovery | undefined;
  /** What is shown until it is dismissed. */
  readonly notifications = new Notifications(() => this.changed());

  /** Long tasks, shown with their progress. */
  readonly tasks = new TaskList(() => this.changed());
  private readonly tab = acquireTabId();
  readonly library = new LibraryController(this.tab, () => this.changed());
  private pictures: PictureData | undefined;
  private readonly drafts = new Drafts(IndexedRecords.opening(DRAFTS_DATABASE), this.tab, isTabOpen);
  /** Deck, handout and repairs of the open speech. */
  readonly compiler = new PreviewCompiler({
    name: () => this.name,
    text: () => this.editor().text,
    snapshot: () => this.editor().snapshot(),
    isStill: (snapshot) => this.editor().isStill(snapshot),
    settled: () => this.editor().settled(),
    pictures: () => this.pictures,
    changed: () => this.changed(),
    work: this.tasks,
  });
  /** The request for a speech that is being answered; the next one aborts it. */
  private request: AbortController | undefined;
  /** Its file moves or is deleted: the session cannot be returned to. */
  private releasedSession: SpeechSession | undefined;
  /** Resolves when the last request is answered: the speech is shown, or cannot be opened. Never rejects. */
  opened: Promise<void> = Promise.resolve();
  /** New name of the open speech, until it is opened under it. */
  private movedTo: string | undefined;
  /** Revisions by name, as the library reported them last. */
  private knownRevisions: Readonly<Record<string, string>> = {};
  /** The user has edited since the page was loaded. */
  private edited = false;

  constructor(
    private readonly editor: () => EditorPort,
    private readonly changed: () => void,
    /** Of the interface: a first visit opens a sample that its reader knows. */
    private readonly language: () => Language = () => 'zh-Hans',
  ) {}

  get result(): PreviewResult | undefined {
    return this.compiler.result;
  }

  /** Name of the open speech; empty when none is. */
  get name(): string {
    return this.session?.name ?? '';
  }

  /** Lists the library, opens the first speech and listens to changes. @returns stops listening */
  start(): () => void {
    void this.openFirst();
    const stopFeed = this.library.watch(({ revisions }) => {
      this.knownRevisions = revisions;
      void this.session?.revisionChanged(revisions[this.name]);
    });
    const stopPage = listenToPage({
      addressed: (name) => void this.open(name),
      leaving: () => this.session?.dispatch({ type: 'leave' }),
      returned: () => this.session?.dirty && void this.session.save(),
      wouldLose: () => this.wouldBeLost,
    });
    return () => {
      stopFeed();
      stopPage();
    };
  }

  private async openFirst(): Promise<void> {
    const before = this.opened;
    await this.library.refresh();
    const { names } = this.library;
    const first = firstToOpen(
      names,
      speechInAddress(location.hash),
      preference('last-speech'),
      this.language(),
    );
    // A file that the user opened before the list was there is what is wanted.
    if (!first || this.opened !== before) return;
    const opened = this.open(first);
    await opened;
    const other = firstToOpen(names, undefined, preference('last-speech'), this.language());
    if (this.session || this.opened !== opened || !other || names.includes(first)) return;
    // The address names a speech that does not exist: the error is shown over another speech rather than over none.
    const { openError } = this.notifications;
    await this.open(other);
    if (this.name === other) this.notifications.refuse(openError);
  }

  /**
   * Opens a speech; where that fails, the open one stays. For the open one: whatever else was requested is cancelled.
   *
   * @param again reads the speech also if it is open: it was released
   */
  open(name: string, again = false): Promise<void> {
    const isOpen = name === this.name && !this.notifications.openError && !again;
    this.opened = isOpen ? Promise.resolve(this.cancelOpening()) : this.answer(name);
    return this.opened;
  }

  /** Reads the open speech again in the encoding the user names. Edits are saved first. */
  decodeAs(encoding: Encoding): Promise<void> {
    if (this.session) this.opened = this.answer(this.name, encoding);
    return this.opened;
  }

  /** Answers a request. Never rejects. */
  private async answer(name: string, encoding?: Encoding): Promise<void> {
    this.request?.abort();
    this.request = new AbortController();
    const { signal } = this.request;
    const { session } = this;
    const canReturn = session && session !== this.releasedSession;
    const end = this.tasks.begin('work.read', canReturn ? () => this.cancelOpening() : undefined);
    signal.addEventListener('abort', end);
    // Reopening the open speech: save, then read; otherwise old content shows as saved.
    const same = name === session?.name;
    try {
      if (same) await session?.release();
      const [file, search] = await this.find(name, encoding);
      if (signal.aborted) return;
      if (!same) await session?.release();
      if (!signal.aborted) await this.show(file, search, encoding !== undefined);
    } catch (error) {
      if (!signal.aborted) this.notifications.refuse(error);
    } finally {
      end();
      if (!signal.aborted) this.request = undefined;
      if (session === this.session) session?.dispatch({ type: 'resume' });
    }
  }

  /** The user stays with the open speech rather than wait for another. */
  private cancelOpening(): void {
    const { session } = this;
    if (!this.request || !session || session === this.releasedSession) return;
    this.request.abort();
    this.request = undefined;
    this.opened = Promise.resolve();
    session.dispatch({ type: 'resume' });
    this.setAddress(session.name);
  }

  /** Reads a speech and seeks drafts of it: both before it is shown, so that what is typed follows them. */
  private async find(name: string, encoding?: Encoding): Promise<[SpeechFile, DraftSearch]> {
    const library = await this.library.opened;
    const isFirstEver = preference('last-speech') === undefined;
    const search = findDrafts(this.drafts, library, name, isFirstEver ? 0 : undefined);
    return Promise.all([library.read(name, encoding), search]);
  }

  /** Creates a speech and opens it, unless another was requested meanwhile. @throws LibraryError */
  async create(name: string, text = ''): Promise<void> {
    const before = this.opened;
    await (await this.library.opened).create(name, text);
    await this.library.refresh();
    if (this.opened === before) await this.open(name);
  }

  /** A free name for a new speech, without extension. */
  suggestName(stem: string): string {
    return splitName(freeFileName(this.library.names, `${stem}.txt`)).stem;
  }

  /** Saves and releases the open speech before its file moves or is deleted; its text stays in view. */
  async release(): Promise<void> {
    this.releasedSession = this.session;
    await this.session?.release();
    await this.recovery?.settled;
  }

  /** A speech has another name. Of the open one, what is typed until it is opened again goes along (R13). */
  renamed(name: string, to: string): void {
    void this.drafts.rename(name, to);
    if (name !== this.name) return;
    this.movedTo = to;
    this.setAddress(to);
  }

  /** Names the speech in the address, and remembers it: after a reload it is opened. */
  private setAddress(name: string): void {
    setPreference('last-speech', name);
    history.replaceState(null, '', addressOf(name));
  }

  /** No speech is open. */
  clear(): void {
    this.request?.abort();
    this.request = undefined;
    this.session?.close();
    this.session = this.decoding = this.recovery = undefined;
    this.compiler.begin('');
    this.editor().open('');
    history.replaceState(null, '', location.pathname + location.search);
    this.changed();
  }

  /**
   * Keeps a picture beside the speeches.
   *
   * @returns the name it has there
   * @throws LibraryError
   */
  async addPicture(file: File): Promise<string> {
    return keepPicture(await this.library.opened, file.name, await bytesOf(file));
  }

  /** The text changed, outside any composition. */
  textChanged(byUser: boolean): void {
    if (byUser) {
      this.edited = true;
      this.library.askToStay();
      this.session?.dispatch({ type: 'edited' });
      this.versions?.edited();
    }
    // Undoing the restore would lose these edits, the user's or merged ones; versions have the text before it.
    if (byUser || this.notifications.wentBack?.after !== this.text) this.notifications.wentBack = undefined;
    this.compiler.textChanged();
  }

  /** Closing the page would lose edits: neither library nor drafts have them (D9). */
  private get wouldBeLost(): boolean {
    const unkept = this.library.store?.lasting === false && this.edited;
    return unkept || (this.session?.dirty === true && this.session.draftRefused);
  }

  /** Names of the pictures of the open speech whose addresses in the result are their data. */
  async pictureNames(): Promise<ReadonlyMap<string, string>> {
    return (await this.pictures?.names()) ?? new Map();
  }

  /** The editor's text. */
  get text(): string {
    return this.editor().text;
  }

  /** Shows the text of a version, as an edit of the user's (V8). @param time of the version, ms since 1970 */
  goBackTo(text: string, time: number): void {
    this.notifications.wentBack = { time, before: this.text, after: text };
    this.session?.replace(text);
    this.changed();
  }

  /** Undoes the last {@link goBackTo}. */
  undoGoingBack(): void {
    const { wentBack } = this.notifications;
    this.notifications.wentBack = undefined;
    if (wentBack) this.session?.replace(wentBack.before);
    this.changed();
  }

  /** In a conflict: the user's text becomes a speech of its own, the file's is shown. */
  async keepBoth(copyName: (stem: string) => string): Promise<void> {
    const { session } = this;
    if (!session) return;
    const { stem, extension } = splitName(session.name);
    const copy = freeFileName(this.library.names, copyName(stem) + extension);
    const library = await this.library.opened;
    let written: WrittenSpeech | undefined;
    const done = await session.takeTheirs(async (text) => {
      written = written
        ? await library.write(copy, text, written.revision)
        : await library.create(copy, text);
    });
    if (done && session === this.session) this.notifications.keptCopy = copy;
    if (written) await this.library.refresh();
  }

  /** @param chosen the user named the encoding */
  private async show(file: SpeechFile, search: DraftSearch, chosen: boolean): Promise<void> {
    const { name } = file;
    const library = await this.library.opened;
    this.pictures ??= library.kind === 'browser' ? new PictureData(library) : undefined;
    const editor = this.editor();
    this.compiler.begin(name);
    this.notifications.begin();
    this.decoding = {
      encoding: file.encoding,
      doubtful: chosen || file.encoding !== 'utf-8' || !file.confident,
    };
    const before = this.session;
    const same = before && !chosen && (before.name === name || this.movedTo === name);
    const typed = same ? before.unsaved : undefined;
    this.movedTo = undefined;
    before?.close(same);
    if (typed && before && before.name !== name) this.drafts.acknowledge(before.name, typed.text);
    editor.open(file.text);
    this.versions?.close();
    const versions = new AutoVersioning(library, name, file.text, () => this.editor().text);
    this.versions = versions;
    const session = new SpeechSession(file, library, this.drafts, {
      text: () => this.editor().text,
      replaceText: (text) => this.editor().replaceText(text),
      sessionChanged: () => this.changed(),
      keepReplaced: (text) => versions.keep('before-choice', undefined, text),
      refused: (error) => this.notifications.refuse(error),
    });
    const recovery = new DraftRecovery(this.drafts, session, library, file, {
      names: () => this.library.names,
      added: () => this.library.refresh(),
      changed: () => this.changed(),
    });
    this.session = session;
    this.recovery = recovery;
    this.setAddress(name);
    // While a long speech is compiled, the user can return to the one before.
    const back = before && before !== this.releasedSession && before.name !== name ? before.name : undefined;
    this.compiler.awaited('work.open', back === undefined ? undefined : () => void this.open(back));
    if (!typed) this.recover(recovery, search);
    else if (typed.text !== file.text)
      session.dispatch({ type: 'restore', text: typed.text, base: typed.revision, file });
    this.compiler.preview();
    this.changed();
    // The file may have changed since it was read.
    const revision = this.knownRevisions[name];
    if (revision !== undefined) void session.revisionChanged(revision);
  }

  private recover(recovery: DraftRecovery, search: DraftSearch): void {
    if ('found' in search) recovery.restore(search.found);
    // Another speech may be open by then: drafts of this one are sought again when it is opened again.
    else
      void search.late.then((found) =>
        recovery === this.recovery ? recovery.recoverLate(found) : undefined,
      );
  }
}
