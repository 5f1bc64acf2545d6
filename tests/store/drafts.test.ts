import { describe, expect, it } from 'vitest';
import { type Draft, type DraftStorage, Drafts } from '../../src/store/drafts.ts';

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
    expect(drafts.keep(draft('一', 1))).toBe(true);
    expect(drafts.keep(draft('一二', 2))).toBe(true);
    expect((await drafts.leftover('讲话.txt'))?.text).toBe('一二');
    drafts.safe('讲话.txt', '一二');
    expect(await drafts.leftover('讲话.txt')).toBeUndefined();
  });

  it('two pages on one speech do not overwrite each other', async () => {
    const storage = new Memory();
    const one = new Drafts(storage, 'one');
    const two = new Drafts(storage, 'two');
    one.keep(draft('甲', 1));
    two.keep(draft('乙', 2));
    two.safe('讲话.txt', '乙');
    expect((await new Drafts(storage, 'three').leftover('讲话.txt'))?.text).toBe('甲');
  });

  it('leaves the drafts of a page that is still open alone', async () => {
    const storage = new Memory();
    new Drafts(storage, 'open').keep(draft('甲', 9));
    new Drafts(storage, 'gone').keep(draft('乙', 1));
    const drafts = new Drafts(storage, 'me', async (page) => page === 'open');
    expect((await drafts.leftover('讲话.txt'))?.text).toBe('乙');
  });

  it('a leftover taken up moves to this page and is not found twice', async () => {
    const storage = new Memory();
    new Drafts(storage, 'gone').keep(draft('甲', 5));
    const drafts = new Drafts(storage, 'me');
    drafts.adopt((await drafts.leftover('讲话.txt'))!);
    expect(storage.length).toBe(1);
    drafts.safe('讲话.txt', '甲');
    expect(storage.length).toBe(0);
  });

  it('tells one speech from another, also with odd names', async () => {
    const drafts = new Drafts(new Memory(), 'p');
    drafts.keep(draft('甲', 1, 'a/b.txt'));
    expect(await drafts.leftover('b.txt')).toBeUndefined();
    expect((await drafts.leftover('a/b.txt'))?.text).toBe('甲');
  });

  it('says when the storage refuses, is missing, or holds nonsense', async () => {
    const storage = new Memory();
    storage.setItem('jiangtai.draft/x/讲话.txt', 'nonsense');
    storage.full = true;
    const drafts = new Drafts(storage, 'p');
    expect(drafts.keep(draft('一', 1))).toBe(false);
    expect(await drafts.leftover('讲话.txt')).toBeUndefined();
    expect(new Drafts(undefined, 'p').keep(draft('一', 1))).toBe(false);
    expect(await new Drafts(undefined, 'p').leftover('讲话.txt')).toBeUndefined();
  });
});
