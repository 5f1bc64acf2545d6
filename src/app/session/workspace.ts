import type { Encoding } from '../../read/bytes.ts';
import type { ReadingProblem, RepairKind } from '../../read/types.ts';
import { Drafts } from '../../store/drafts.ts';
import { freeFileName, splitName } from '../../store/free-name.ts';
import { claimPageId, isPageAlive } from '../../store/page-id.ts';
import type { SpeechFile, SpeechListing } from '../../store/protocol.ts';
import { LibraryDesk } from '../library/library-desk.ts';
import { Pipeline } from '../pipeline/pipeline.ts';
import type { Outcome } from '../pipeline/protocol.ts';
import type { TextDifference } from '../pipeline/text-difference.ts';
import { keepPicture } from './incoming-files.ts';
import { PictureData } from './picture-data.ts';
import { remember, remembered } from './remembered.ts';
import { keepRepairChoices, type RepairChoices, repairChoices, toggled } from './repair-choices.ts';
import { addressOf, firstToOpen, speechInAddress } from './speech-address.ts';
import { SpeechSession } from './speech-session.ts';

/** The editor, as far as the workspace needs it. */
export interface TextSurface {
  readonly text: string;
  open(text: string): void;
  replaceText(text: string): void;
}

/** A file from outside that could not become a speech. */
export interface RefusedFile {
  readonly name: string;
  readonly error: unknown;
}

/** Numbers of what an archive brought, and of what was here already. */
export interface ImportedArchive {
  readonly speeches: number;
  readonly pictures: number;
  readonly same: number;
}

/** Several keys in this time give one preview, ms. */
const PREVIEW_PAUSE = 30;

/**
 * What is open and where it stands: the list, one session, one pipeline. Elements read its fields and call
 * its methods; it calls `changed` when a field has another value.
 */
export class Workspace {
  session: SpeechSession | undefined;
  outcome: Outcome | undefined;
  /** Pages of the open speech against their handout. */
  pages: TextDifference | undefined;
  /** How the open file was decoded; the user may say otherwise until it is edited. */
  decoding: { readonly encoding: Encoding; readonly doubtful: boolean } | undefined;
  choices: RepairChoices = { disabled: [], undone: [] };
  /** Why the last speech could not be opened; the one before stays. */
  openError: unknown;
  /** A bug of ours in the pipeline. */
  fault: string | undefined;
  /** Time of the draft that was brought back, ms since 1970. */
  restored: number | undefined;
  /** First visit: one sentence says what to do. */
  welcome: true | undefined = remembered('welcomed') ? undefined : true;
  /** What an opened Word or HTML file held that could not be taken over; told once. */
  leftOut: readonly ReadingProblem[] = [];
  /** Files from outside that were not taken, and why; told once. */
  refused: readonly RefusedFile[] = [];
  /** What an archive brought; told once. */
  imported: ImportedArchive | undefined;
  /** Name of the copy made by “keep both”. */
  keptCopy: string | undefined;

  private readonly page = claimPageId();
  readonly desk = new LibraryDesk(this.page, () => this.changed());
  private pictures: PictureData | undefined;
  private readonly drafts = new Drafts(browserStorage(), this.page, isPageAlive);
  private readonly pipeline = new Pipeline({
    outcome: (outcome) => void this.receive(outcome),
    fault: (reason) => {
      this.fault = reason;
      this.changed();
    },
  });
  private previewTimer: ReturnType<typeof setTimeout> | undefined;
  private opening = 0;

