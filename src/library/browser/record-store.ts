/** Kinds of records a browser library keeps. Keys are strings. */
export const SHELVES = [
  'entries',
  'texts',
  'pictures',
  'removed',
  'versions',
  'originals',
  'facts',
  'drafts',
] as const;
export type Shelf = (typeof SHELVES)[number];

/** Records inside one transaction. Between its calls only these methods may be awaited. */
export interface RecordAccess {
  get<Value>(shelf: Shelf, key: string): Promise<Value | undefined>;
  put(shelf: Shelf, key: string, value: unknown): Promise<void>;
  delete(shelf: Shelf, key: string): Promise<void>;
  /** All keys that begin so, with their values, by key. */
  all<Value>(shelf: Shelf, prefix?: string): Promise<[key: string, value: Value][]>;
}

/** A record put where another may be, or taken away where one may be. */
export type RecordChange = { readonly shelf: Shelf; readonly key: string } & (
  | { readonly value: unknown }
  | { readonly gone: true }
);

/** Where a browser library keeps its records: the browser's database, or the page's memory. */
export interface RecordStore {
  /** Whether records survive the page. */
  readonly lasting: boolean;
  /**
   * Work that happens whole or not at all, and never between two steps of other such work, also of other
   * tabs, on the same shelves. What comes after it there waits until the page has had its turns for all its steps.
   *
   * @param shelves those the work uses; all if not given
   * @throws what the work throws; LibraryError `storage-full`, `storage-refused` or `cannot-write`
   */
  transact<Result>(
    mode: 'readonly' | 'readwrite',
    work: (records: RecordAccess) => Promise<Result>,
    shelves?: readonly Shelf[],
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
  all<Value>(shelf: Shelf, prefix?: string): Promise<[key: string, value: Value][]>;
}

/** Records in the page's memory: for browsers that refuse to keep anything. */
export class MemoryRecords implements RecordStore {
  readonly lasting = false;
  private shelves = emptyShelves();
  private turn: Promise<unknown> = Promise.resolve();

  transact<Result>(
    _mode: 'readonly' | 'readwrite',
    work: (records: RecordAccess) => Promise<Result>,
  ): Promise<Result> {
    const result = this.turn.then(async () => {
      const before = new Map([...this.shelves].map(([shelf, records]) => [shelf, new Map(records)]));
      try {
        return await work(this.access());
      } catch (error) {
        this.shelves = before;
        throw error;
      }
    });
    this.turn = result.catch(() => undefined);
    return result;
  }

  async write(changes: readonly RecordChange[]): Promise<void> {
    await this.transact('readwrite', async (records) => {
      for (const change of changes)
        if ('gone' in change) await records.delete(change.shelf, change.key);
        else await records.put(change.shelf, change.key, change.value);
    });
  }

  all<Value>(shelf: Shelf, prefix?: string): Promise<[key: string, value: Value][]> {
    return this.transact('readonly', (records) => records.all<Value>(shelf, prefix));
  }

  private access(): RecordAccess {
    const records = (shelf: Shelf) => this.shelves.get(shelf)!;
    return {
      get: async <Value>(shelf: Shelf, key: string) => records(shelf).get(key) as Value | undefined,
      put: async (shelf, key, value) => {
        records(shelf).set(key, structuredClone(value));
      },
      delete: async (shelf, key) => {
        records(shelf).delete(key);
      },
      all: async <Value>(shelf: Shelf, prefix = '') =>
        [...records(shelf)]
          .filter(([key]) => key.startsWith(prefix))
          .sort(([a], [b]) => (a < b ? -1 : 1)) as [string, Value][],
    };
  }
}

function emptyShelves(): Map<Shelf, Map<string, unknown>> {
  return new Map(SHELVES.map((shelf) => [shelf, new Map()]));
}
