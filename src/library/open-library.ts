import { BrowserLibrary } from './browser/browser-library.ts';
import { IndexedRecords } from './browser/indexed-records.ts';
import { MemoryRecords, type RecordStore } from './browser/record-store.ts';
import { Samples } from './browser/samples.ts';
import { HttpLibrary } from './http/folder-library.ts';
import type { Library } from './library.ts';
import { LibraryError } from './library-error.ts';
import { API_PATH, type ApiError, type SpeechListing } from './protocol.ts';

/** What decides which library is opened. */
export interface LibraryPlace {
  /** Id of this tab, see tab-lease.ts. */
  readonly tab: string;
  /** Address of the app. */
  readonly base: string;
  /**
   * The app is served by its own server (`npm start`): the speeches are in the folder, and a server that does not answer
   * is an error. Falling back to the browser's own speeches would look as if those of the folder were lost.
   */
  readonly served: boolean;
}

/**
 * The folder where its server answers, else this browser, which may have to keep everything in the page's
 * memory (`lasting` is false then). Never rejects.
 */
export async function openLibrary({ tab, base, served }: LibraryPlace): Promise<Library> {
  if (served) return new HttpLibrary(base, tab);
  const answer = await folderAnswer(base);
  if (answer) return new HttpLibrary(base, tab, answer.speeches && (answer as SpeechListing));
  const samples = new Samples(base);
  return new BrowserLibrary(await openRecords(), tab, () => samples.all());
}

/** What our server says of the folder. Hosts of plain files answer with a page of their own, or not at all: undefined. */
async function folderAnswer(base: string): Promise<Partial<SpeechListing> | undefined> {
  try {
    const response = await fetch(new URL(API_PATH, base), { cache: 'no-store' });
    const body = (await response.json()) as Partial<SpeechListing & ApiError>;
    // A folder that is missing is our server's answer, too.
    return Array.isArray(body.speeches) || body.error?.startsWith('store.') === true ? body : undefined;
  } catch {
    return undefined;
  }
}

async function openRecords(): Promise<RecordStore> {
  try {
    const records = await IndexedRecords.open();
    // Some browsers open a database in private mode and refuse the first write.
    await records.transact('readwrite', (access) => access.put('facts', 'opened', true));
    return records;
  } catch (error) {
    // A full disk can still be read: speeches are shown, and each refused save is announced.
    if (error instanceof LibraryError && error.code === 'storage-full') return IndexedRecords.open();
    return new MemoryRecords();
  }
}
