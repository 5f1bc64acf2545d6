import type { FolderState } from '../protocol.ts';

const NAME = 'jiangtai.library';

/**
 * Tells the listeners of this page and of all other tabs that the library of this browser has changed. A
 * message says only that there is something to see: each tab looks for itself.
 */
export class LibraryChannel {
  private readonly listeners = new Set<(state: FolderState) => void>();
  private readonly channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(NAME) : undefined;
  private looking = false;
  private again = false;

  /** @param state the present state, for listeners */
  constructor(private readonly state: () => Promise<FolderState>) {
    if (this.channel) this.channel.onmessage = () => void this.look();
  }

  /** Calls the listener with the state soon, and after every change. @returns stops listening */
  listen(listener: (state: FolderState) => void): () => void {
    this.listeners.add(listener);
    void this.look();
    return () => this.listeners.delete(listener);
  }

  /** This page has changed something. */
  changed(): void {
    this.channel?.postMessage('changed');
    void this.look();
  }

  /** No more messages: without this, Node and tests would wait for them for ever. */
  close(): void {
    this.channel?.close();
  }

  /** One look at a time; a change during one is followed by another. */
  private async look(): Promise<void> {
    this.again = true;
    if (this.looking) return;
    this.looking = true;
    while (this.again) {
      this.again = false;
      if (this.listeners.size === 0) continue;
      const state = await this.state().catch(() => undefined);
      if (state) for (const listener of this.listeners) listener(state);
    }
    this.looking = false;
  }
}
