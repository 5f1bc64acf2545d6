import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import type { Draft } from '../../src/library/browser/draft.ts';
import { Drafts } from '../../src/library/browser/drafts.ts';
import { IndexedRecords } from '../../src/library/browser/indexed-records.ts';
import { tick } from '../../src/library/browser/logical-clock.ts';
import { MemoryRecords, type RecordStore } from '../../src/library/browser/record-store.ts';
import { LibraryError } from '../../src/library/library-error.ts';

const draft = (text: string, time: number, name = '讲话.txt'): Draft => ({ name, text, revision: 'r', time });

describe('Drafts', () => {
  it('D7: the newest draft is kept until the file has its text', async () => {
    const drafts = new Drafts(new MemoryRecords(), 'p');
    expect(await drafts.save(draft('一', 1))).toBe(true);
    expect(await drafts.save(draft('一二', 2))).toBe(true);
    expect((await drafts.findOrphans('讲话.txt'))[0]?.text).toBe('一二');
    await drafts.acknowledge('讲话.txt', '一二');
    expect(await drafts.findOrphans('讲话.txt')).toEqual([]);
  });

  it('D1: two tabs on one speech do not overwrite each other’s drafts', async () => {
    const records = new MemoryRecords();
    const one = new Drafts(records, 'one');
    const two = new Drafts(records, 'two');
    await one.save(draft('甲', 1));
    await two.save(draft('乙', 2));
    await two.acknowledge('讲话.txt', '乙');
    expect((await new Drafts(records, 'three').findOrphans('讲话.txt'))[0]?.text).toBe('甲');
  });

  it('D11, R1: the draft of an open tab is not an orphan', async () => {
    const records = new MemoryRecords();
    await new Drafts(records, 'open').save(draft('甲', 9));
    await new Drafts(records, 'gone').save(draft('乙', 1));
    const drafts = new Drafts(records, 'me', async (tab) => tab === 'open');
    expect((await drafts.findOrphans('讲话.txt')).map(({ text }) => text)).toEqual(['乙']);
  });

  it('R7: an orphan that is taken over is this tab’s draft, and not found twice', async () => {
    const records = new MemoryRecords();
    await new Drafts(records, 'gone').save(draft('甲', 5));
    const drafts = new Drafts(records, 'me');
    await drafts.takeOver((await drafts.findOrphans('讲话.txt'))[0]!);
    expect(await drafts.findOrphans('讲话.txt')).toMatchObject([{ text: '甲', tab: 'me' }]);
    await drafts.acknowledge('讲话.txt', '甲');
    expect(await records.all('drafts')).toEqual([]);
  });

  it('D1: drafts of different speeches are different, also with odd names', async () => {
    const drafts = new Drafts(new MemoryRecords(), 'p');
    await drafts.save(draft('甲', 1, 'a/b.txt'));
    expect(await drafts.findOrphans('b.txt')).toEqual([]);
    expect((await drafts.findOrphans('a/b.txt'))[0]?.text).toBe('甲');
  });

  it('D5, D9: where IndexedDB refuses or is missing, that is reported, and nothing else fails', async () => {
    const records = new MemoryRecords();
    vi.spyOn(records, 'transact').mockRejectedValue(new LibraryError('storage-full'));
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    for (const refusing of [records, IndexedRecords.opening('refused')]) {
      const drafts = new Drafts(refusing, 'p');
      expect(await drafts.save(draft('一', 1))).toBe(false);
      expect(await drafts.findOrphans('讲话.txt')).toEqual([]);
      await drafts.acknowledge('讲话.txt', '一');
      await drafts.rename('讲话.txt', '新.txt');
    }
    vi.restoreAllMocks();
  });

  it('D4: a strict write asks the browser for strict durability', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const drafts = new Drafts(IndexedRecords.opening('drafts'), 'p');
    expect(await drafts.save(draft('一', 1))).toBe(true);
    expect(transaction).toHaveBeenCalledWith(expect.anything(), 'readwrite', { durability: 'strict' });
    transaction.mockRestore();
    expect((await drafts.findOrphans('讲话.txt'))[0]?.text).toBe('一');
  });
});

/** Records that note what is asked of them; `transact` is what needs several turns of the page. */
class Noted implements RecordStore {
  readonly lasting = false;
  readonly asked: string[] = [];
  constructor(private readonly records: RecordStore = new MemoryRecords()) {}
  transact: RecordStore['transact'] = (mode, work, shelves) => {
    this.asked.push(`transact ${mode} ${shelves ?? 'everything'}`);
    return this.records.transact(mode, work, shelves);
  };
  write: RecordStore['write'] = (changes, durability) => {
    this.asked.push(...changes.map((change) => `${'deleted' in change ? 'remove' : 'put'} ${change.store}`));
    return this.records.write(changes, durability);
  };
  all: RecordStore['all'] = (store, prefix) => {
    this.asked.push(`all ${store}`);
    return this.records.all(store, prefix);
  };
}

