import type { PreviewResult } from '../../compile/protocol.ts';
import type { Encoding } from '../../import/bytes.ts';
import { Drafts } from '../../library/browser/drafts.ts';
import { DRAFTS_DATABASE, IndexedRecords } from '../../library/browser/indexed-records.ts';
import { acquireTabId, isTabOpen } from '../../library/browser/tab-lease.ts';
import { freeFileName, splitName } from '../../library/free-name.ts';
import type { SpeechFile, SpeechListing, WrittenSpeech } from '../../library/protocol.ts';
import { preference, setPreference } from '../preferences/preferences.ts';
import { TaskList } from '../tasks/task-list.ts';
import { AutoVersioning } from './auto-versioning.ts';
import { DraftRecovery, type FoundDrafts, findDrafts } from './draft-recovery.ts';
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

/** A speech that is going to be shown. */
interface FoundSpeech {
  readonly file: SpeechFile;
  readonly left: FoundDrafts;
}

/**
 * What is open and where it stands: the list, one session, one pipeline. Elements read its fields and call
 * its methods; it calls `changed` when a field has another value.
 */
export class Workspace {
  session: SpeechSession | undefined;
  /** Keeps states of the open speech. */
  versions: AutoVersioning | undefined;
  /** How the open file was decoded; the user may say otherwise until it is edited. */
  decoding: { readonly encoding: Encoding; readonly doubtful: boolean } | undefined;
  /** What became of edits that a page before this one could not save. */
  recovery: DraftRecovery | undefined;
  /** What is told until it is put away. */
  readonly news = new Notifications(() => this.changed());

  /** What takes its time. */
  readonly work = new TaskList(() => this.changed());
  private readonly tab = acquireTabId();
  readonly desk = new LibraryController(this.tab, () => this.changed());
  private pictures: PictureData | undefined;
  private readonly drafts = new Drafts(
    browserStorage(),
    this.tab,
    IndexedRecords.opening(DRAFTS_DATABASE),
    isTabOpen,
  );
  /** Deck, handout and repairs of the open speech. */
  readonly live = new PreviewCompiler({
    name: () => this.name,
    text: () => this.editor().text,
    snapshot: () => this.editor().snapshot(),
    isStill: (snapshot) => this.editor().isStill(snapshot),
    settled: () => this.editor().settled(),
    pictures: () => this.pictures,
    changed: () => this.changed(),
    work: this.work,
  });
  private opening = 0;
  /** Ends what is said of the speech that is on its way. */
  private reading: (() => void) | undefined;
  /** Was let go of because its file moves or goes: there is no way back to it. */
  private releasedSession: SpeechSession | undefined;
  /** Resolves when the speech that was asked for last is shown, or could not be opened. Never rejects. */
  opened: Promise<void> = Promise.resolve();
  /** The open speech is called so now, though it is not open again yet. */
  private movedTo: string | undefined;
  /** Revisions by name, as the library told them last. */
  private knownRevisions: Readonly<Record<string, string>> = {};
  /** The user has changed something since the page was loaded. */
  private edited = false;

  constructor(
    private readonly editor: () => EditorPort,
    private readonly changed: () => void,
  ) {}

  get outcome(): PreviewResult | undefined {
    return this.live.outcome;
  }

  get listing(): SpeechListing | undefined {
    return this.desk.listing;
  }

  get listError(): unknown {
    return this.desk.listError;
  }

  /** Name of the open speech; empty when none is. */
  get name(): string {
    return this.session?.name ?? '';
  }

  /** Lists the folder, opens the first speech and begins to listen. @returns stops listening */
  start(): () => void {
    void this.openFirst();
    const stopFeed = this.desk.watch(({ revisions }) => {
      this.knownRevisions = revisions;
      void this.session?.revisionChanged(revisions[this.name]);
    });
    const stopPage = listenToPage({
      addressed: (name) => void this.open(name),
      leaving: () => this.session?.leave(),
      returned: () => this.session?.dirty && void this.session.save(),
      wouldLose: () => this.wouldBeLost,
    });
    return () => {
      stopFeed();
      stopPage();
    };
  }

