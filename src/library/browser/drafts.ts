import type { Draft, OrphanedDraft } from './draft.ts';
import { moveLocalDrafts, removeLocally, saveLocally } from './local-drafts.ts';
import { observe } from './logical-clock.ts';
import type { RecordChange, RecordStore } from './record-store.ts';

/**
 * Drafts in the browser, one for each tab and speech: records of IndexedDB under `TAB/NAME` (docs/persistence.md, D1–D12).
 * `localStorage` only hands over what was not confirmed when a page was left.
 * Where the browser refuses, `save` returns false and recovery finds nothing; nothing else fails.
 */
export class Drafts {
  /** Names of speeches of which this tab may have a draft. */
  private readonly saved = new Set<string>();

  /**
   * @param tab id of this tab, without `/`
   * @param isTabOpen whether another tab is open: its drafts are its own
   */
  constructor(
    private readonly records: RecordStore,
    private readonly tab: string,
    private readonly isTabOpen: (tab: string) => Promise<boolean> = async () => false,
  ) {}

  /**
   * @param durability `relaxed` survives a crash of the browser only, not of the machine, but takes less time
   * @returns false when the browser refused
   */
  save(draft: Draft, durability: 'strict' | 'relaxed' = 'strict'): Promise<boolean> {
    this.saved.add(draft.name);
    return this.commit([put(this.tab, draft)], durability);
  }

  /** Saves a draft before this returns: the page is left (D5). @returns false when the browser refused */
  saveSync(draft: Draft): boolean {
    return saveLocally(this.tab, draft);
  }

  /**
   * Forks this tab's draft before it is overwritten (D10); to recovery the copy is a closed tab's. Other drafts stay as
   * they are.
   *
   * @returns the draft as recovery finds it from now on
   */
  fork(draft: OrphanedDraft): OrphanedDraft {
    if (draft.tab !== this.tab) return draft;
    const forked = { ...draft, tab: `${draft.tab}-${draft.time}` };
    void this.commit([put(forked.tab, draft), deletion(draft)]);
    return forked;
  }

  /** The file has this text: deletes this tab's draft, and every orphan of the same text (D7). */
  async acknowledge(name: string, text: string): Promise<void> {
    removeLocally(this.tab, name);
    if (!this.saved.delete(name)) return;
    // Requested in this task: a draft saved from now on is applied after the deletion, and stays.
    void this.commit([deletion({ tab: this.tab, name })]);
    for (const draft of await this.findOrphans(name))
      if (draft.tab !== this.tab && draft.text === text) await this.discard(draft);
  }

  /** Drafts of a speech by closed tabs and by this one, newest first (R1). Never rejects. */
  async findOrphans(name: string): Promise<readonly OrphanedDraft[]> {
    const isOpen = async (tab: string) => tab === this.tab || this.isTabOpen(tab);
    await moveLocalDrafts(this.records, isOpen);
    const found = await this.draftsOf(name);
    const isOrphan = await Promise.all(
      found.map(async ({ tab }) => tab === this.tab || !(await this.isTabOpen(tab))),
    );
    return found.filter((_, index) => isOrphan[index]).sort((a, b) => b.time - a.time);
  }

  /** Deletes a draft for good. */
  async discard(draft: OrphanedDraft): Promise<void> {
    // This tab may have saved a newer draft under the key; a closed tab cannot.
    if (draft.tab !== this.tab || !this.saved.has(draft.name)) await this.commit([deletion(draft)]);
  }

  /**
   * Makes an orphan this tab's draft, in one transaction (R7): were the tab killed between two, either none would be left
   * or one that is found again when the text has long been edited further.
   */
  async takeOver(draft: OrphanedDraft): Promise<void> {
    observe(draft.time);
    this.saved.add(draft.name);
    if (draft.tab !== this.tab) await this.commit([put(this.tab, draft), deletion(draft)]);
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
      if (tab === this.tab) this.saved.add(to);
      await this.commit([put(tab, { ...draft, name: to }), deletion(draft)]);
    }
  }

  private async draftsOf(name: string): Promise<OrphanedDraft[]> {
    const all = await this.records.all<Draft>('drafts').catch(() => []);
    return all.flatMap(([key, draft]) => {
      const slash = key.indexOf('/');
      return key.slice(slash + 1) === name ? [{ ...draft, tab: key.slice(0, slash) }] : [];
    });
  }

  /** @returns false where the browser refused */
  private commit(
    changes: readonly RecordChange[],
    durability: 'strict' | 'relaxed' = 'strict',
  ): Promise<boolean> {
    return this.records.write(changes, durability).then(
      () => true,
      () => false,
    );
  }
}

function put(tab: string, { name, text, revision, time }: Draft): RecordChange {
  return { store: 'drafts', key: `${tab}/${name}`, value: { name, text, revision, time } };
}

function deletion({ tab, name }: { readonly tab: string; readonly name: string }): RecordChange {
  return { store: 'drafts', key: `${tab}/${name}`, deleted: true };
}
