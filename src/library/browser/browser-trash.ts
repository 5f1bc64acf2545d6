import { expiryOf } from '../expiry.ts';
import { freeFileName } from '../free-name.ts';
import { LibraryError } from '../library-error.ts';
import type { RemovedSpeech } from '../protocol.ts';
import type { BrowserVersions } from './browser-versions.ts';
import type { RecordAccess, RecordStore } from './record-store.ts';

interface KeptRemoved extends RemovedSpeech {
  readonly bytes: Uint8Array;
  /** When it was first found due to go, ms since 1970. */
  readonly due?: number;
}

/**
 * Removed speeches of this browser, with their versions. Listing and removing delete those that are due ({@link expiryOf}).
 */
export class BrowserTrash {
  /** @param now ms since 1970 */
  constructor(
    private readonly records: RecordStore,
    private readonly versions: BrowserVersions,
    private readonly now: () => number,
  ) {}

  /** Newest first. */
  list(): Promise<RemovedSpeech[]> {
    return this.records.transact('readwrite', (records) => this.keptIn(records));
  }

  private async keptIn(records: RecordAccess): Promise<RemovedSpeech[]> {
    const found: RemovedSpeech[] = [];
    for (const [id, { due, ...kept }] of await records.all<KeptRemoved>('removed')) {
      const { name, title, removed } = kept;
      const expiry = expiryOf(removed, due, this.now());
      if (expiry === 'mark')
        await records.put('removed', id, { ...kept, due: this.now() } satisfies KeptRemoved);
      if (expiry === 'unmark') await records.put('removed', id, kept satisfies KeptRemoved);
      if (expiry === 'delete') await this.forget(records, id);
      else found.push({ id, name, title, removed });
    }
    return found.sort((a, b) => b.removed - a.removed || (a.id < b.id ? 1 : -1));
  }

  /** Part of a transaction that also takes the speech out of the list. Its versions come along. */
  async put(
    records: RecordAccess,
    { name, title, bytes }: { name: string; title: string; bytes: Uint8Array },
  ): Promise<RemovedSpeech> {
    await this.keptIn(records);
    const removed = this.now();
    let id = String(removed);
    for (let number = 2; await records.get('removed', id); number++) id = `${removed}-${number}`;
    await records.put('removed', id, { id, name, title, removed, bytes } satisfies KeptRemoved);
    await this.versions.move(records, name, placeOf(id));
    return { id, name, title, removed };
  }

  /**
   * Part of a transaction that puts the speech back into the list. Its versions come along.
   *
   * @param taken names of other speeches
   * @throws LibraryError `not-found`
   */
  async take(
    records: RecordAccess,
    id: string,
    taken: readonly string[],
  ): Promise<{ name: string; bytes: Uint8Array }> {
    const found = await records.get<KeptRemoved>('removed', id);
    if (!found) throw new LibraryError('not-found', { name: id });
    await records.delete('removed', id);
    const name = freeFileName(taken, found.name);
    await this.versions.move(records, placeOf(id), name);
    return { name, bytes: found.bytes };
  }

  /** Part of a transaction. @throws LibraryError `not-found` */
  async forget(records: RecordAccess, id: string): Promise<void> {
    if (!(await records.get('removed', id))) throw new LibraryError('not-found', { name: id });
    await records.delete('removed', id);
    await this.versions.drop(records, placeOf(id));
  }
}

/** Where the versions of a removed speech are: no speech can be called so. */
const placeOf = (id: string) => `.trash ${id}`;