  private async openFirst(): Promise<void> {
    await this.desk.refresh();
    const { names } = this.desk;
    const first = firstToOpen(names, speechInAddress(location.hash), preference('last-speech'));
    // Somebody who opened a file before the list was there wants to see that one.
    const before = this.opening;
    if (!first || before !== 0) return;
    await this.open(first);
    const other = firstToOpen(names, undefined, preference('last-speech'));
    if (this.session || this.opening !== before + 1 || !other || names.includes(first)) return;
    // An address of a speech that is no more: it is said, over a speech there is rather than over nothing.
    const { openError } = this.news;
    await this.open(other);
    if (this.name === other) this.news.refuse(openError);
  }

  /**
   * Opens a speech; if that fails, the one that is open stays. Where it is open, no other is on its way any more.
   *
   * @param again also if it is open: it was let go
   */
  open(name: string, again = false): Promise<void> {
    this.opened = this.openNow(name, again);
    return this.opened;
  }

  private async openNow(name: string, again: boolean): Promise<void> {
    if (name === this.name && !this.news.openError && !again) return this.cancelOpening();
    const number = this.beginOpening();
    const { session } = this;
    const back = session && session !== this.releasedSession;
    const found = this.work.begin('work.read', back ? () => this.cancelOpening() : undefined);
    this.reading = found;
    // Its own file is read when it has the text: what was read before would be older, and shown as saved.
    const same = name === session?.name;
    try {
      if (same) await session?.close();
      const speech = await this.find(name);
      if (number !== this.opening) return;
      if (!same) await session?.close();
      if (number === this.opening) await this.show(speech);
    } catch (error) {
      if (number !== this.opening) return;
      this.news.openError = error;
      this.changed();
    } finally {
      found();
      if (this.reading === found) this.reading = undefined;
      // Where it is still the one that is shown.
      if (session === this.session) session?.resume();
    }
  }

  /** What was on its way is not wanted any more. @returns the number of what is asked for now */
  private beginOpening(): number {
    this.reading?.();
    this.reading = undefined;
    return ++this.opening;
  }

  /** Who does not want to wait for a speech stays with the one that is open. */
  private cancelOpening(): void {
    const { session } = this;
    if (!this.reading || !session || session === this.releasedSession) return;
    this.beginOpening();
    this.opened = Promise.resolve();
    session.resume();
    this.setAddress(session.name);
  }

  /** A speech, and what may be left of it: both before it is shown. */
  private async find(name: string, encoding?: Encoding): Promise<FoundSpeech> {
    const library = await this.desk.opened;
    const firstEver = preference('last-speech') === undefined;
    const [file, left] = await Promise.all([
      library.read(name, encoding),
      findDrafts(this.drafts, library, name, firstEver ? 0 : undefined),
    ]);
    return { file, left };
  }

  /** @throws LibraryError, which the dialogue shows */
  async create(name: string, text = ''): Promise<void> {
    await (await this.desk.opened).create(name, text);
    await this.desk.refresh();
    await this.open(name);
  }

  /** Name for a new speech, without extension. */
  suggestName(stem: string): string {
    return splitName(freeFileName(this.desk.names, `${stem}.txt`)).stem;
  }

  /** Saves and lets go of the open speech before its file moves; its text stays in view. */
  async release(): Promise<void> {
    this.releasedSession = this.session;
    await this.session?.close();
    await this.recovery?.settled;
  }

  /** The speech that was let go is called so now. What is typed until it is open again goes along. */
  moved(name: string): void {
    this.movedTo = name;
    this.setAddress(name);
  }

  /** A page that is reloaded has to find this speech. */
  private setAddress(name: string): void {
    setPreference('last-speech', name);
    history.replaceState(null, '', addressOf(name));
  }

  /** No speech is open. */
  clear(): void {
    this.beginOpening();
    this.session?.end();
    this.session = this.decoding = this.recovery = undefined;
    this.live.begin('');
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
    return keepPicture(await this.desk.opened, file.name, await bytesOf(file));
  }

  /** Reads the open file again in the encoding the user names. Edits are saved first. */
  decodeAs(encoding: Encoding): Promise<void> {
    this.opened = this.decodeNow(encoding);
    return this.opened;
  }

  private async decodeNow(encoding: Encoding): Promise<void> {
    const { session } = this;
    if (!session) return;
    const number = this.beginOpening();
    try {
      await session.close();
      const found = await this.find(session.name, encoding);
      if (number === this.opening) await this.show(found, true);
    } catch (error) {
      this.news.openError = error;
      this.changed();
    } finally {
      if (session === this.session) session.resume();
    }
  }

