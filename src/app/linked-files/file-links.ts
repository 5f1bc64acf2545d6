import { type IDBPDatabase, openDB } from 'idb';

/** A file of the user's that a speech is written to. */
export interface FileLink {
  readonly handle: FileSystemFileHandle;
  /** When the file was as we know it, ms since 1970. */
  readonly modified: number;
}

const DATABASE = 'jiangtai.own-files';
const LINKS = 'links';

/**
 * Which speech belongs to which file of the user's, by name of the speech. Kept in the browser, so that it
 * outlives the page; where the browser keeps nothing, as long as the page.
 */
export class FileLinks {
  private readonly here = new Map<string, FileLink>();
  private database: Promise<IDBPDatabase | undefined> | undefined;

  async get(name: string): Promise<FileLink | undefined> {
    const known = this.here.get(name);
    if (known) return known;
    const found = await this.ask((database) => database.get(LINKS, name) as Promise<FileLink | undefined>);
    if (found) this.here.set(name, found);
    return found;
  }

  async set(name: string, link: FileLink): Promise<void> {
    this.here.set(name, link);
    await this.ask((database) => database.put(LINKS, link, name));
  }

  /** The speech has another name now. A page that goes meanwhile leaves its file under the old one or the new one. */
  async rename(name: string, to: string): Promise<void> {
    const link = await this.get(name);
    this.here.delete(name);
    if (link) this.here.set(to, link);
    else this.here.delete(to);
    await this.ask(async (database) => {
      const { store, done } = database.transaction(LINKS, 'readwrite');
      // A speech of that name that is no more may have had a file of its own.
      await Promise.all([store.delete(name), link ? store.put(link, to) : store.delete(to), done]);
    });
  }

  /** The speech is no more: another one of its name has nothing to do with the file. */
  async forget(name: string): Promise<void> {
    this.here.delete(name);
    await this.ask((database) => database.delete(LINKS, name));
  }

  private async ask<Result>(work: (database: IDBPDatabase) => Promise<Result>): Promise<Result | undefined> {
    this.database ??= openDB(DATABASE, 1, {
      upgrade: (upgraded) => void upgraded.createObjectStore(LINKS),
    }).catch(() => undefined);
    const database = await this.database;
    // A link that cannot be kept is asked for again next time.
    return database && work(database).catch(() => undefined);
  }
}