describe('a tab that is busy, or killed', () => {
  const NAME = '讲话.txt';
  const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
  const noted = (tab = 'p', records = new Noted()) => ({ drafts: new Drafts(records, tab), records });

  it('D3: looking for orphans and acknowledging are one-shot requests', async () => {
    const { drafts, records } = noted();
    await drafts.findOrphans(NAME);
    expect(records.asked).toEqual(['all drafts']);
    await drafts.save(draft('一', 1));
    records.asked.length = 0;
    drafts.acknowledge(NAME, '一');
    await settled();
    expect(records.asked).toEqual(['remove drafts', 'all drafts']);
    expect(await drafts.findOrphans(NAME)).toEqual([]);
    records.asked.length = 0;
    drafts.acknowledge(NAME, '一');
    await settled();
    expect(records.asked).toEqual([]);
  });

  it('D7: orphans of the text that the file has are deleted, in one-shot requests', async () => {
    const { drafts, records } = noted();
    const other = noted('other', records).drafts;
    await other.save(draft('一', 1));
    await noted('third', records).drafts.save(draft('二', 2));
    await drafts.save(draft('一', 3));
    records.asked.length = 0;
    drafts.acknowledge(NAME, '一');
    await settled();
    expect(records.asked).toEqual(['remove drafts', 'all drafts', 'remove drafts']);
    expect((await drafts.findOrphans(NAME))[0]).toMatchObject({ text: '二', tab: 'third' });
    await drafts.discard((await drafts.findOrphans(NAME))[0]!);
    expect(await drafts.findOrphans(NAME)).toEqual([]);
  });

  it('D11: the draft of an open tab stays, also with the same text: the tab may replace it any time', async () => {
    const records = new Noted();
    const isOpen = async (page: string) => page === 'other';
    const drafts = new Drafts(records, 'p', isOpen);
    await new Drafts(records, 'other').save(draft('一', 1));
    await drafts.save(draft('一', 2));
    drafts.acknowledge(NAME, '一');
    await settled();
    const after = new Drafts(records, 'later');
    expect((await after.findOrphans(NAME))[0]).toMatchObject({ text: '一', tab: 'other' });
  });

  it('R7: a take-over is one transaction: a tab killed at any moment leaves one of the two drafts, never both', async () => {
    const records = new Noted();
    const dead = new Drafts(records, 'dead');
    await dead.save(draft('一', 1));
    const drafts = new Drafts(records, 'p');
    const left = (await drafts.findOrphans(NAME))[0]!;
    records.asked.length = 0;
    const write = vi.spyOn(records, 'write');
    await drafts.takeOver(left);
    expect(write).toHaveBeenCalledTimes(1);
    expect(records.asked).toEqual(['put drafts', 'remove drafts']);
    // Gone on from, and saved: nothing of it comes back.
    drafts.acknowledge(NAME, '一二');
    await settled();
    expect(await new Drafts(records, 'later').findOrphans(NAME)).toEqual([]);
  });

  it('D5: discarding an older draft of this tab leaves the newer one it has saved since', async () => {
    const { drafts } = noted();
    await drafts.save(draft('旧', 1));
    const left = (await drafts.findOrphans(NAME))[0]!;
    await drafts.save(draft('新', 2));
    await drafts.discard(left);
    expect((await drafts.findOrphans(NAME))[0]?.text).toBe('新');
  });

  it.each(['waiting for the database', 'with the database open'])(
    'D2: what is called in one task is applied in its order: %s',
    async (when) => {
      const opening = IndexedRecords.opening(`order ${when}`);
      if (when.startsWith('with')) await opening.all('drafts');
      const later = new Drafts(opening, 'later');
      const drafts = new Drafts(opening, 'p');
      void drafts.save(draft('一', 1), 'relaxed');
      drafts.acknowledge(NAME, '一');
      expect(await later.findOrphans(NAME)).toEqual([]);
      void drafts.save(draft('一二', 2));
      drafts.acknowledge(NAME, '一二');
      void drafts.save(draft('一二三', 3), 'relaxed');
      expect((await later.findOrphans(NAME))[0]?.text).toBe('一二三');
      await settled();
      expect((await later.findOrphans(NAME))[0]?.text).toBe('一二三');
      drafts.acknowledge(NAME, '一二三');
      await settled();
      expect(await later.findOrphans(NAME)).toEqual([]);
    },
  );

  it('D3: every request is made and committed in the task of the call', async () => {
    const drafts = new Drafts(IndexedRecords.opening('turns'), 'p');
    await drafts.save(draft('一', 1));
    const opened = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const committed = vi.spyOn(IDBTransaction.prototype, 'commit');
    for (const ask of [() => drafts.findOrphans(NAME), async () => drafts.acknowledge(NAME, '一')]) {
      const answer = ask();
      // Microtasks only: no answer of the database has come in.
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
      expect(opened).toHaveBeenCalled();
      expect(committed).toHaveBeenCalledTimes(opened.mock.calls.length);
      await answer;
    }
    await settled();
    expect(committed).toHaveBeenCalledTimes(opened.mock.calls.length);
    opened.mockRestore();
    committed.mockRestore();
  });
});

