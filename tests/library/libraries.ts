import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { BrowserLibrary } from '../../src/library/browser/browser-library.ts';
import { IndexedRecords } from '../../src/library/browser/indexed-records.ts';
import { MemoryRecords } from '../../src/library/browser/record-store.ts';
import { HttpLibrary } from '../../src/library/http/folder-library.ts';
import type { Library } from '../../src/library/library.ts';
import { SpeechApi } from '../../src/server/api/speech-api.ts';
import { SpeechFolder } from '../../src/server/folder/speech-folder.ts';

/** A library to try, whose clock the test sets. */
export interface TriedLibrary {
  readonly library: Library;
  /** The same library as another tab sees it. */
  readonly other: Library;
  readonly clock: { now: number };
  /** Folder on disk; undefined for libraries without. */
  readonly folder?: string;
  close(): Promise<void>;
}

/** A day in spring, ms since 1970. */
export const START = Date.UTC(2026, 3, 1);

/** Every kind of library, empty. */
export const LIBRARIES: readonly (readonly [string, () => Promise<TriedLibrary>])[] = [
  ['folder', openFolder],
  ['browser database', openDatabase],
  ['page memory', openMemory],
];

async function openFolder(): Promise<TriedLibrary> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangtai-library-'));
  const clock = { now: START };
  const api = new SpeechApi(new SpeechFolder(folder, undefined, () => clock.now));
  const server = createServer((request, response) => {
    if (!api.handle(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    library: new HttpLibrary(base, 'page-a'),
    other: new HttpLibrary(base, 'page-b'),
    clock,
    folder,
    close: async () => {
      api.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openDatabase(): Promise<TriedLibrary> {
  // Each test has a database of its own.
  globalThis.indexedDB = new IDBFactory();
  const clock = { now: START };
  const open = async (page: string) =>
    new BrowserLibrary(await IndexedRecords.open(), page, undefined, () => clock.now);
  const library = await open('page-a');
  const other = await open('page-b');
  return {
    library,
    other,
    clock,
    close: async () => {
      library.close();
      other.close();
    },
  };
}

async function openMemory(): Promise<TriedLibrary> {
  const clock = { now: START };
  const records = new MemoryRecords();
  const library = new BrowserLibrary(records, 'page-a', undefined, () => clock.now);
  const other = new BrowserLibrary(records, 'page-b', undefined, () => clock.now);
  return {
    library,
    other,
    clock,
    close: async () => {
      library.close();
      other.close();
    },
  };
}
