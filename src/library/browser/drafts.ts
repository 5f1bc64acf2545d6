import { observe, tick } from './logical-clock.ts';
import type { RecordChange, RecordStore } from './record-store.ts';

/** Text that its file does not have yet. */
export interface Draft {
  readonly name: string;
  readonly text: string;
  /** Base: revision of the file the edits began from. */
  readonly revision: string;
  /** Of the last edit, ms since 1970, by the tab's logical clock. */
  readonly time: number;
}

/** A draft and the tab that wrote it: one that is closed, or this one. */
export type OrphanedDraft = Draft & { readonly tab: string };

/** The part of `Storage` that is used. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'jiangtai.draft/';
/** Tombstones are kept this long, ms. */
const TOMBSTONE_AGE = 30 * 24 * 3600 * 1000;

/**
 * Drafts in the browser, one for each tab and speech, under `TAB/NAME` (docs/persistence.md, D1–D11).
 *
 * They are records of IndexedDB. `localStorage` ("local") holds only what must be kept synchronously: it reaches the disk
 * seconds later, and after a crash it shows its state of some seconds ago, deleted entries included. So every draft that may
 * be there and is settled gets a tombstone in IndexedDB.
 *
 * Either place may be missing, full or refused: `save` and `saveSync` return false, nothing else fails.
 */
export class Drafts {
  /** Names of speeches of which this tab may have a draft in IndexedDB. */
  private readonly recorded = new Set<string>();
  /** By name: time of the newest text that local or the file has, ms since 1970. */
  private readonly newest = new Map<string, number>();

  /**
   * @param storage undefined where there is none
   * @param tab id of this tab, without `/`
   * @param records IndexedDB; undefined where there is none
   * @param isTabOpen whether another tab is open: its drafts are its own
   */
  constructor(
    private readonly storage: DraftStorage | undefined,
    private readonly tab: string,
    private readonly records?: RecordStore,
    private readonly isTabOpen: (tab: string) => Promise<boolean> = async () => false,
  ) {}

  /**
   * Saves a draft: in IndexedDB, else locally.
   *
   * @param durability `relaxed` survives a crash of the browser only, not of the machine, but takes less time
   * @returns false when both refused
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
   * Saves a draft locally, before this returns.
   *
   * @returns false when the browser refused
   */
  saveSync(draft: Draft): boolean {
    // IndexedDB may refuse a draft after a newer one was saved here (D5).
    if (draft.time < (this.newest.get(draft.name) ?? 0)) return true;
    const done = this.putLocal(this.tab, draft);
    if (done) this.newest.set(draft.name, draft.time);
    return done;
  }

  /**
   * Forks this tab's draft before it is overwritten (D10); to recovery the copy is a closed tab's. Other drafts stay as
   * they are.
   *
   * @returns the draft as recovery finds it from now on
   */
  fork(draft: OrphanedDraft): OrphanedDraft {
    const { name, time, tab } = draft;
    if (tab !== this.tab) return draft;
    const forked = { ...draft, tab: `${tab}-${time}` };
    const changes = [put(forked.tab, draft), deletion(tab, name), tombstone(draft)];
    void this.commit(changes).then((done) => {
      if (done || this.putLocal(forked.tab, draft)) this.removeLocalUpTo(draft);
    });
    return forked;
  }

  /** The file has this text: this tab's draft is deleted, and every orphan of the same text (D7). */
  acknowledge(name: string, text: string): void {
    this.newest.set(name, tick());
    const local = this.localDrafts(name).filter((draft) => draft.tab === this.tab || draft.text === text);
    for (const draft of local) this.removeLocal(draft);
    const recorded = this.recorded.delete(name);
    if (local.length === 0 && !recorded) return;
    // Both are requested in this task: a draft saved from now on is applied after them, and stays.
    void this.commit([deletion(this.tab, name), ...local.map(tombstone)]);
    void this.deleteOrphansOf(name, text);
  }

  /** Drafts of a speech by closed tabs and by this one: the newest of each tab, newest first (R1). Never rejects. */
  async findOrphans(name: string): Promise<readonly OrphanedDraft[]> {
    const local = this.localDrafts(name);
    const [recorded, tombstones] = await this.readRecords(name);
    this.dropOldTombstones(name, recorded, tombstones);
    const newest = new Map<string, OrphanedDraft>();
    for (const draft of [...recorded, ...local]) {
      if ((newest.get(draft.tab)?.time ?? 0) >= draft.time) continue;
      const settled = tombstones.get(PREFIX + keyOf(draft.tab, name)) ?? 0;
      if (draft.time <= settled) {
        // localStorage was restored after a crash; remove the entry while its tombstone exists.
        this.removeLocalUpTo({ ...draft, time: settled });
        continue;
      }
      if (draft.tab !== this.tab && (await this.isTabOpen(draft.tab))) continue;
      newest.set(draft.tab, draft);
    }
    return [...newest.values()].sort((a, b) => b.time - a.time);
  }

  /** Deletes a draft for good: it, and what its tab saved before it, is not found again. */
  async discard(draft: OrphanedDraft): Promise<void> {
    const { name, tab } = draft;
    this.removeLocalUpTo(draft);
    // This tab may have a newer draft under the key by now; a closed tab does not save any.
    const replaced = tab === this.tab && this.recorded.has(name);
    await this.commit(replaced ? [tombstone(draft)] : [deletion(tab, name), tombstone(draft)]);
  }

