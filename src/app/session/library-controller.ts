import type { Library } from '../../library/library.ts';
import { openLibrary } from '../../library/open-library.ts';
import {
  type FolderState,
  type RemovedSpeech,
  SERVED_MARK,
  type SpeechListing,
} from '../../library/protocol.ts';

/** A removal can be undone by one button this long, ms; after that the speech is restored from the bin. */
const UNDO_TIME = 10_000;

/** The library as the page shows it: the list, and the speech just removed. Calls `changed` when a field has another value. */
export class LibraryController {
  /** Undefined until the library is open. */
  store: Library | undefined;
  listing: SpeechListing | undefined;
  listError: unknown;
  /** The speech removed last, while its removal can be undone. */
  justRemoved: RemovedSpeech | undefined;
  /** Resolves when the library is open. */
  readonly opened: Promise<Library>;

  private asked = false;
  /** The question that is not answered yet, and the one to ask after it. */
  private listed: Promise<void> | undefined;
  private next: Promise<void> | undefined;
  private undoTimer: ReturnType<typeof setTimeout> | undefined;

  /** @param tab id of this tab */
  constructor(
    tab: string,
    private readonly changed: () => void,
  ) {
    const served = document.querySelector(`meta[name="${SERVED_MARK}"]`) !== null;
    this.opened = openLibrary({ tab, base: document.baseURI, served }).then((library) => {
      this.store = library;
      return library;
    });
  }

  /** Names of all speeches. */
  get names(): string[] {
    return (this.listing?.speeches ?? []).map(({ name }) => name);
  }

  /**
   * Lists anew. One question at a time: an older answer that comes later would stay. Resolves when the list has everything
   * that was there at the call.
   */
  refresh(): Promise<void> {
    this.next ??= (this.listed ?? Promise.resolve()).then(() => {
      this.listed = this.next;
      this.next = undefined;
      return this.list();
    });
    return this.next;
  }

  private async list(): Promise<void> {
    try {
      this.listing = await (await this.opened).list();
      this.listError = undefined;
    } catch (error) {
      this.listError = error;
    }
    this.changed();
    this.listed = undefined;
  }

  /** Asks the browser for persistent storage, once there is text of the user's: else it may clear it when its disk is full. */
  askToStay(): void {
    if (this.asked || this.store?.kind !== 'browser') return;
    this.asked = true;
    // Refused: the text is kept as long as there is room.
    navigator.storage?.persist?.().catch(() => false);
  }

  /** Keeps the list up to date. @param listener hears every state, too. @returns stops */
  watch(listener: (state: FolderState) => void): () => void {
    let stopped = false;
    let stop = () => {
      stopped = true;
    };
    void this.opened.then((library) => {
      if (stopped) return;
      stop = library.watch((state) => {
        const shown = (this.listing?.speeches ?? []).map(({ name, revision }) => [name, revision]);
        const same = JSON.stringify(Object.fromEntries(shown)) === JSON.stringify(state.revisions);
        // An answer under way may be of a state before this one.
        if (!same || this.listed) void this.refresh();
        listener(state);
      });
    });
    return () => stop();
  }

  /** Puts a speech away; `justRemoved` says which for some seconds. */
  async remove(name: string): Promise<void> {
    const removed = await (await this.opened).remove(name);
    this.tell(removed);
    await this.refresh();
    // The time to think begins when the list shows it.
    if (this.justRemoved?.id === removed.id) this.tell(removed);
  }

  /** Brings a removed speech back. @returns its name */
  async restore(id: string): Promise<string> {
    const name = await (await this.opened).restore(id);
    if (this.justRemoved?.id === id) this.tell(undefined);
    await this.refresh();
    return name;
  }

  /** Puts the notice away, or shows it for another speech. */
  tell(removed: RemovedSpeech | undefined): void {
    clearTimeout(this.undoTimer);
    this.justRemoved = removed;
    if (removed) this.undoTimer = setTimeout(() => this.tell(undefined), UNDO_TIME);
    this.changed();
  }
}
