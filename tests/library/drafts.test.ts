import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { type Draft, type DraftStorage, Drafts } from '../../src/library/browser/drafts.ts';
import { IndexedRecords } from '../../src/library/browser/indexed-records.ts';
import { tick } from '../../src/library/browser/logical-clock.ts';
import { MemoryRecords, type RecordStore } from '../../src/library/browser/record-store.ts';
import { LibraryError } from '../../src/library/library-error.ts';

/** Storage in memory; `full` makes it refuse. */
class Memory implements DraftStorage {
  full = false;
  private readonly items = new Map<string, string>();
  get length(): number {
    return this.items.size;
  }
  key(index: number): string | null {
    return [...this.items.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
}

const draft = (text: string, time: number, name = '讲话.txt'): Draft => ({ name, text, revision: 'r', time });

describe('Drafts', () => {
  it('D7: the newest draft is kept until the file has its text', async () => {
    const drafts = new Drafts(new Memory(), 'p');
    expect(drafts.saveSync(draft('一', 1))).toBe(true);
    expect(drafts.saveSync(draft('一二', 2))).toBe(true);
    expect((await drafts.findOrphans('讲话.txt'))[0]?.text).toBe('一二');
    drafts.acknowledge('讲话.txt', '一二');
    expect(await drafts.findOrphans('讲话.txt')).toEqual([]);
  });

  it('D1: two tabs on one speech do not overwrite each other’s drafts', async () => {
    const storage = new Memory();
    const one = new Drafts(storage, 'one');
    const two = new Drafts(storage, 'two');
    one.saveSync(draft('甲', 1));
    two.saveSync(draft('乙', 2));
    two.acknowledge('讲话.txt', '乙');
    expect((await new Drafts(storage, 'three').findOrphans('讲话.txt'))[0]?.text).toBe('甲');
  });

  it('D11, R1: the draft of an open tab is not an orphan', async () => {
    const storage = new Memory();
    new Drafts(storage, 'open').saveSync(draft('甲', 9));
    new Drafts(storage, 'gone').saveSync(draft('乙', 1));
    const drafts = new Drafts(storage, 'me', undefined, async (page) => page === 'open');
    expect((await drafts.findOrphans('讲话.txt'))[0]?.text).toBe('乙');
  });

  it('R7: an orphan that is taken over is this tab’s draft, and not found twice', async () => {
    const storage = new Memory();
    new Drafts(storage, 'gone').saveSync(draft('甲', 5));
    const drafts = new Drafts(storage, 'me');
    await drafts.takeOver((await drafts.findOrphans('讲话.txt'))[0]!);
    expect(storage.length).toBe(1);
    drafts.acknowledge('讲话.txt', '甲');
    expect(storage.length).toBe(0);
  });

  it('D1: drafts of different speeches are different, also with odd names', async () => {
    const drafts = new Drafts(new Memory(), 'p');
    drafts.saveSync(draft('甲', 1, 'a/b.txt'));
    expect(await drafts.findOrphans('b.txt')).toEqual([]);
    expect((await drafts.findOrphans('a/b.txt'))[0]?.text).toBe('甲');
  });

  it('D9: a refusal is reported, where local is full, missing or holds nonsense', async () => {
    const storage = new Memory();
    storage.setItem('jiangtai.draft/x/讲话.txt', 'nonsense');
    storage.full = true;
    const drafts = new Drafts(storage, 'p');
    expect(drafts.saveSync(draft('一', 1))).toBe(false);
    expect(await drafts.findOrphans('讲话.txt')).toEqual([]);
    expect(new Drafts(undefined, 'p').saveSync(draft('一', 1))).toBe(false);
    expect(await new Drafts(undefined, 'p').findOrphans('讲话.txt')).toEqual([]);
  });

  describe('with a database', () => {
    const withRecords = (page: string, storage = new Memory(), records = new MemoryRecords()) => ({
      drafts: new Drafts(storage, page, records),
      storage,
      records,
    });

    it('D5: drafts are in IndexedDB, and local is not used', async () => {
      const { drafts, storage, records } = withRecords('p');
      expect(await drafts.save(draft('一', 1))).toBe(true);
      expect(storage.length).toBe(0);
      const next = new Drafts(storage, 'q', records);
      expect((await next.findOrphans('讲话.txt'))[0]).toMatchObject({ text: '一', tab: 'p' });
      await next.takeOver((await next.findOrphans('讲话.txt'))[0]!);
      expect((await next.findOrphans('讲话.txt'))[0]).toMatchObject({ text: '一', tab: 'q' });
      next.acknowledge('讲话.txt', '一');
      expect(await next.findOrphans('讲话.txt')).toEqual([]);
    });

    it.each(['acknowledge', 'takeOver', 'discard'] as const)(
      'D8: what a killed browser forgot to delete from local stays settled: %s',
      async (how) => {
        const { drafts, storage, records } = withRecords('p');
        drafts.saveSync(draft('旧', 5));
        const next = new Drafts(storage, 'q', records);
        const left = (await next.findOrphans('讲话.txt'))[0]!;
        if (how === 'acknowledge') {
          drafts.acknowledge('讲话.txt', '旧');
        } else {
          await next[how](left);
          next.acknowledge('讲话.txt', '旧');
        }
        expect(storage.length).toBe(0);
        // The kill: the disk still has it.
        new Drafts(storage, 'p').saveSync(draft('旧', 5));
        const after = new Drafts(storage, 'r', records);
        expect(await after.findOrphans('讲话.txt')).toEqual([]);
        // Only that one: what its page left later is new.
        new Drafts(storage, 'p').saveSync(draft('新', 6));
        expect((await after.findOrphans('讲话.txt'))[0]?.text).toBe('新');
      },
    );

    it('D5: where IndexedDB refuses, local has the draft', async () => {
      const { drafts, storage, records } = withRecords('p');
      vi.spyOn(records, 'transact').mockRejectedValue(new LibraryError('storage-full'));
      expect(await drafts.save(draft('一', 1))).toBe(true);
      expect((await drafts.findOrphans('讲话.txt'))[0]?.text).toBe('一');
      storage.full = true;
      expect(await drafts.save(draft('二', 2))).toBe(false);
    });

    it('D4: a strict write asks the browser for strict durability', async () => {
      const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
      const drafts = new Drafts(undefined, 'p', IndexedRecords.opening('drafts'));
      expect(await drafts.save(draft('一', 1))).toBe(true);
      expect(transaction).toHaveBeenCalledWith(expect.anything(), 'readwrite', { durability: 'strict' });
      transaction.mockRestore();
      expect((await drafts.findOrphans('讲话.txt'))[0]?.text).toBe('一');
    });
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
  const noted = (page = 'p', storage = new Memory(), records = new Noted()) => ({
    drafts: new Drafts(storage, page, records),
    storage,
    records,
  });

  it('D3: looking for orphans and acknowledging are one-shot requests', async () => {
    const { drafts, records } = noted();
    await drafts.findOrphans(NAME);
    expect(records.asked).toEqual(['all drafts', 'all facts']);
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

  it('D8: only what local had gets a tombstone, with the deletion', async () => {
    const { drafts, records } = noted();
    drafts.saveSync(draft('一', 1));
    drafts.acknowledge(NAME, '一');
    await settled();
    expect(records.asked).toEqual(['remove drafts', 'put facts', 'all drafts']);
  });

  it('D7: orphans of the text that the file has are deleted, in one-shot requests', async () => {
    const { drafts, records, storage } = noted();
    const other = noted('other', storage, records).drafts;
    await other.save(draft('一', 1));
    await noted('third', storage, records).drafts.save(draft('二', 2));
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
    const drafts = new Drafts(undefined, 'p', records, isOpen);
    await new Drafts(undefined, 'other', records).save(draft('一', 1));
    await drafts.save(draft('一', 2));
    drafts.acknowledge(NAME, '一');
    await settled();
    const after = new Drafts(undefined, 'later', records);
    expect((await after.findOrphans(NAME))[0]).toMatchObject({ text: '一', tab: 'other' });
  });

  it('R7: a take-over is one transaction: a tab killed at any moment leaves one of the two drafts, never both', async () => {
    const records = new Noted();
    const dead = new Drafts(undefined, 'dead', records);
    await dead.save(draft('一', 1));
    const drafts = new Drafts(undefined, 'p', records);
    const left = (await drafts.findOrphans(NAME))[0]!;
    records.asked.length = 0;
    const write = vi.spyOn(records, 'write');
    await drafts.takeOver(left);
    expect(write).toHaveBeenCalledTimes(1);
    expect(records.asked).toEqual(['put drafts', 'remove drafts', 'put facts']);
    // Gone on from, and saved: nothing of it comes back.
    drafts.acknowledge(NAME, '一二');
    await settled();
    expect(await new Drafts(undefined, 'later', records).findOrphans(NAME)).toEqual([]);
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
      const [storage, later] = [new Memory(), new Drafts(undefined, 'later', opening)];
      const drafts = new Drafts(storage, 'p', opening);
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
      expect(storage.length).toBe(0);
    },
  );

  it('D3: every request is made and committed in the task of the call', async () => {
    const drafts = new Drafts(new Memory(), 'p', IndexedRecords.opening('turns'));
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

it('D5: a draft that IndexedDB refuses late replaces nothing newer, and does not come back when the file has more', async () => {
  const storage = new Memory();
  const records = new MemoryRecords();
  const refuse: ((error: Error) => void)[] = [];
  vi.spyOn(records, 'write').mockImplementation(() => new Promise((_, reject) => refuse.push(reject)));
  const drafts = new Drafts(storage, 'p', records);
  const draft = (text: string) => ({ name: '讲话.txt', text, revision: '1', time: tick() });
  const settled = async (index: number) => {
    refuse[index]!(new LibraryError('storage-refused'));
    await new Promise((resolve) => setImmediate(resolve));
  };
  void drafts.save(draft('一'));
  void drafts.takeOver({ ...draft('零'), tab: 'dead', time: 1 });
  drafts.saveSync(draft('一二'));
  await settled(0);
  await settled(1);
  expect((await new Drafts(storage, 'later').findOrphans('讲话.txt')).map(({ text }) => text)).toEqual([
    '一二',
  ]);
  void drafts.save(draft('一二三'));
  drafts.acknowledge('讲话.txt', '一二三四');
  await settled(2);
  expect(storage.length).toBe(0);
});

it('D8: an entry that local shows again after a crash is deleted before its tombstone', async () => {
  const [storage, records] = [new Memory(), new MemoryRecords()];
  const old = { name: '讲话.txt', text: '旧', revision: '1', time: 5 };
  new Drafts(storage, 'dead').saveSync(old);
  await records.write([{ store: 'facts', key: 'jiangtai.draft/dead/讲话.txt', value: 5 }]);
  const drafts = new Drafts(storage, 'p', records);
  for (let time = 0; time < 2; time++) expect(await drafts.findOrphans('讲话.txt')).toEqual([]);
  expect(storage.length).toBe(0);
});

it('D8: a tombstone is deleted after 30 days, with the draft it suppresses', async () => {
  const records = new MemoryRecords();
  const long = Date.now() - 31 * 24 * 3_600_000;
  const drafts = new Drafts(undefined, 'p', records);
  const old = { name: '讲话.txt', text: '旧', revision: '1', time: long };
  await new Drafts(undefined, 'dead', records).save(old);
  await records.write([{ store: 'facts', key: 'jiangtai.draft/dead/讲话.txt', value: long }]);
  for (let time = 0; time < 2; time++) expect(await drafts.findOrphans('讲话.txt')).toEqual([]);
  expect([await records.all('drafts'), await records.all('facts')]).toEqual([[], []]);
});

it('D12: drafts of a renamed speech go along, but for those of open tabs, and replace none that are there', async () => {
  const [storage, records] = [new Memory(), new MemoryRecords()];
  const open = (tab: string) => new Drafts(storage, tab, records, async (other) => other === 'open');
  for (const tab of ['open', 'dead', 'me']) await open(tab).save(draft(tab, 5));
  open('local').saveSync(draft('local', 4));
  await open('dead').save(draft('dead, of another speech', 3, '新.txt'));
  const drafts = open('me');
  await drafts.rename('讲话.txt', '新.txt');
  const found = await drafts.findOrphans('新.txt');
  expect(found.map(({ text }) => text).sort()).toEqual(['dead', 'dead, of another speech', 'local', 'me']);
  expect(await drafts.findOrphans('讲话.txt')).toEqual([]);
  expect((await new Drafts(storage, 'later', records).findOrphans('讲话.txt'))[0]?.text).toBe('open');
});

describe('the logical clock', () => {
  it('D6: times rise when the machine’s clock is set back, and are later than those of a draft that was taken over', async () => {
    const storage = new Memory();
    const records = new MemoryRecords();
    const open = (page: string) => new Drafts(storage, page, records);
    const now = vi.spyOn(Date, 'now').mockReturnValue(2_000_000);
    const dead = draft('别的页留下的', 2_900_000);
    open('dead').saveSync(dead);
    const drafts = open('one');
    await drafts.takeOver({ ...dead, tab: 'dead' });
    // As the page goes, and stays after all; then the file has it.
    drafts.saveSync(draft('别的页留下的，写完', tick()));
    drafts.acknowledge('讲话.txt', '别的页留下的，写完');
    now.mockReturnValue(1_000_000);
    const times = [tick(), tick()] as const;
    expect(times[1]).toBeGreaterThan(times[0]);
    drafts.saveSync(draft('又写一句', tick()));
    expect((await open('later').findOrphans('讲话.txt'))[0]?.text).toBe('又写一句');
    now.mockRestore();
  });
});
