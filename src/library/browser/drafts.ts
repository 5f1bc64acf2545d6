import { observe, tick } from './logical-clock.ts';
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

/** A draft, and the tab that left it. */
export type OrphanedDraft = Draft & { readonly tab: string };

/** The part of `Storage` that is used. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'jiangtai.draft/';
/** Marks of drafts that are done with are kept this long, ms. */
const MARK_AGE = 30 * 24 * 3600 * 1000;

/**
 * Drafts in the browser, one for each speech and tab: `PAGE/NAME`. The tab's own id is part of the key so that
 * two tabs on one speech cannot overwrite each other.
 *
 * They are records of the browser's database, which are on the disk when it says so. Only what must be kept at once,
 * as the tab goes, is in its small storage (`localStorage`): that reaches the disk seconds later, and a browser that
 * is killed forgets what was put there and, worse, what was taken away. So a draft of the small storage that is done
 * with is marked in the database; it is not shown as new when it comes back from the dead.
 *
 * Either place may be missing, full or refused: `keep` says so and nothing else fails.
 */
export class Drafts {
  /** Speeches of which this tab may have a draft in the database. */
  private readonly recorded = new Set<string>();
  /** Time of the newest text of each speech that is in the small storage or in its file, ms since 1970. */
  private readonly newest = new Map<string, number>();

  /**
   * @param tab id of this tab, without `/`
   * @param records the browser's database; undefined where there is none
   * @param isTabOpen whether another tab is still open: its drafts are its own business
   */
  constructor(
    private readonly storage: DraftStorage | undefined,
    private readonly tab: string,
    private readonly records?: RecordStore,
    private readonly isTabOpen: (tab: string) => Promise<boolean> = async () => false,
  ) {}

  /**
   * Keeps a draft so that a crash of browser or machine leaves it.
   *
   * @param durability `relaxed`: the browser may crash, the machine not; sooner done
   * @returns false when the browser refused
   */
  async save(draft: Draft, durability: 'strict' | 'relaxed' = 'strict'): Promise<boolean> {
    this.recorded.add(draft.name);
    try {
      if (!this.records) return this.saveSync(draft);
      await this.records.write([put(this.tab, draft)], durability);
      return true;
    } catch {
      return this.saveSync(draft);
    }
  }

  /**
   * Keeps a draft before this returns: the tab is going.
   *
   * @returns false when the browser refused
   */
  saveSync(draft: Draft): boolean {
    // What the database refuses late is older than what was kept meanwhile.
    if (draft.time < (this.newest.get(draft.name) ?? 0)) return true;
    const done = this.putLocal(this.tab, draft);
    if (done) this.newest.set(draft.name, draft.time);
    return done;
  }

  /**
   * A draft of this very tab is going to give way to another: it lives on as if a tab that is gone had left it.
   *
   * @returns the draft as it is found from now on
   */
  fork(left: OrphanedDraft): OrphanedDraft {
    const { name, text, revision, time, tab } = left;
    if (tab !== this.tab) return left;
    const draft = { name, text, revision, time };
    const aside = { ...draft, tab: `${tab}-${time}` };
    const changes = [put(aside.tab, draft), deletion(tab, name), mark(left)];
    void this.withRecords((records) => records.write(changes, 'strict').then(() => true)).then((done) => {
      if (done ?? this.putLocal(aside.tab, draft)) this.removeLocalUpTo(left);
    });
    return aside;
  }

  /** The text is safe in its file: this tab's draft goes, and every leftover with the same text. */
  acknowledge(name: string, text: string): void {
    this.newest.set(name, tick());
    const isDone = (draft: OrphanedDraft) => draft.tab === this.tab || draft.text === text;
    const localDrafts = this.stored(name).filter(isDone);
    for (const draft of localDrafts) this.removeLocal(draft);
    const recorded = this.recorded.delete(name);
    if (localDrafts.length === 0 && !recorded) return;
    void this.withRecords(async (records) => {
      // Asked for in one turn: what this tab keeps from now on comes after that, and stands.
      await Promise.all([
        records.write([deletion(this.tab, name), ...localDrafts.map(mark)], 'strict'),
        this.removeLeft(records, name, text),
      ]);
    });
  }

  /** Drafts of a speech left by pages that are gone (or by this one), one of each tab, newest first. */
  async findOrphans(name: string): Promise<readonly OrphanedDraft[]> {
    const stored = this.stored(name);
    // Marks last: what is put away between the two was marked first, and is seen to be done with.
    const [recorded, done] = (await this.withRecords(async (records) => [
      await recordedIn(records, name),
      new Map(await records.all<number>('facts', PREFIX)),
    ])) ?? [[], new Map<string, number>()];
    this.dropOldTombstones(name, recorded, done);
    const newest = new Map<string, OrphanedDraft>();
    for (const draft of [...recorded, ...stored]) {
      if ((newest.get(draft.tab)?.time ?? 0) >= draft.time) continue;
      const tombstone = done.get(PREFIX + keyOf(draft.tab, name)) ?? 0;
      if (draft.time <= tombstone) {
        // Back from the dead: it must not outlive its mark.
        this.removeLocalUpTo({ ...draft, time: tombstone });
        continue;
      }
      if (draft.tab !== this.tab && (await this.isTabOpen(draft.tab))) continue;
      newest.set(draft.tab, draft);
    }
    return [...newest.values()].sort((a, b) => b.time - a.time);
  }

