import { tick } from '../../library/browser/logical-clock.ts';
import { RevisionConflict } from '../../library/http/speech-client.ts';
import { LibraryError } from '../../library/library-error.ts';
import type { EditStamp, SpeechFile, WriteOptions, WrittenSpeech } from '../../library/protocol.ts';
import { mergeTexts } from './merge-texts.ts';
import { SessionDraft, type SessionDrafts } from './session-draft.ts';

/** Where the text stands: `data-state` of the save mark. */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict';

/** The folder, as far as one open speech needs it. */
export interface SessionFolder {
  read(name: string): Promise<SpeechFile>;
  write(name: string, text: string, revision: string, options?: WriteOptions): Promise<WrittenSpeech>;
  create(name: string, text: string): Promise<WrittenSpeech>;
}

/** The editor and the page around a session. */
export interface SessionHost {
  /** The text as it now is. */
  text(): string;
  /** Shows another text as one undoable step, the cursor staying where it makes sense. */
  replaceText(text: string): void;
  /** The user's choice is going to replace this text: resolves when it is kept. @throws what the library refuses */
  replacing(text: string): Promise<unknown>;
  /** What the user chose was not done. */
  refused(error: unknown): void;
  /** Something the page shows has changed. */
  sessionChanged(): void;
}

/** An edit goes to the file when typing has paused this long, ms. */
const SAVE_PAUSE = 250;
/** …and at the latest after this long, ms. */
const SAVE_LATEST = 400;
/** A refused write is tried again after this long, then twice as long, ms. */
const RETRY_FIRST = 4000;
const RETRY_LONGEST = 60_000;
/** Browsers finish a request behind a closed page only up to 64 KB. */
const LEAVING_BYTES = 60_000;

/**
 * One open speech between the editor, the file and the browser's storage. The editor's text is the truth;
 * this keeps it safe and says where it stands.
 *
 * Every edit goes to the file soon; what does not get there at once is a draft in the browser, which
 * goes when the file holds the same text. A file changed by somebody else is shown silently if there are no edits; edits to other
 * paragraphs are joined with the user's; else `conflict` asks. Nothing is ever written over a state of the
 * file that was not seen.
 */
export class SpeechSession {
  state: SaveState = 'saved';
  /** The file as somebody else left it, while the user has to choose. */
  conflict: SpeechFile | undefined;
  /** Why the last write failed. */
  refusal: Error | undefined;
  /** Edits of somebody else were joined with the user's; told until it is put away. */
  merged = false;
  /** A save had to change the encoding; told once. */
  converted: { from: string; original: string } | undefined;

  /** What the edits began from; undefined: a draft came back that began from another state of the file. */
  private saved: string | undefined;
  private revision: string;
  private encoding: string;
  private work: Promise<void> | undefined;
  private saveTimer: ReturnType<typeof setTimeout> | undefined;
  private firstEdit: number | undefined;
  private retryDelay = RETRY_FIRST;
  private closed = false;
  /** Another speech is shown: the editor's text is no longer this one's. */
  private ended = false;
  /** What the user chose in a conflict is being done. */
  private resolving = false;
  /** Texts on their way to the file, or whose answer never came: the file may hold one of them. */
  private readonly inFlight = new Set<string>();
  /** Drafts of other pages that the text goes on from. */
  private readonly supersedes: EditStamp[] = [];
  private readonly draft: SessionDraft;

  constructor(
    file: SpeechFile,
    private readonly folder: SessionFolder,
    drafts: SessionDrafts,
    private readonly host: SessionHost,
  ) {
    this.name = file.name;
    this.saved = file.text;
    this.revision = file.revision;
    this.encoding = file.encoding;
    this.draft = new SessionDraft(
      drafts,
      () => ({ name: this.name, text: host.text(), revision: this.revision, time: tick() }),
      () => host.sessionChanged(),
    );
  }

  readonly name: string;

  /** True when the file does not hold the editor's text. */
  get dirty(): boolean {
    return this.state !== 'saved';
  }

  /** The browser refused to keep a draft. */
  get draftRefused(): boolean {
    return this.draft.refused;
  }

  /** True when the file was deleted. */
  get gone(): boolean {
    return this.refusal instanceof LibraryError && this.refusal.code === 'not-found';
  }

  /** Closing the page now would lose what was typed last. */
  get wouldLose(): boolean {
    return this.dirty && (this.draftRefused || !this.draft.saveSync());
  }

  /** The user changed the text. */
  edited(): void {
    // Already so: nothing that is shown changes with a key.
    const said = this.state === 'conflict' || this.state === 'failed' || this.state === 'unsaved';
    if (!said) this.setState('unsaved');
    this.draft.edited();
    this.firstEdit ??= Date.now();
    const latest = this.firstEdit + SAVE_LATEST - Date.now();
    this.saveLater(Math.max(0, Math.min(SAVE_PAUSE, latest)));
  }

  /** Another text takes the place of this one, as an edit of the user's. */
  replace(text: string): void {
    this.host.replaceText(text);
    this.edited();
  }