  constructor(
    private readonly editor: () => TextSurface,
    private readonly changed: () => void,
  ) {}

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
    void this.desk.refresh().then(() => {
      const inAddress = speechInAddress(location.hash);
      const first = firstToOpen(this.desk.names, inAddress, remembered('last-speech'));
      // Somebody who opened a file before the list was there wants to see that one.
      if (first && this.opening === 0) void this.open(first);
    });
    const stopFeed = this.desk.watch(({ revisions }) => void this.session?.folderSays(revisions[this.name]));
    const hashChanged = () => {
      const name = speechInAddress(location.hash);
      if (name && name !== this.name) void this.open(name);
    };
    const leaving = () => this.session?.leave();
    const hidden = () => document.visibilityState === 'hidden' && leaving();
    addEventListener('hashchange', hashChanged);
    addEventListener('pagehide', leaving);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      stopFeed();
      removeEventListener('hashchange', hashChanged);
      removeEventListener('pagehide', leaving);
      document.removeEventListener('visibilitychange', hidden);
    };
  }

  /**
   * Opens a speech; if that fails, the one that is open stays.
   *
   * @param again also if it is open: it was let go
   */
  async open(name: string, again = false): Promise<void> {
    if (name === this.name && !this.openError && !again) return;
    const number = ++this.opening;
    try {
      const file = await (await this.desk.opened).read(name);
      if (number !== this.opening) return;
      await this.session?.close();
      if (number === this.opening) await this.show(file);
    } catch (error) {
      if (number !== this.opening) return;
      this.openError = error;
      this.changed();
    }
  }

  /** @throws StoreError, which the dialogue shows */
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
  async letGo(): Promise<void> {
    await this.session?.close();
  }

  /** No speech is open. */
  clear(): void {
    this.opening++;
    this.session = this.outcome = this.pages = this.decoding = undefined;
    this.editor().open('');
    history.replaceState(null, '', location.pathname + location.search);
    this.changed();
  }

  /** Tells what was refused, until it is put away. */
  refuse(error: unknown): void {
    this.openError = error;
    this.changed();
  }

  /** Tells what files from outside held that could not be taken over, and which were refused. */
  tellAdopted(
    problems: readonly ReadingProblem[],
    refused: readonly RefusedFile[],
    imported?: ImportedArchive,
  ): void {
    this.leftOut = problems;
    this.imported = imported;
    this.refused = refused;
    this.changed();
  }

  /**
   * Keeps a picture beside the speeches.
   *
   * @returns the name it has there
   * @throws StoreError
   */
  async adoptPicture(file: File): Promise<string> {
    return keepPicture(await this.desk.opened, file.name, new Uint8Array(await file.arrayBuffer()));
  }

  /** Reads the open file again in the encoding the user names. Edits are saved first. */
  async decodeAs(encoding: Encoding): Promise<void> {
    const { session } = this;
    if (!session) return;
    const number = ++this.opening;
    try {
      await session.close();
      const file = await (await this.desk.opened).read(session.name, encoding);
      if (number === this.opening) await this.show(file, true);
    } catch (error) {
      this.openError = error;
      this.changed();
    }
  }

  /** The text changed, outside any composition. */
  textChanged(byUser: boolean): void {
    if (byUser) this.session?.edited();
    this.previewTimer ??= setTimeout(() => this.preview(), PREVIEW_PAUSE);
  }

  /** Conflict: the user's text goes to a file of its own, the file's is shown. */
  async keepBoth(copyName: (stem: string) => string): Promise<void> {
    const { session } = this;
    if (!session) return;
    const { stem, extension } = splitName(session.name);
    const copy = freeFileName(this.desk.names, copyName(stem) + extension);
    try {
      await (await this.desk.opened).create(copy, this.editor().text);
      session.takeTheirs();
      this.keptCopy = copy;
      await this.desk.refresh();
    } catch (error) {
      this.openError = error;
      this.changed();
    }
  }

  toggleKind(kind: RepairKind): void {
    this.choose({ ...this.choices, disabled: toggled(this.choices.disabled, kind) });
  }

  toggleRepair(key: string): void {
    this.choose({ ...this.choices, undone: toggled(this.choices.undone, key) });
  }

  /** Puts away what was told once. */
  dismiss(
    what: 'openError' | 'fault' | 'restored' | 'keptCopy' | 'welcome' | 'leftOut' | 'refused' | 'imported',
  ): void {
    if (what === 'leftOut' || what === 'refused') this[what] = [];
    else this[what] = undefined;
    if (what === 'welcome') remember('welcomed', 'yes');
    this.changed();
  }

  /** @param chosen true if the user named the file's encoding */
  private async show(file: SpeechFile, chosen = false): Promise<void> {
    const { name } = file;
    const library = await this.desk.opened;
    this.pictures ??= library.kind === 'browser' ? new PictureData(library) : undefined;
    const editor = this.editor();
    this.outcome = this.pages = this.openError = this.fault = this.restored = this.keptCopy = undefined;
    this.leftOut = this.refused = [];
    this.choices = repairChoices(name);
    this.decoding = {
      encoding: file.encoding,
      doubtful: chosen || file.encoding !== 'utf-8' || !file.confident,
    };
    editor.open(file.text);
    this.session = new SpeechSession(file, library, this.drafts, {
      text: () => this.editor().text,
      replaceText: (text) => this.editor().replaceText(text),
      sessionChanged: () => this.changed(),
    });
    remember('last-speech', name);
    if (speechInAddress(location.hash) !== name) history.replaceState(null, '', addressOf(name));
    this.preview();
    this.changed();
    await this.bringBackDraft(file);
  }

  /** Edits that never reached the file come back, and the user is told. */
  private async bringBackDraft(file: SpeechFile): Promise<void> {
    const { session } = this;
    const draft = await this.drafts.leftover(file.name);
    if (!draft || !session || session !== this.session) return;
    // What its page wrote later is newer: a killed browser forgets that the draft was done with.
    const own = file.writer?.page === draft.page;
    if (draft.text === file.text || (own && draft.time <= file.writer!.time))
      return this.drafts.discard(draft);
    this.drafts.adopt(draft);
    this.restored = draft.time;
    session.beginWithDraft(draft.text, own || draft.revision === file.revision, file);
  }

  private choose(choices: RepairChoices): void {
    this.choices = choices;
    keepRepairChoices(this.name, choices);
    this.preview();
    this.changed();
  }

  private preview(): void {
    clearTimeout(this.previewTimer);
    this.previewTimer = undefined;
    this.pipeline.request(() => ({
      text: this.editor().text,
      name: this.name,
      format: this.name.toLowerCase().endsWith('.md') ? 'markdown' : 'plain',
      ...this.choices,
    }));
  }

  private async receive(outcome: Outcome): Promise<void> {
    await this.pictures?.fill(outcome);
    if (outcome.name !== this.name || outcome.number < (this.outcome?.number ?? 0)) return;
    this.fault = undefined;
    this.outcome = outcome;
    this.changed();
  }
}

function browserStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined; // switched off
  }
}