  /** Marks of this speech that have lasted long enough go, and with them what they would no longer hold down. */
  private dropOldTombstones(
    name: string,
    recorded: readonly OrphanedDraft[],
    done: ReadonlyMap<string, number>,
  ): void {
    const now = Date.now();
    const changes = [...done].flatMap(([key, time]): RecordChange[] => {
      const [tab, named] = partsOf(key.slice(PREFIX.length));
      if (named !== name || time >= now - MARK_AGE) return [];
      const held = recorded.some((draft) => draft.tab === tab && draft.time <= time);
      return [...(held ? [deletion(tab, name)] : []), { store: 'facts', key, deleted: true }];
    });
    if (changes.length > 0) void this.withRecords((records) => records.write(changes, 'relaxed'));
  }

  /** Puts a leftover away for good. */
  async discard(draft: OrphanedDraft): Promise<void> {
    const { name, tab } = draft;
    this.removeLocalUpTo(draft);
    // Of its own tab there may be a newer one under the key by now; a tab that is gone puts none.
    const kept = tab === this.tab && this.recorded.has(name);
    await this.withRecords((records) =>
      records.write(kept ? [mark(draft)] : [deletion(tab, name), mark(draft)], 'strict'),
    );
  }

  /** Takes out of the database what pages that are gone left with the same text. Those that are open see to their own. */
  private async removeLeft(records: RecordStore, name: string, text: string): Promise<void> {
    for (const draft of await recordedIn(records, name))
      if (draft.tab !== this.tab && draft.text === text && !(await this.isTabOpen(draft.tab)))
        await records.write([deletion(draft.tab, name)], 'strict');
  }

  /**
   * A leftover was taken up by this tab: it lives on under this tab's key. Both at once: a tab killed between the two
   * would leave a draft that comes back when everybody has gone on from it.
   */
  async takeOver(draft: OrphanedDraft): Promise<void> {
    const { name, tab, time } = draft;
    observe(time);
    this.recorded.add(name);
    if (tab === this.tab) return;
    const took = await this.withRecords(async (records) => {
      await records.write([put(this.tab, draft), deletion(tab, name), mark(draft)], 'strict');
      return true;
    });
    if (!(took ?? this.saveSync({ name, text: draft.text, revision: draft.revision, time }))) return;
    this.removeLocalUpTo(draft);
  }

  /** @returns false when the browser refused */
  private putLocal(tab: string, draft: Draft): boolean {
    try {
      if (!this.storage) return false;
      this.storage.setItem(PREFIX + keyOf(tab, draft.name), JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  /** Drafts in the small storage. */
  private stored(name: string): OrphanedDraft[] {
    const found: OrphanedDraft[] = [];
    try {
      for (let i = 0; i < (this.storage?.length ?? 0); i++) {
        const key = this.storage!.key(i);
        if (!key?.startsWith(PREFIX)) continue;
        const [tab, named] = partsOf(key.slice(PREFIX.length));
        const draft = named === name ? parseDraft(this.storage!.getItem(key)) : undefined;
        if (draft) found.push({ ...draft, name, tab });
      }
    } catch {
      // storage refused
    }
    return found;
  }

  /** Takes what this tab left till then out of the small storage. */
  private removeLocalUpTo({ name, tab, time }: OrphanedDraft): void {
    for (const found of this.stored(name))
      if (found.tab === tab && found.time <= time) this.removeLocal(found);
  }

  private removeLocal({ name, tab }: OrphanedDraft): void {
    try {
      this.storage?.removeItem(PREFIX + keyOf(tab, name));
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

async function recordedIn(records: RecordStore, name: string): Promise<OrphanedDraft[]> {
  const found: OrphanedDraft[] = [];
  for (const [key, draft] of await records.all<Draft>('drafts')) {
    const [tab, named] = partsOf(key);
    if (named === name) found.push({ ...draft, tab });
  }
  return found;
}

function put(tab: string, { name, text, revision, time }: Draft): RecordChange {
  return { store: 'drafts', key: keyOf(tab, name), value: { name, text, revision, time } satisfies Draft };
}

function deletion(tab: string, name: string): RecordChange {
  return { store: 'drafts', key: keyOf(tab, name), deleted: true };
}

/** Notes that this draft is done with. */
function mark({ name, tab, time }: OrphanedDraft): RecordChange {
  return { store: 'facts', key: PREFIX + keyOf(tab, name), value: time };
}

function keyOf(tab: string, name: string): string {
  return `${tab}/${name}`;
}

function partsOf(key: string): [tab: string, name: string] {
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
