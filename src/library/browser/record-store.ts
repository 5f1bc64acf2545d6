/** Object stores of a browser library. Keys are strings. */
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
  /** All records whose keys begin with the prefix, by key. */
  all<Value>(store: StoreName, prefix?: string): Promise<[key: string, value: Value][]>;
}

/** A record to put (replacing the one under its key) or to delete (if there is one). */
export type RecordChange = { readonly store: StoreName; readonly key: string } & (
  | { readonly value: unknown }
  | { readonly deleted: true }
);

/** Where a browser library keeps its records: IndexedDB, or the page's memory. */
export interface RecordStore {
  /** Whether records survive the page. */
  readonly lasting: boolean;
  /**
   * An atomic, isolated transaction of several steps, also against other tabs. Later transactions on these stores wait for
   * this one: one turn of the event loop per step.
   *
   * @param stores used by the work; all if absent
   * @throws what the work throws; LibraryError `storage-full`, `storage-refused` or `cannot-write`
   */
  transact<Result>(
    mode: 'readonly' | 'readwrite',
    work: (records: RecordAccess) => Promise<Result>,
    stores?: readonly StoreName[],
  ): Promise<Result>;
  /**
   * Applies all changes or none, as a one-shot transaction: committed before this returns, so that it needs no further turn
   * of a page that may be busy or killed (D3).
   *
   * @param durability as in IndexedDB. `strict` resolves when the changes are on the disk and survive a power cut,
   *   `relaxed` when the operating system has them, which writes them within seconds
   * @throws LibraryError as {@link transact}
   */
  write(changes: readonly RecordChange[], durability: 'strict' | 'relaxed'): Promise<void>;
  /**
   * As {@link RecordAccess.all}, as a one-shot transaction: later writes do not wait for the page to handle the result.
   *
   * @throws LibraryError as {@link transact}
   */
  all<Value>(store: StoreName, prefix?: string): Promise<[key: string, value: Value][]>;
}

/** Records in the page's memory, for browsers that refuse to keep any. */
export class MemoryRecords implements RecordStore {
  readonly lasting = false;
  private stores = new Map(STORE_NAMES.map((store) => [store, new Map<string, unknown>()]));
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