  /** Writes the text now, if it needs to be. Resolves when the outcome is known; never rejects. */
  async save(): Promise<void> {
    clearTimeout(this.saveTimer);
    while (this.work) await this.work;
    if (this.closed || this.state === 'conflict') return;
    this.work = this.write().finally(() => {
      this.work = undefined;
    });
    await this.work;
  }

  /** The folder told a revision of this speech; undefined: the file is gone. */
  async revisionChanged(revision: string | undefined): Promise<void> {
    while (this.work) await this.work;
    // Back again: the file, or the server that did not answer.
    if (this.state === 'failed' && revision === this.revision) return this.save();
    // In a conflict there is news in it: what somebody else wrote is no more.
    if (this.closed || (revision === this.revision && !this.conflict)) return;
    // No revision at all is never the one the user is asked about: the file is gone.
    if (this.conflict && revision === this.conflict.revision) return;
    if (revision === undefined) return this.fail(new LibraryError('not-found', { name: this.name }));
    const known = this.revision;
    const file = await this.folder.read(this.name).catch(() => undefined);
    // A write of ours meanwhile: the folder will speak again.
    if (this.closed || !file || this.work || known !== this.revision) return;
    if (file.revision !== this.revision || this.conflict) this.reconcile(file);
  }

  /** The user's text wins. The file's own can be had back by undo. Never rejects. */
  async keepMine(): Promise<void> {
    const done = await this.choose(
      (theirs) => theirs.text,
      (text) => this.host.replacing(text),
      (theirs) => {
        const mine = this.host.text();
        this.host.replaceText(theirs.text);
        this.host.replaceText(mine);
        this.rebaseOn(theirs);
        this.setState('unsaved');
      },
    );
    if (done) await this.save();
  }

  /**
   * The file's text wins. The user's own can be had back by undo. Never rejects.
   *
   * @param keep keeps the user's text first, and what it becomes meanwhile
   * @returns false when the question stays, or is no more
   */
  takeTheirs(keep = (text: string) => this.host.replacing(text)): Promise<boolean> {
    return this.choose(
      () => this.host.text(),
      keep,
      (theirs) => {
        this.host.replaceText(theirs.text);
        this.rebaseOn(theirs);
        this.markSaved(theirs.text);
      },
    );
  }

  /**
   * Begins with text that never reached the file.
   *
   * @param revision what the draft's edits began from: if `file` is another by now, the user is asked
   */
  beginWithDraft({ text }: { text: string }, revision: string, file: SpeechFile): void {
    this.host.replaceText(text);
    if (revision !== file.revision) {
      // The draft goes on as what it is: were it kept as an edit of this file, it would win the next time.
      this.revision = revision;
      this.saved = undefined;
      this.enterConflict(file);
    }
    this.edited();
  }

  /** The text goes on from this draft of another page: with the next write it is done with, whatever the browser remembers. */
  supersede({ tab, time }: EditStamp): void {
    this.supersedes.push({ tab, time });
  }

  /** This is the text as it stands, kept or on its way. */
  holds(text: string): boolean {
    return !this.ended && text === this.host.text() && !this.draftRefused;
  }

  /** The user has read that edits were joined. */
  putAwayMerged(): void {
    this.merged = false;
    this.host.sessionChanged();
  }

  /** The file is gone: writes it anew. */
  async recreate(): Promise<void> {
    try {
      const text = this.host.text();
      const written = await this.folder.create(this.name, text);
      this.saved = text;
      this.revision = written.revision;
      this.markSaved(text);
    } catch (error) {
      this.fail(error);
    }
  }

  /** The page is going away: what can be done at once. */
  leave(): void {
    if (!this.dirty) return;
    this.draft.saveSync();
    const text = this.host.text();
    if (this.state === 'conflict' || this.isSaved(text) || text.length * 3 > LEAVING_BYTES) return;
    // A page that was only hidden goes on, and nobody hears the answer.
    this.inFlight.add(text);
    const { supersedes } = this;
    this.folder.write(this.name, text, this.revision, { leaving: true, supersedes }).catch(() => undefined);
  }

  /**
   * Lets go of the file, for another speech or because it is going to move: saves first. What the disk refuses stays as
   * a draft, and so does what is typed until {@link resume} or {@link end}.
   */
  async close(): Promise<void> {
    for (let text: string | undefined; !this.ended && this.dirty && text !== this.host.text(); ) {
      // Until nothing was typed meanwhile.
      text = this.host.text();
      await this.save();
      if (this.dirty) await this.draft.save();
    }
    this.closed = true;
    this.draft.stop();
    clearTimeout(this.saveTimer);
  }

  /** Nothing came of what the file was let go for: it is saved to as before. */
  resume(): void {
    if (!this.closed || this.ended) return;
    this.closed = false;
    if (this.dirty) this.saveLater(0);
  }

  /** The editor is going to show another text. @param moved it is this very text, in another file */
  end(moved = false): void {
    if (this.ended) return;
    // Typed since the file was let go.
    if (this.dirty && !moved) void this.draft.save();
    this.ended = this.closed = true;
    this.draft.end();
    clearTimeout(this.saveTimer);
  }

