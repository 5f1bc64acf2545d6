import type { Library } from '../../library/library.ts';
import { openLibrary } from '../../library/open-library.ts';
import {
  type FolderState,
  type RemovedSpeech,
  SERVED_MARK,
  type SpeechListing,
} from '../../library/protocol.ts';

/** A removed speech can be brought back by one button this long, ms; after that from the bin. */
const UNDO_TIME = 10_000;

/** The library as the page shows it: the list, and what was just put away. Calls `changed` when it has other values. */
export class LibraryController {
  /** Undefined until it is known which one it is. */
  store: Library | undefined;
  listing: SpeechListing | undefined;
  listError: unknown;
  /** The speech that was put away last, while one button brings it back. */
  justRemoved: RemovedSpeech | undefined;
  /** Resolves when the library is known. */
  readonly opened: Promise<Library>;

  private asked = false;
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

  async refresh(): Promise<void> {
    try {
      this.listing = await (await this.opened).list();
      this.listError = undefined;
    } catch (error) {
      this.listError = error;
    }
    this.changed();
  }

  /** A browser may clear what a page keeps when its disk gets full. Once there is text of the user's, it is asked not to. */
  askToStay(): void {
    if (this.asked || this.store?.kind !== 'browser') return;
    this.asked = true;
    // Where it refuses, everything is as it was: the text is kept as long as there is room.
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
        if (JSON.stringify(Object.fromEntries(shown)) !== JSON.stringify(state.revisions))
          void this.refresh();
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