/** `localStorage` with these entries. */
function stubLocal(stored: Readonly<Record<string, string>>): Record<string, string> {
  const local: Record<string, string> = { ...stored };
  const functions = {
    getItem: (key: string) => local[key] ?? null,
    setItem: (key: string, value: string) => {
      local[key] = value;
    },
    removeItem: (key: string) => delete local[key],
  };
  for (const [name, value] of Object.entries(functions)) Object.defineProperty(local, name, { value });
  vi.stubGlobal('localStorage', local);
  return local;
}

it('D5, D8: drafts that closed tabs left in localStorage are moved into the database, unless it has newer ones', async () => {
  const local = stubLocal({ 'jiangtai.draft/c/讲话.txt': 'nonsense', 'jiangtai.choice/language': 'en' });
  const records = new MemoryRecords();
  const isOpen = async (tab: string) => tab === 'open';
  for (const [tab, text, time] of [
    ['a', '甲', 5],
    ['b', '乙', 6],
    ['open', '丙', 9],
  ] as const)
    expect(new Drafts(records, tab).saveSync(draft(text, time))).toBe(true);
  const drafts = new Drafts(records, 'p', isOpen);
  const stored = { ...local };
  const refused = vi.spyOn(records, 'write').mockRejectedValue(new LibraryError('storage-full'));
  expect(await drafts.findOrphans('讲话.txt')).toEqual([]);
  expect(local).toEqual(stored);
  refused.mockRestore();
  await new Drafts(records, 'b').save(draft('乙，写完', 7));
  const found = (await drafts.findOrphans('讲话.txt')).map(({ tab, text }) => [tab, text]);
  expect(found).toEqual([
    ['b', '乙，写完'],
    ['a', '甲'],
  ]);
  const left = ['jiangtai.draft/c/讲话.txt', 'jiangtai.choice/language', 'jiangtai.draft/open/讲话.txt'];
  expect(Object.keys(local)).toEqual(left);
  await new Drafts(records, 'open').acknowledge('讲话.txt', '丙');
  expect(Object.keys(local)).toEqual(left.slice(0, 2));
  vi.unstubAllGlobals();
  expect(new Drafts(records, 'q').saveSync(draft('丁', 1))).toBe(false);
});

it('D12: drafts of a renamed speech go along, but for those of open tabs, and replace none that are there', async () => {
  const records = new MemoryRecords();
  const open = (tab: string) => new Drafts(records, tab, async (other) => other === 'open');
  for (const tab of ['open', 'dead', 'me']) await open(tab).save(draft(tab, 5));
  await open('dead').save(draft('dead, of another speech', 3, '新.txt'));
  const drafts = open('me');
  await drafts.rename('讲话.txt', '新.txt');
  const found = await drafts.findOrphans('新.txt');
  expect(found.map(({ text }) => text).sort()).toEqual(['dead', 'dead, of another speech', 'me']);
  expect(await drafts.findOrphans('讲话.txt')).toEqual([]);
  expect((await new Drafts(records, 'later').findOrphans('讲话.txt'))[0]?.text).toBe('open');
});

describe('the logical clock', () => {
  it('D6: times rise when the machine’s clock is set back, and are later than those of a draft that was taken over', async () => {
    const records = new MemoryRecords();
    const now = vi.spyOn(Date, 'now').mockReturnValue(2_000_000);
    const dead = draft('别的页留下的', 2_900_000);
    await new Drafts(records, 'dead').save(dead);
    const drafts = new Drafts(records, 'one');
    await drafts.takeOver({ ...dead, tab: 'dead' });
    now.mockReturnValue(1_000_000);
    const times = [tick(), tick()] as const;
    expect(times[0]).toBeGreaterThan(dead.time);
    expect(times[1]).toBeGreaterThan(times[0]);
    now.mockRestore();
  });
});
