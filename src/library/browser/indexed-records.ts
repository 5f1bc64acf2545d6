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
/** Drafts have one of their own: they are kept where speeches are in a folder, too. */
export const DRAFTS_DATABASE = 'jiangtai.drafts';
const DATABASE_VERSION = 2;

type Store = IDBPObjectStore<unknown, [StoreName], StoreName, 'readonly' | 'readwrite'>;

/**
 * Records in the browser's own database, IndexedDB. A browser may close it under an open page (a fault of the disk, data
 * cleared by the user), or fail to open it once: the next call opens it anew.
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

  /** At once: a database that cannot be opened is told by each call. */
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

  /** Begins a transaction: on a new connection where the browser closed the one before without a word. */
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

  async transact<Result>(
    mode: 'readonly' | 'readwrite',
    work: (records: RecordAccess) => Promise<Result>,
    stores: readonly StoreName[] = STORE_NAMES,
  ): Promise<Result> {
    try {
      // Strict: what is said to be kept is on the disk, and survives a power cut. Browsers are content with less.
      const transaction = await this.begin(stores, mode, 'strict');
      const at = (store: StoreName) => transaction.objectStore(store);
      const access: RecordAccess = {
        get: (store, key) => at(store).get(key),
        put: async (store, key, value) => {
          await at(store).put!(value, key);
        },
        delete: async (store, key) => {
          await at(store).delete!(key);
        },
        all: (store, prefix) => allOf(at(store), prefix),
      };
      // Both are awaited together: a full disk is told by the transaction's end only.
      const worked = work(access).catch((error: unknown) => {
        try {
          transaction.abort();
        } catch {
          // it has ended by itself
        }
        throw error;
      });
      const [result] = await Promise.all([worked, transaction.done]);
      return result;
    } catch (error) {
      throw storageError(error);
    }
  }

  async write(changes: readonly RecordChange[], durability: 'strict' | 'relaxed'): Promise<void> {
    const stores = [...new Set(changes.map(({ store }) => store))];
    if (stores.length === 0) return;
    await this.askAtOnce(stores, 'readwrite', durability, (at) =>
      Promise.all(
        changes.map((change) =>
          'deleted' in change
            ? at(change.store).delete!(change.key)
            : at(change.store).put!(change.value, change.key),
        ),
      ),
    );
  }

  all<Value>(store: StoreName, prefix?: string): Promise<[key: string, value: Value][]> {
    return this.askAtOnce([store], 'readonly', 'relaxed', (at) => allOf<Value>(at(store), prefix));
  }

  /** @param ask makes all its requests before it returns */
  private async askAtOnce<Answer>(
    stores: readonly StoreName[],
    mode: 'readonly' | 'readwrite',
    durability: 'strict' | 'relaxed',
    ask: (at: (store: StoreName) => Store) => Promise<Answer>,
  ): Promise<Answer> {
    try {
      const transaction = await this.begin(stores, mode, durability);
      const asked = ask((store) => transaction.objectStore(store) as unknown as Store);
      // Else it waits until the page has time to hear the answers, and a busy page has none. What only reads does so,
      // too: a record that is put after it would wait as long.
      transaction.commit();
      const [answer] = await Promise.all([asked, transaction.done]);
      return answer;
    } catch (error) {
      throw storageError(error);
    }
  }
}

/**
 * @param lost called when the connection is no more
 * @throws LibraryError `storage-refused`
 */
async function openAnew(name: string, lost: () => void): Promise<IDBPDatabase> {
  try {
    return await openDB(name, DATABASE_VERSION, {
      upgrade: (upgraded) => {
        for (const store of STORE_NAMES)
          if (!upgraded.objectStoreNames.contains(store)) upgraded.createObjectStore(store);
      },
      // A newer page wants to change the form: it must not wait for this one.
      blocking: (_current, _blocked, event) => {
        lost();
        (event.target as IDBDatabase).close();
      },
      terminated: lost,
    });
  } catch (error) {
    throw new LibraryError('storage-refused', { code: codeOf(error) });
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

/** What the browser said, as a refusal of ours; everything else as it is. */
function storageError(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  if (error.name === 'QuotaExceededError') return new LibraryError('storage-full');
  if (error.name === 'SecurityError' || error.name === 'InvalidStateError')
    return new LibraryError('storage-refused', { code: error.name });
  return new LibraryError('cannot-write', { name: '', code: error.name });
}

function codeOf(error: unknown): string {
  return error instanceof Error ? error.name : String(error);
}
