import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, expect, it, vi } from 'vitest';
import { IndexedRecords } from '../../src/library/browser/indexed-records.ts';

/** The browser's database under an open page. */

afterEach(() => {
  vi.restoreAllMocks();
});

const put = (records: IndexedRecords, value: string) =>
  records.write([{ store: 'drafts', key: 'k', value }], 'relaxed');
const all = (records: IndexedRecords) => records.all('drafts');

/** Connections that are opened from now on. */
function connections(): IDBDatabase[] {
  const opened: IDBDatabase[] = [];
  const open = IDBFactory.prototype.open;
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, ...given) {
    const request = open.apply(this, given);
    request.addEventListener('success', () => opened.push(request.result));
    return request;
  });
  return opened;
}

it('D5: a connection that the browser closed is opened again, requests stay in order', async () => {
  const opened = connections();
  const records = await IndexedRecords.open('closed');
  await put(records, '一');
  opened[0]!.close();
  const [, found, changed] = await Promise.all([
    put(records, '二'),
    all(records),
    records.transact('readwrite', (access) => access.put('drafts', 'k', '三')),
  ]);
  expect([found, changed]).toEqual([[['k', '二']], undefined]);
  expect(await all(records)).toEqual([['k', '三']]);
  expect(opened).toHaveLength(2);
});

it('D5: a connection that the browser reports lost is opened again', async () => {
  const opened = connections();
  const records = await IndexedRecords.open('lost');
  await put(records, '一');
  forceCloseDatabase(opened[0]! as never);
  await put(records, '二');
  expect(await all(records)).toEqual([['k', '二']]);
  expect(opened).toHaveLength(2);
});

it('D5: a database that could not be opened once is opened by a later call', async () => {
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementationOnce(() => {
    throw new DOMException('not now', 'UnknownError');
  });
  const records = IndexedRecords.opening('later');
  await expect(put(records, '一')).rejects.toMatchObject({ code: 'storage-refused' });
  await put(records, '二');
  expect(await all(records)).toEqual([['k', '二']]);
});

it('D5: a tab with a newer version is not held up, and this one’s requests are refused', async () => {
  const records = await IndexedRecords.open('newer');
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('newer', 99);
    request.onsuccess = () => resolve();
    request.onerror = request.onblocked = () => reject(new Error('held up'));
  });
  await expect(put(records, '一')).rejects.toMatchObject({ code: 'storage-refused' });
});