  /** The text changed, outside any composition. */
  textChanged(byUser: boolean): void {
    if (byUser) {
      this.edited = true;
      this.desk.askToStay();
      this.session?.edited();
      this.versions?.edited();
      // The way back would lose these edits; the versions and undo still have it.
      this.news.wentBack = undefined;
    } else if (this.news.wentBack && this.news.wentBack.after !== this.text) {
      // Somebody else's edits: the way back would lose those.
      this.news.wentBack = undefined;
    }
    this.live.textChanged();
  }

  /** Closing the page would lose text of the user's: neither library nor drafts have it. */
  private get wouldBeLost(): boolean {
    const unkept = this.desk.library?.lasting === false && this.edited;
    return unkept || this.session?.wouldLose === true;
  }

  /** The text as it is. */
  get text(): string {
    return this.editor().text;
  }

  /** Puts an older text in place of the present one, as an edit of the user's. @param time when it was, ms since 1970 */
  goBackTo(text: string, time: number): void {
    this.news.wentBack = { time, before: this.text, after: text };
    this.session?.replace(text);
    this.changed();
  }

  /** Takes the last {@link goBackTo} back. */
  undoGoingBack(): void {
    const { wentBack } = this.news;
    this.news.wentBack = undefined;
    if (wentBack) this.session?.replace(wentBack.before);
    this.changed();
  }

  /** Conflict: the user's text goes to a file of its own, the file's is shown. */
  async keepBoth(copyName: (stem: string) => string): Promise<void> {
    const { session } = this;
    if (!session) return;
    const { stem, extension } = splitName(session.name);
    const copy = freeFileName(this.desk.names, copyName(stem) + extension);
    const library = await this.desk.opened;
    let written: WrittenSpeech | undefined;
    const done = await session.takeTheirs(async (text) => {
      written = written
        ? await library.write(copy, text, written.revision)
        : await library.create(copy, text);
    });
    if (done && session === this.session) this.news.keptCopy = copy;
    if (written) await this.desk.refresh();
  }

  /** @param chosen true if the user named the file's encoding */
  private async show({ file, left }: FoundSpeech, chosen = false): Promise<void> {
    const { name } = file;
    const library = await this.desk.opened;
    this.pictures ??= library.kind === 'browser' ? new PictureData(library) : undefined;
    const editor = this.editor();
    this.live.begin(name);
    this.news.begin();
    this.decoding = {
      encoding: file.encoding,
      doubtful: chosen || file.encoding !== 'utf-8' || !file.confident,
    };
    const before = this.session;
    const same = before && !chosen && (before.name === name || this.movedTo === name);
    const typed = same ? before.unsaved : undefined;
    this.movedTo = undefined;
    before?.end(same);
    if (typed && before && before.name !== name) this.drafts.acknowledge(before.name, typed.text);
    editor.open(file.text);
    this.versions?.close();
    const versions = new AutoVersioning(library, name, file.text, () => this.editor().text);
    this.versions = versions;
    const session = new SpeechSession(file, library, this.drafts, {
      text: () => this.editor().text,
      replaceText: (text) => this.editor().replaceText(text),
      sessionChanged: () => this.changed(),
      replacing: (text) => versions.keep('before-choice', undefined, text),
      refused: (error) => this.news.refuse(error),
    });
    const edits = new DraftRecovery(this.drafts, session, library, file, {
      names: () => this.desk.names,
      added: () => this.desk.refresh(),
      changed: () => this.changed(),
    });
    this.session = session;
    this.recovery = edits;
    this.setAddress(name);
    // Who does not want to wait for a long speech goes back to the one before.
    const back = before && before !== this.releasedSession && before.name !== name ? before.name : undefined;
    this.live.awaited('work.open', back === undefined ? undefined : () => void this.open(back));
    if (typed) {
      if (typed.text !== file.text) session.beginWithDraft(typed, typed.revision, file);
    } else edits.restore(left.drafts);
    this.live.preview();
    this.changed();
    // Somebody may have written while it was being opened.
    const told = this.knownRevisions[name];
    if (told !== undefined) void session.revisionChanged(told);
    // Where another is shown by then, it is asked for again when this one is opened again.
    if (!typed)
      void left.late?.then((drafts) => (session === this.session ? edits.recoverLate(drafts) : undefined));
  }
}

function browserStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined; // switched off
  }
}