  /**
   * Makes an orphan this tab's draft, in one transaction (R7): were the tab killed between two, either none would be left
   * or one that is found again when the text has long been edited further.
   */
  async takeOver(draft: OrphanedDraft): Promise<void> {
    const { name, tab, time } = draft;
    observe(time);
    this.recorded.add(name);
    if (tab === this.tab) return;
    const done = await this.commit([put(this.tab, draft), deletion(tab, name), tombstone(draft)]);
    if (done || this.saveSync(draftOf(draft))) this.removeLocalUpTo(draft);
  }

  /**
   * The speech has another name: drafts of closed tabs and of this one go along (D12). Those of a speech that had the new
   * name before stay.
   */
  async rename(name: string, to: string): Promise<void> {
    const [drafts, others] = await Promise.all([this.findOrphans(name), this.findOrphans(to)]);
    for (const draft of drafts) {
      const isTaken = others.some(({ tab }) => tab === draft.tab);
      const tab = isTaken ? `${draft.tab}-${draft.time}` : draft.tab;
      const renamed = { ...draft, name: to };
      if (tab === this.tab) this.recorded.add(to);
      const done = await this.commit([put(tab, renamed), deletion(draft.tab, name), tombstone(draft)]);
      if (done || this.putLocal(tab, renamed)) this.removeLocalUpTo(draft);
    }
  }

  /** Without the tombstones no draft of the database may be shown: none where either read is refused. */
  private async readRecords(name: string): Promise<[OrphanedDraft[], ReadonlyMap<string, number>]> {
    try {
      const recorded = await this.recordedDrafts(name);
      // Read tombstones last: a discard writes its tombstone in the transaction that deletes the draft, so one between the
      // two reads is seen.
      return [recorded, new Map(await this.records?.all<number>('facts', PREFIX))];
    } catch {
      return [[], new Map()];
    }
  }

  /** Deletes tombstones older than 30 days and the drafts they suppress. */
  private dropOldTombstones(
    name: string,
    recorded: readonly OrphanedDraft[],
    tombstones: ReadonlyMap<string, number>,
  ): void {
    const oldest = Date.now() - TOMBSTONE_AGE;
    const changes = [...tombstones].flatMap(([key, time]): RecordChange[] => {
      const [tab, named] = partsOf(key.slice(PREFIX.length));
      if (named !== name || time >= oldest) return [];
      const suppresses = recorded.some((draft) => draft.tab === tab && draft.time <= time);
      return [...(suppresses ? [deletion(tab, name)] : []), { store: 'facts', key, deleted: true }];
    });
    if (changes.length > 0) void this.commit(changes, 'relaxed');
  }

  /** Deletes orphans with this text. Open tabs delete their own drafts: they may save another one any time. */
  private async deleteOrphansOf(name: string, text: string): Promise<void> {
    for (const draft of await this.recordedDrafts(name).catch(() => []))
      if (draft.tab !== this.tab && draft.text === text && !(await this.isTabOpen(draft.tab)))
        await this.commit([deletion(draft.tab, name)]);
  }

  private async recordedDrafts(name: string): Promise<OrphanedDraft[]> {
    return ((await this.records?.all<Draft>('drafts')) ?? []).flatMap(([key, draft]) => {
      const [tab, named] = partsOf(key);
      return named === name ? [{ ...draft, tab }] : [];
    });
  }

  /** @returns false where there is no database, or it refused */
  private async commit(
    changes: readonly RecordChange[],
    durability: 'strict' | 'relaxed' = 'strict',
  ): Promise<boolean> {
    const written = this.records?.write(changes, durability);
    return (
      written?.then(
        () => true,
        () => false,
      ) ?? false
    );
  }

  /** @returns false when the browser refused */
  private putLocal(tab: string, draft: Draft): boolean {
    try {
      if (!this.storage) return false;
      this.storage.setItem(PREFIX + keyOf(tab, draft.name), JSON.stringify(draftOf(draft)));
      return true;
    } catch {
      return false;
    }
  }

  private localDrafts(name: string): OrphanedDraft[] {
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

  /** Removes the tab's local draft, unless it is newer than the given one. */
  private removeLocalUpTo({ name, tab, time }: OrphanedDraft): void {
    for (const found of this.localDrafts(name))
      if (found.tab === tab && found.time <= time) this.removeLocal(found);
  }

  private removeLocal({ name, tab }: OrphanedDraft): void {
    try {
      this.storage?.removeItem(PREFIX + keyOf(tab, name));
    } catch {
      // storage refused
    }
  }
}

const draftOf = ({ name, text, revision, time }: Draft): Draft => ({ name, text, revision, time });

function put(tab: string, draft: Draft): RecordChange {
  return { store: 'drafts', key: keyOf(tab, draft.name), value: draftOf(draft) };
}

function deletion(tab: string, name: string): RecordChange {
  return { store: 'drafts', key: keyOf(tab, name), deleted: true };
}

/** Suppresses all drafts of this tab and speech up to this one (D8). */
function tombstone({ name, tab, time }: OrphanedDraft): RecordChange {
  return { store: 'facts', key: PREFIX + keyOf(tab, name), value: time };
}

function keyOf(tab: string, name: string): string {
  return `${tab}/${name}`;
}

function partsOf(key: string): [tab: string, name: string] {
  const slash = key.indexOf('/');
  return [key.slice(0, slash), key.slice(slash + 1)];
}

/** @returns undefined for an entry of a newer version or of another program */
function parseDraft(stored: string | null): Draft | undefined {
  try {
    const draft = JSON.parse(stored ?? '') as Draft;
    const { text, revision, time } = draft;
    const whole = typeof text === 'string' && typeof revision === 'string' && Number.isFinite(time);
    return whole ? draft : undefined;
  } catch {
    return undefined;
  }
}
