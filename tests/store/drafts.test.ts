import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { type Draft, type DraftStorage, Drafts } from '../../src/store/drafts.ts';
import { IndexedRecords } from '../../src/store/indexed-records.ts';
import { pageTime } from '../../src/store/page-clock.ts';
import { MemoryRecords } from '../../src/store/record-store.ts';
import { StoreError } from '../../src/store/store-error.ts';

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
  it('keeps the newest text until it is safe', async () => {
    const drafts = new Drafts(new Memory(), 'p');
    expect(drafts.keepNow(draft('一', 1))).toBe(true);
    expect(drafts.keepNow(draft('一二', 2))).toBe(true);
    expect((await drafts.leftover('讲话.txt'))?.text).toBe('一二');
    drafts.safe('讲话.txt', '一二');
    expect(await drafts.leftover('讲话.txt')).toBeUndefined();
  });

  it('two pages on one speech do not overwrite each other', async () => {
    const storage = new Memory();
    const one = new Drafts(storage, 'one');
    const two = new Drafts(storage, 'two');
    one.keepNow(draft('甲', 1));
    two.keepNow(draft('乙', 2));
    two.safe('讲话.txt', '乙');
    expect((await new Drafts(storage, 'three').leftover('讲话.txt'))?.text).toBe('甲');
  });

  it('leaves the drafts of a page that is still open alone', async () => {
    const storage = new Memory();
    new Drafts(storage, 'open').keepNow(draft('甲', 9));
    new Drafts(storage, 'gone').keepNow(draft('乙', 1));
    const drafts = new Drafts(storage, 'me', undefined, async (page) => page === 'open');
    expect((await drafts.leftover('讲话.txt'))?.text).toBe('乙');
  });

  it('a leftover taken up moves to this page and is not found twice', async () => {
    const storage = new Memory();
    new Drafts(storage, 'gone').keepNow(draft('甲', 5));
    const drafts = new Drafts(storage, 'me');
    await drafts.adopt((await drafts.leftover('讲话.txt'))!);
    expect(storage.length).toBe(1);
    drafts.safe('讲话.txt', '甲');
    expect(storage.length).toBe(0);
  });

  it('tells one speech from another, also with odd names', async () => {
    const drafts = new Drafts(new Memory(), 'p');
    drafts.keepNow(draft('甲', 1, 'a/b.txt'));
    expect(await drafts.leftover('b.txt')).toBeUndefined();
    expect((await drafts.leftover('a/b.txt'))?.text).toBe('甲');
  });

  it('says when the storage refuses, is missing, or holds nonsense', async () => {
    const storage = new Memory();
    storage.setItem('jiangtai.draft/x/讲话.txt', 'nonsense');
    storage.full = true;
    const drafts = new Drafts(storage, 'p');
    expect(drafts.keepNow(draft('一', 1))).toBe(false);
    expect(await drafts.leftover('讲话.txt')).toBeUndefined();
    expect(new Drafts(undefined, 'p').keepNow(draft('一', 1))).toBe(false);
    expect(await new Drafts(undefined, 'p').leftover('讲话.txt')).toBeUndefined();
  });

  describe('with a database', () => {
    const withRecords = (page: string, storage = new Memory(), records = new MemoryRecords()) => ({
      drafts: new Drafts(storage, page, Promise.resolve(records)),
      storage,
      records,
    });

    it('keeps drafts there, and leaves the small storage alone', async () => {
      const { drafts, storage, records } = withRecords('p');
      expect(await drafts.keep(draft('一', 1))).toBe(true);
      expect(storage.length).toBe(0);
      const next = new Drafts(storage, 'q', Promise.resolve(records));
      expect(await next.leftover('讲话.txt')).toMatchObject({ text: '一', page: 'p' });
      await next.adopt((await next.leftover('讲话.txt'))!);
      expect(await next.leftover('讲话.txt')).toMatchObject({ text: '一', page: 'q' });
      next.safe('讲话.txt', '一');
      expect(await next.leftover('讲话.txt')).toBeUndefined();
    });

    it.each(['safe', 'adopt', 'discard'] as const)(
      'what a killed browser forgot to take out of the small storage stays done with: %s',
      async (how) => {
        const { drafts, storage, records } = withRecords('p');
        drafts.keepNow(draft('旧', 5));
        const next = new Drafts(storage, 'q', Promise.resolve(records));
        const left = (await next.leftover('讲话.txt'))!;
        if (how === 'safe') {
          drafts.safe('讲话.txt', '旧');
        } else {
          await next[how](left);
          next.safe('讲话.txt', '旧');
        }
        expect(storage.length).toBe(0);
        // The kill: the disk still has it.
        new Drafts(storage, 'p').keepNow(draft('旧', 5));
        const after = new Drafts(storage, 'r', Promise.resolve(records));
        expect(await after.leftover('讲话.txt')).toBeUndefined();
        // Only that one: what its page left later is new.
        new Drafts(storage, 'p').keepNow(draft('新', 6));
        expect((await after.leftover('讲话.txt'))?.text).toBe('新');
      },
    );

    it('a database that refuses is stood in for by the small storage', async () => {
      const { drafts, storage, records } = withRecords('p');
      vi.spyOn(records, 'transact').mockRejectedValue(new StoreError('storage-full'));
      expect(await drafts.keep(draft('一', 1))).toBe(true);
      expect((await drafts.leftover('讲话.txt'))?.text).toBe('一');
      storage.full = true;
      expect(await drafts.keep(draft('二', 2))).toBe(false);
    });

    it('asks the browser for records that survive a power cut', async () => {
      const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
      const drafts = new Drafts(undefined, 'p', IndexedRecords.open('drafts'));
      expect(await drafts.keep(draft('一', 1))).toBe(true);
      expect(transaction).toHaveBeenCalledWith(expect.anything(), 'readwrite', { durability: 'strict' });
      transaction.mockRestore();
      expect((await drafts.leftover('讲话.txt'))?.text).toBe('一');
    });
  });
});

describe('the page’s clock', () => {
  it('goes on when the machine’s is set back, also behind what came from another page', async () => {
    const storage = new Memory();
    const records = new MemoryRecords();
    const open = (page: string) => new Drafts(storage, page, Promise.resolve(records));
    const now = vi.spyOn(Date, 'now').mockReturnValue(2_000_000);
    const dead = draft('别的页留下的', 2_900_000);
    open('dead').keepNow(dead);
    const drafts = open('one');
    await drafts.adopt({ ...dead, page: 'dead' });
    // As the page goes, and stays after all; then the file has it.
    drafts.keepNow(draft('别的页留下的，写完', pageTime()));
    drafts.safe('讲话.txt', '别的页留下的，写完');
    now.mockReturnValue(1_000_000);
    const times = [pageTime(), pageTime()] as const;
    expect(times[1]).toBeGreaterThan(times[0]);
    drafts.keepNow(draft('又写一句', pageTime()));
    expect((await open('later').leftover('讲话.txt'))?.text).toBe('又写一句');
    now.mockRestore();
  });
});
