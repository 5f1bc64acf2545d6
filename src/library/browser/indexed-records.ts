import { type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import { LibraryError } from '../library-error.ts';
import {
  type RecordAccess,
  type RecordChange,
  type RecordStore,
  STORE_NAMES,
  type StoreName,
} from './record-store.ts';

const DATABASE = 'jiangtai.library';
/** A database of its own: drafts are kept in the browser also where speeches are in a folder. */
export const DRAFTS_DATABASE = 'jiangtai.drafts';
const DATABASE_VERSION = 2;

type Store = IDBPObjectStore<unknown, [StoreName], StoreName, 'readonly' | 'readwrite'>;

/**
 * Records in IndexedDB. A browser may close the connection under an open page (disk error, data cleared by the user) or
 * fail to open it once: the next call opens a new one.
 */
export class IndexedRecords implements RecordStore {
  readonly lasting = true;
  private connection: Promise<IDBPDatabase> | undefined;

  private constructor(private readonly name: string) {}

  /** @throws LibraryError `storage-refused` where the browser keeps nothing (private mode, switched off) */
  static async open(name: string = DATABASE): Promise<IndexedRecords> {
    const records = IndexedRecords.opening(name);
    await records.connected();
    return records;
  }

  /** Returns at once; where the database cannot be opened, each call rejects. */
  static opening(name: string): IndexedRecords {
    const records = new IndexedRecords(name);
    records.connected().catch(() => undefined);
    return records;
  }

  /** @throws LibraryError `storage-refused` */
  private connected(): Promise<IDBPDatabase> {
    if (this.connection) return this.connection;
    const lost = () => {
      if (this.connection === connection) this.connection = undefined;
    };
    const connection = openAnew(this.name, lost);
    connection.catch(lost);
    this.connection = connection;
    return connection;
  }

  /** Begins a transaction, on a new connection where the browser closed the old one without an event. */
  private async begin(
    stores: readonly StoreName[],
    mode: 'readonly' | 'readwrite',
    durability: 'strict' | 'relaxed',
  ) {
    const connection = this.connected();
    const database = await connection;
    try {
      return database.transaction(stores, mode, { durability });
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
      if (this.connection === connection) this.connection = undefined;
      return (await this.connected()).transaction(stores, mode, { durability });
    }
  }

  transact<Result>(
    mode: 'readonly' | 'readwrite',
    work: (records: RecordAccess) => Promise<Result>,
    stores: readonly StoreName[] = STORE_NAMES,
  ): Promise<Result> {
    // Strict: a resolved promise means the disk has it and a power cut does not lose it. The browsers' default is less.
    return this.run(stores, mode, 'strict', ({ at }) =>
      work({
        get: (store, key) => at(store).get(key),
        put: async (store, key, value) => {
          await at(store).put!(value, key);
        },
        delete: async (store, key) => {
          await at(store).delete!(key);
        },
        all: (store, prefix) => allOf(at(store), prefix),
      }),
    );
  }

  async write(changes: readonly RecordChange[], durability: 'strict' | 'relaxed'): Promise<void> {
    const stores = [...new Set(changes.map(({ store }) => store))];
    await this.run(stores, 'readwrite', durability, ({ at, commit }) => {
      const asked = changes.map((change) =>
        'deleted' in change
          ? at(change.store).delete!(change.key)
          : at(change.store).put!(change.value, change.key),
      );
      commit();
      return Promise.all(asked);
    });
  }

  all<Value>(store: StoreName, prefix?: string): Promise<[key: string, value: Value][]> {
    return this.run([store], 'readonly', 'relaxed', ({ at, commit }) => {
      const asked = allOf<Value>(at(store), prefix);
      commit();
      return asked;
    });
  }

  /**
   * A transaction. A one-shot (D3) makes all its requests and commits before `work` returns, read-only too: else it stays
   * open until this page handled every result, delaying later writes (measured by killing browsers: up to 1.3 s of typing
   * lost before).
   */
  private async run<Result>(
    stores: readonly StoreName[],
    mode: 'readonly' | 'readwrite',
    durability: 'strict' | 'relaxed',
    work: (transaction: { at(store: StoreName): Store; commit(): void }) => Promise<Result>,
  ): Promise<Result> {
    try {
      const transaction = await this.begin(stores, mode, durability);
      const at = (store: StoreName) => transaction.objectStore(store) as unknown as Store;
      // Awaited together: a full disk is reported by the end of the transaction only.
      const worked = work({ at, commit: () => transaction.commit() }).catch((error: unknown) => {
        try {
          transaction.abort();
        } catch {
          // already ended
        }
        throw error;
      });
      const [result] = await Promise.all([worked, transaction.done]);
      return result;
    } catch (error) {
      throw storageError(error);
    }
  }
}

/**
 * Opens a connection.
 *
 * @param lost called when the connection is closed
 * @throws LibraryError `storage-refused`
 */
async function openAnew(name: string, lost: () => void): Promise<IDBPDatabase> {
  try {
    return await openDB(name, DATABASE_VERSION, {
      upgrade: (upgraded) => {
        for (const store of STORE_NAMES)
          if (!upgraded.objectStoreNames.contains(store)) upgraded.createObjectStore(store);
      },
      // A tab with a newer version of the app wants to upgrade the database: it must not wait for this tab.
      blocking: (_current, _blocked, event) => {
        lost();
        (event.target as IDBDatabase).close();
      },
      terminated: lost,
    });
  } catch (error) {
    throw new LibraryError('storage-refused', { code: error instanceof Error ? error.name : String(error) });
  }
}

async function allOf<Value>(
  store: Pick<Store, 'getAll' | 'getAllKeys'>,
  prefix = '',
): Promise<[key: string, value: Value][]> {
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  const [keys, values] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
  return keys.map((key, index): [string, Value] => [String(key), values[index] as Value]);
}

/** A DOMException of the database as a LibraryError; any other error unchanged. */
function storageError(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  if (error.name === 'QuotaExceededError') return new LibraryError('storage-full');
  if (error.name === 'SecurityError' || error.name === 'InvalidStateError')
    return new LibraryError('storage-refused', { code: error.name });
  return new LibraryError('cannot-write', { name: '', code: error.name });
}
