import { comesAfter, pageTime } from './logical-clock.ts';
import type { RecordChange, RecordStore } from './record-store.ts';

/** Text that is not safely in its file yet. */
export interface Draft {
  readonly name: string;
  readonly text: string;
  /** Revision of the file the edits began from. */
  readonly revision: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** A draft, and the page that left it. */
export type LeftDraft = Draft & { readonly page: string };

/** The part of `Storage` that is used. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'jiangtai.draft/';
/** Marks of drafts that are done with are kept this long, ms. */
const MARK_AGE = 30 * 24 * 3600 * 1000;

/**
 * Drafts in the browser, one for each speech and page: `PAGE/NAME`. The page's own id is part of the key so that
 * two tabs on one speech cannot overwrite each other.
 *
 * They are records of the browser's database, which are on the disk when it says so. Only what must be kept at once,
 * as the page goes, is in its small storage (`localStorage`): that reaches the disk seconds later, and a browser that
 * is killed forgets what was put there and, worse, what was taken away. So a draft of the small storage that is done
 * with is marked in the database; it is not shown as new when it comes back from the dead.
 *
 * Either place may be missing, full or refused: `keep` says so and nothing else fails.
 */
export class Drafts {
  /** Speeches of which this page may have a draft in the database. */
  private readonly recorded = new Set<string>();
  /** Time of the newest text of each speech that is in the small storage or in its file, ms since 1970. */
  private readonly newest = new Map<string, number>();

  /**
   * @param page id of this page, without `/`
   * @param records the browser's database; undefined where there is none
   * @param isAlive whether another page is still open: its drafts are its own business
   */
  constructor(
    private readonly storage: DraftStorage | undefined,
    private readonly page: string,
    private readonly records?: RecordStore,
    private readonly isAlive: (page: string) => Promise<boolean> = async () => false,
  ) {}

  /**
   * Keeps a draft so that a crash of browser or machine leaves it.
   *
   * @param durability `relaxed`: the browser may crash, the machine not; sooner done
   * @returns false when the browser refused
   */
  async keep(draft: Draft, durability: 'strict' | 'relaxed' = 'strict'): Promise<boolean> {
    this.recorded.add(draft.name);
    try {
      if (!this.records) return this.keepNow(draft);
      await this.records.write([put(this.page, draft)], durability);
      return true;
    } catch {
      return this.keepNow(draft);
    }
  }

  /**
   * Keeps a draft before this returns: the page is going.
   *
   * @returns false when the browser refused
   */
  keepNow(draft: Draft): boolean {
    // What the database refuses late is older than what was kept meanwhile.
    if (draft.time < (this.newest.get(draft.name) ?? 0)) return true;
    const done = this.store(this.page, draft);
    if (done) this.newest.set(draft.name, draft.time);
    return done;
  }

  /**
   * A draft of this very page is going to give way to another: it lives on as if a page that is gone had left it.
   *
   * @returns the draft as it is found from now on
   */
  setAside(left: LeftDraft): LeftDraft {
    const { name, text, revision, time, page } = left;
    if (page !== this.page) return left;
    const draft = { name, text, revision, time };
    const aside = { ...draft, page: `${page}-${time}` };
    const changes = [put(aside.page, draft), gone(page, name), mark(left)];
    void this.withRecords((records) => records.write(changes, 'strict').then(() => true)).then((done) => {
      if (done ?? this.store(aside.page, draft)) this.unstoreUpTo(left);
    });
    return aside;
  }

  /** The text is safe in its file: this page's draft goes, and every leftover with the same text. */
  safe(name: string, text: string): void {
    this.newest.set(name, pageTime());
    const isDone = (draft: LeftDraft) => draft.page === this.page || draft.text === text;
    const stored = this.stored(name).filter(isDone);
    for (const draft of stored) this.unstore(draft);
    const recorded = this.recorded.delete(name);
    if (stored.length === 0 && !recorded) return;
    void this.withRecords(async (records) => {
      // Asked for in one turn: what this page keeps from now on comes after that, and stands.
      await Promise.all([
        records.write([gone(this.page, name), ...stored.map(mark)], 'strict'),
        this.removeLeft(records, name, text),
      ]);
    });
  }

  /** Drafts of a speech left by pages that are gone (or by this one), one of each page, newest first. */
  async leftovers(name: string): Promise<readonly LeftDraft[]> {
    const stored = this.stored(name);
    // Marks last: what is put away between the two was marked first, and is seen to be done with.
    const [recorded, done] = (await this.withRecords(async (records) => [
      await recordedIn(records, name),
      new Map(await records.all<number>('facts', PREFIX)),
    ])) ?? [[], new Map<string, number>()];
    this.dropOldMarks(name, recorded, done);
    const newest = new Map<string, LeftDraft>();
    for (const draft of [...recorded, ...stored]) {
      if ((newest.get(draft.page)?.time ?? 0) >= draft.time) continue;
      const mark = done.get(PREFIX + keyOf(draft.page, name)) ?? 0;
      if (draft.time <= mark) {
        // Back from the dead: it must not outlive its mark.
        this.unstoreUpTo({ ...draft, time: mark });
        continue;
      }
      if (draft.page !== this.page && (await this.isAlive(draft.page))) continue;
      newest.set(draft.page, draft);
    }
    return [...newest.values()].sort((a, b) => b.time - a.time);
  }