  /** Nothing has happened to the text since this was read, here or in the file. */
  isStill({ text, revision }: SpeechFile): boolean {
    return !this.dirty && revision === this.revision && text === this.host.text();
  }

  /** The text as it stands, and the state of the file it began from, where the file does not hold it. */
  get unsaved(): { readonly text: string; readonly revision: string } | undefined {
    return this.dirty ? { text: this.host.text(), revision: this.revision } : undefined;
  }

  private async write(): Promise<void> {
    const text = this.host.text();
    this.firstEdit = undefined;
    if (this.isSaved(text)) return this.markSaved(text);
    if (this.state !== 'failed') this.setState('saving');
    this.inFlight.add(text);
    try {
      const written = await this.folder.write(this.name, text, this.revision, {
        supersedes: this.supersedes,
      });
      this.inFlight.clear();
      this.saved = text;
      this.revision = written.revision;
      if (written.original) this.converted = { from: this.encoding, original: written.original };
      this.encoding = written.encoding;
      this.markSaved(text);
    } catch (error) {
      if (error instanceof RevisionConflict) this.reconcile(error.current);
      else this.fail(error);
    }
  }

  /** The file holds this text, as far as anybody can know: what was sent and not answered may have replaced it. */
  private isSaved(text: string): boolean {
    return text === this.saved && this.inFlight.size === 0 && !this.gone;
  }

  /** The file holds `text` now. */
  private markSaved(text: string): void {
    this.refusal = undefined;
    this.retryDelay = RETRY_FIRST;
    const same = this.host.text() === text;
    // A newer draft is put in the place of the one before: between taking that away and keeping this one nothing would be kept.
    if (same) this.draft.acknowledge(text);
    else void this.draft.save();
    this.setState(same ? 'saved' : 'unsaved');
    if (!same) this.saveLater(SAVE_PAUSE);
  }

  /** The file is another than the one our edits began from. */
  private reconcile(file: SpeechFile): void {
    // What the editor shows is no concern of ours any more.
    if (this.ended) return;
    const mine = this.host.text();
    if (mine === file.text) {
      this.rebaseOn(file);
      this.markSaved(mine);
    } else if (this.inFlight.has(file.text) || file.revision === this.revision) {
      // Our own, though we were never told, or what our edits began from: they go on from there.
      this.rebaseOn(file);
      this.setState('unsaved');
      this.draft.edited();
      this.saveLater(0);
    } else if (mine === this.saved) {
      this.rebaseOn(file);
      this.host.replaceText(file.text);
      this.markSaved(file.text);
    } else {
      const merged = this.saved === undefined ? undefined : mergeTexts(this.saved, mine, file.text);
      if (merged === undefined) this.enterConflict(file);
      else this.join(file, merged);
    }
  }

  /** The edits of both stand in the text. */
  private join(file: SpeechFile, merged: string): void {
    this.rebaseOn(file);
    this.host.replaceText(merged);
    this.merged = true;
    this.setState('unsaved');
    this.draft.edited();
    this.saveLater(SAVE_PAUSE);
  }

  private enterConflict(file: SpeechFile): void {
    this.conflict = file;
    this.setState('conflict');
    void this.draft.save();
  }

  /**
   * Does what the user chose in a conflict, once what it replaces is kept. The question stays where that is refused.
   *
   * @param replaced what is going to be replaced
   * @returns whether it was done
   */
  private async choose(
    replaced: (theirs: SpeechFile) => string,
    keep: (text: string) => Promise<unknown>,
    work: (theirs: SpeechFile) => void,
  ): Promise<boolean> {
    if (this.resolving) return false;
    this.resolving = true;
    try {
      // Until nothing has changed meanwhile, here or in the file.
      for (let kept: string | undefined; !this.ended && this.conflict; ) {
        const text = replaced(this.conflict);
        if (text === kept) {
          work(this.conflict);
          return true;
        }
        await keep(text);
        kept = text;
      }
    } catch (error) {
      if (!this.ended) this.host.refused(error);
    } finally {
      this.resolving = false;
    }
    return false;
  }

  private rebaseOn(file: SpeechFile): void {
    this.conflict = undefined;
    this.inFlight.clear();
    this.saved = file.text;
    this.revision = file.revision;
    this.encoding = file.encoding;
  }

  private fail(error: unknown): void {
    this.refusal = error instanceof Error ? error : new Error(String(error));
    // There is no file to choose from, or nobody to ask: when it is there again it is asked anew.
    this.conflict = undefined;
    void this.draft.save();
    this.setState('failed');
    // A deleted file is not written again behind the user's back.
    if (this.gone) return;
    this.saveLater(this.retryDelay);
    this.retryDelay = Math.min(RETRY_LONGEST, this.retryDelay * 2);
  }

  private saveLater(delay: number): void {
    clearTimeout(this.saveTimer);
    if (!this.closed) this.saveTimer = setTimeout(() => void this.save(), delay);
  }

  private setState(state: SaveState): void {
    this.state = state;
    this.host.sessionChanged();
  }
}
