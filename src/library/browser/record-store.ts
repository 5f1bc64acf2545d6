/** Kinds of records a browser library keeps. Keys are strings. */
export const STORE_NAMES = [
  'entries',
  'texts',
  'pictures',
  'removed',
  'versions',
  'originals',
  'facts',
  'drafts',
] as const;
export type StoreName = (typeof STORE_NAMES)[number];

/** Records inside one transaction. Between its calls only these methods may be awaited. */
export interface RecordAccess {
  get<Value>(store: StoreName, key: string): Promise<Value | undefined>;
  put(store: StoreName, key: string, value: unknown): Promise<void>;
  delete(store: StoreName, key: string): Promise<void>;
  /** All keys that begin so, with their values, by key. */
  all<Value>(store: StoreName, prefix?: string): Promise<[key: string, value: Value][]>;
}

/** A record put where another may be, or taken away where one may be. */
export type RecordChange = { readonly store: StoreName; readonly key: string } & (
  | { readonly value: unknown }
  | { readonly deleted: true }
);

/** Where a browser library keeps its records: the browser's database, or the page's memory. */
export interface RecordStore {
  /** Whether records survive the page. */
  readonly lasting: boolean;
  /**
   * Work that happens whole or not at all, and never between two steps of other such work, also of other
   * tabs, on the same stores. What comes after it there waits until the page has had its turns for all its steps.
   *
   * @param stores those the work uses; all if not given
   * @throws what the work throws; LibraryError `storage-full`, `storage-refused` or `cannot-write`
   */
  transact<Result>(
    mode: 'readonly' | 'readwrite',
    work: (records: RecordAccess) => Promise<Result>,
    stores?: readonly StoreName[],
  ): Promise<Result>;
  /**
   * Puts records and takes others away, all of them or none. All of it is with the browser when this returns: it needs
   * nothing more of a page that may be busy, or killed the next moment.
   *
   * @param durability as of IndexedDB: `strict` resolves when it is on the disk and outlasts a power cut, `relaxed` when
   *   the system has it, which writes it within seconds
   * @throws LibraryError as {@link transact}
   */
  write(changes: readonly RecordChange[], durability: 'strict' | 'relaxed'): Promise<void>;
  /**
   * As {@link RecordAccess.all}, of one moment. It holds up nothing that is put while the page has no time to hear the
   * answer.
   *
   * @throws LibraryError as {@link transact}
   */
  all<Value>(store: StoreName, prefix?: string): Promise<[key: string, value: Value][]>;
}

/** Records in the page's memory: for browsers that refuse to keep anything. */
export class MemoryRecords implements RecordStore {
  readonly lasting = false;
  private stores = emptyStores();
  private turn: Promise<unknown> = Promise.resolve();

  transact<Result>(
    _mode: 'readonly' | 'readwrite',
    work: (records: RecordAccess) => Promise<Result>,
  ): Promise<Result> {
    const result = this.turn.then(async () => {
      const before = new Map([...this.stores].map(([store, records]) => [store, new Map(records)]));
      try {
        return await work(this.access());
      } catch (error) {
        this.stores = before;
        throw error;
      }
    });
    this.turn = result.catch(() => undefined);
    return result;
  }

  async write(changes: readonly RecordChange[]): Promise<void> {
    await this.transact('readwrite', async (records) => {
      for (const change of changes)
        if ('deleted' in change) await records.delete(change.store, change.key);
        else await records.put(change.store, change.key, change.value);
    });
  }

  all<Value>(store: StoreName, prefix?: string): Promise<[key: string, value: Value][]> {
    return this.transact('readonly', (records) => records.all<Value>(store, prefix));
  }

  private access(): RecordAccess {
    const at = (store: StoreName) => this.stores.get(store)!;
    return {
      get: async <Value>(store: StoreName, key: string) => at(store).get(key) as Value | undefined,
      put: async (store, key, value) => {
        at(store).set(key, structuredClone(value));
      },
      delete: async (store, key) => {
        at(store).delete(key);
      },
      all: async <Value>(store: StoreName, prefix = '') =>
        [...at(store)].filter(([key]) => key.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1)) as [
          string,
          Value,
        ][],
    };
  }
}

function emptyStores(): Map<StoreName, Map<string, unknown>> {
  return new Map(STORE_NAMES.map((store) => [store, new Map()]));
}
