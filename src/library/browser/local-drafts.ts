import type { Draft } from './drafts.ts';
import type { RecordStore } from './record-store.ts';

/** Keys of version 0.1 in `localStorage`: this and `TAB/NAME`. */
const PREFIX = 'jiangtai.draft/';

/**
 * Moves drafts that version 0.1 left in `localStorage` into the database (D8), where there is none newer of the same tab.
 * Never rejects: what is refused stays for the next page.
 */
export async function moveLocalDrafts(records: RecordStore): Promise<void> {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    if (keys.length === 0) return;
    const recorded = new Map(await records.all<Draft>('drafts'));
    const move = async (local: string) => {
      const key = local.slice(PREFIX.length);
      const { name, text, revision, time } = JSON.parse(localStorage.getItem(local)!) as Draft;
      if (typeof text !== 'string' || typeof revision !== 'string' || !Number.isFinite(time)) return;
      const value = { name, text, revision, time };
      if ((recorded.get(key)?.time ?? 0) < time)
        await records.write([{ store: 'drafts', key, value }], 'strict');
      localStorage.removeItem(local);
    };
    await Promise.allSettled(keys.map(move));
  } catch {
    // This browser keeps nothing.
  }
}
