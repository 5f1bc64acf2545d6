import { type FSWatcher, watch } from 'node:fs';
import type { FolderState } from '../../library/protocol.ts';
import type { SpeechFolder } from './speech-folder.ts';

/** Editors write in several steps; the folder is looked at when it has been quiet this long, ms. */
const QUIET = 60;
/** Network drives and some containers send no events: the folder is looked at this often anyway, ms. */
const LOOK = 1500;

/**
 * Tells listeners the revisions of all speeches: once at the start, then after every change, whoever made
 * it. Looks at the folder only while somebody listens.
 */
export class FolderWatch {
  private readonly listeners = new Set<(state: FolderState) => void>();
  private watcher: FSWatcher | undefined;
  private looking: NodeJS.Timeout | undefined;
  private quiet: NodeJS.Timeout | undefined;
  /** What was told last. */
  private last: string | undefined;
  /** One look at a time: an older one that ends later would be told as news, and be the last word. */
  private looks: Promise<void> = Promise.resolve();

  constructor(private readonly folder: SpeechFolder) {}

  /** @returns stops listening */
  listen(listener: (state: FolderState) => void): () => void {
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.start();
    void this.next(async () => {
      const state = await this.folderState();
      this.last ??= this.told(state);
      if (this.listeners.has(listener)) listener(state);
    });
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.stop();
    };
  }

  stop(): void {
    this.watcher?.close();
    this.watcher = undefined;
    clearInterval(this.looking);
    clearTimeout(this.quiet);
    this.last = undefined;
  }

  private start(): void {
    try {
      this.watcher = watch(this.folder.path, { persistent: false }, () => this.lookSoon());
      this.watcher.on('error', () => this.watcher?.close());
    } catch {
      // No events to be had: looking now and then is enough.
    }
    this.looking = setInterval(() => void this.look(), LOOK);
    this.looking.unref();
  }

  private lookSoon(): void {
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => void this.look(), QUIET);
  }

  private look(): Promise<void> {
    return this.next(async () => {
      const state = await this.folderState();
      const now = this.told(state);
      const changed = now !== this.last;
      this.last = now;
      if (changed) for (const listener of this.listeners) listener(state);
    });
  }

  /** Where the folder cannot be listed, nothing is told: that says nothing of its files. The next look tells it. */
  private next(look: () => Promise<void>): Promise<void> {
    this.looks = this.looks.then(look).catch(() => undefined);
    return this.looks;
  }

  /**
   * Our own writes count: a file that another program gives its old text back right after one is the same as before to two
   * looks, but not to the page that wrote.
   */
  private told(state: FolderState): string {
    return JSON.stringify([state, this.folder.writes]);
  }

  private async folderState(): Promise<FolderState> {
    const { speeches } = await this.folder.list();
    return { revisions: Object.fromEntries(speeches.map(({ name, revision }) => [name, revision])) };
  }
}
