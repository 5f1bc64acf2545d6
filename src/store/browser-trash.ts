import { freeFileName } from './free-name.ts';
import { KEPT_DAYS, type RemovedSpeech } from './protocol.ts';
import type { RecordAccess, RecordStore } from './record-store.ts';
import { StoreError } from './store-error.ts';

interface KeptRemoved extends RemovedSpeech {
  readonly bytes: Uint8Array;
}

const KEPT = KEPT_DAYS * 24 * 60 * 60 * 1000;

/** Speeches that were put away in this browser; those older than {@link KEPT_DAYS} go when one looks. */
export class BrowserTrash {
  /** @param now ms since 1970 */
  constructor(
    private readonly records: RecordStore,
    private readonly now: () => number,
  ) {}

  /** Newest first. */
  list(): Promise<RemovedSpeech[]> {
    return this.records.transact('readwrite', async (records) => {
      const found: RemovedSpeech[] = [];
      for (const [id, { name, title, removed }] of await records.all<KeptRemoved>('removed')) {
        if (this.now() - removed > KEPT) await records.delete('removed', id);
        else found.push({ id, name, title, removed });
      }
      return found.sort((a, b) => b.removed - a.removed || (a.id < b.id ? 1 : -1));
    });
  }

  /** Part of a transaction that also takes the speech out of the list. */
  async put(
    records: RecordAccess,
    { name, title, bytes }: { name: string; title: string; bytes: Uint8Array },
  ): Promise<RemovedSpeech> {
    const removed = this.now();
    let id = String(removed);
    for (let number = 2; await records.get('removed', id); number++) id = `${removed}-${number}`;
    await records.put('removed', id, { id, name, title, removed, bytes } satisfies KeptRemoved);
    return { id, name, title, removed };
  }

  /**
   * Part of a transaction that puts the speech somewhere else.
   *
   * @param taken names of other speeches
   * @throws StoreError `not-found`
   */
  async take(
    records: RecordAccess,
    id: string,
    taken: readonly string[],
  ): Promise<{ name: string; bytes: Uint8Array }> {
    const found = await records.get<KeptRemoved>('removed', id);
    if (!found) throw new StoreError('not-found', { name: id });
    await records.delete('removed', id);
    return { name: freeFileName(taken, found.name), bytes: found.bytes };
  }
}
