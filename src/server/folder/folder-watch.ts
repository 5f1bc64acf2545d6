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
  private last: string | undefined;

  constructor(private readonly folder: SpeechFolder) {}

  /** @returns stops listening */
  listen(listener: (state: FolderState) => void): () => void {
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.start();
    this.state().then(
      (state) => this.listeners.has(listener) && listener(state),
      () => undefined,
    );
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

  private async look(): Promise<void> {
    const before = this.last;
    const state = await this.state().catch(() => undefined);
    // The next look says it.
    if (state === undefined) return;
    const now = JSON.stringify(state);
    const changed = now !== before;
    this.last = now;
    if (changed) for (const listener of this.listeners) listener(state);
  }

  /** @throws LibraryError where the folder cannot be listed: that says nothing of its files */
  private async state(): Promise<FolderState> {
    const { speeches } = await this.folder.list();
    const revisions = Object.fromEntries(speeches.map(({ name, revision }) => [name, revision]));
    this.last ??= JSON.stringify({ revisions });
    return { revisions };
  }
}