  /** Marks of this speech that have lasted long enough go, and with them what they would no longer hold down. */
  private dropOldMarks(
    name: string,
    recorded: readonly LeftDraft[],
    done: ReadonlyMap<string, number>,
  ): void {
    const now = Date.now();
    const changes = [...done].flatMap(([key, time]): RecordChange[] => {
      const [page, named] = partsOf(key.slice(PREFIX.length));
      if (named !== name || time >= now - MARK_AGE) return [];
      const held = recorded.some((draft) => draft.page === page && draft.time <= time);
      return [...(held ? [gone(page, name)] : []), { shelf: 'facts', key, gone: true }];
    });
    if (changes.length > 0) void this.withRecords((records) => records.write(changes, 'relaxed'));
  }

  /** Puts a leftover away for good. */
  async discard(draft: LeftDraft): Promise<void> {
    const { name, page } = draft;
    this.unstoreUpTo(draft);
    // Of its own page there may be a newer one under the key by now; a page that is gone puts none.
    const kept = page === this.page && this.recorded.has(name);
    await this.withRecords((records) =>
      records.write(kept ? [mark(draft)] : [gone(page, name), mark(draft)], 'strict'),
    );
  }

  /** Takes out of the database what pages that are gone left with the same text. Those that are open see to their own. */
  private async removeLeft(records: RecordStore, name: string, text: string): Promise<void> {
    for (const draft of await recordedIn(records, name))
      if (draft.page !== this.page && draft.text === text && !(await this.isAlive(draft.page)))
        await records.write([gone(draft.page, name)], 'strict');
  }

  /**
   * A leftover was taken up by this page: it lives on under this page's key. Both at once: a page killed between the two
   * would leave a draft that comes back when everybody has gone on from it.
   */
  async adopt(draft: LeftDraft): Promise<void> {
    const { name, page, time } = draft;
    comesAfter(time);
    this.recorded.add(name);
    if (page === this.page) return;
    const took = await this.withRecords(async (records) => {
      await records.write([put(this.page, draft), gone(page, name), mark(draft)], 'strict');
      return true;
    });
    if (!(took ?? this.keepNow({ name, text: draft.text, revision: draft.revision, time }))) return;
    this.unstoreUpTo(draft);
  }

  /** @returns false when the browser refused */
  private store(page: string, draft: Draft): boolean {
    try {
      if (!this.storage) return false;
      this.storage.setItem(PREFIX + keyOf(page, draft.name), JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  /** Drafts in the small storage. */
  private stored(name: string): LeftDraft[] {
    const found: LeftDraft[] = [];
    try {
      for (let i = 0; i < (this.storage?.length ?? 0); i++) {
        const key = this.storage!.key(i);
        if (!key?.startsWith(PREFIX)) continue;
        const [page, named] = partsOf(key.slice(PREFIX.length));
        const draft = named === name ? parseDraft(this.storage!.getItem(key)) : undefined;
        if (draft) found.push({ ...draft, name, page });
      }
    } catch {
      // storage refused
    }
    return found;
  }

  /** Takes what this page left till then out of the small storage. */
  private unstoreUpTo({ name, page, time }: LeftDraft): void {
    for (const found of this.stored(name)) if (found.page === page && found.time <= time) this.unstore(found);
  }

  private unstore({ name, page }: LeftDraft): void {
    try {
      this.storage?.removeItem(PREFIX + keyOf(page, name));
    } catch {
      // storage refused
    }
  }

  /** @returns undefined when there is no database, or it refused */
  private async withRecords<Result>(
    work: (records: RecordStore) => Promise<Result>,
  ): Promise<Result | undefined> {
    try {
      return this.records && (await work(this.records));
    } catch {
      return undefined;
    }
  }
}

async function recordedIn(records: RecordStore, name: string): Promise<LeftDraft[]> {
  const found: LeftDraft[] = [];
  for (const [key, draft] of await records.all<Draft>('drafts')) {
    const [page, named] = partsOf(key);
    if (named === name) found.push({ ...draft, page });
  }
  return found;
}

function put(page: string, { name, text, revision, time }: Draft): RecordChange {
  return { shelf: 'drafts', key: keyOf(page, name), value: { name, text, revision, time } satisfies Draft };
}

function gone(page: string, name: string): RecordChange {
  return { shelf: 'drafts', key: keyOf(page, name), gone: true };
}

/** Notes that this draft is done with. */
function mark({ name, page, time }: LeftDraft): RecordChange {
  return { shelf: 'facts', key: PREFIX + keyOf(page, name), value: time };
}

function keyOf(page: string, name: string): string {
  return `${page}/${name}`;
}

function partsOf(key: string): [page: string, name: string] {
  const slash = key.indexOf('/');
  return [key.slice(0, slash), key.slice(slash + 1)];
}

function parseDraft(stored: string | null): Draft | undefined {
  try {
    const draft = JSON.parse(stored ?? '') as Draft;
    const { text, revision, time } = draft;
    const whole = typeof text === 'string' && typeof revision === 'string' && Number.isFinite(time);
    return whole ? draft : undefined;
  } catch {
    return undefined; // not ours, or from a newer version
  }
}
