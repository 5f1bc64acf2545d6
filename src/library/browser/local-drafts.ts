import type { Draft } from './draft.ts';
import type { RecordStore } from './record-store.ts';

/** Keys in `localStorage`: this and `TAB/NAME`. */
const PREFIX = 'jiangtai.draft/';

/**
 * Saves a draft before this returns, for the next page to move into the database.
 *
 * @returns false when the browser refused
 */
export function saveLocally(tab: string, draft: Draft): boolean {
  try {
    localStorage.setItem(`${PREFIX}${tab}/${draft.name}`, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function removeLocally(tab: string, name: string): void {
  try {
    localStorage.removeItem(`${PREFIX}${tab}/${name}`);
  } catch {
    // This browser keeps nothing.
  }
}

/**
 * Moves drafts that tabs left in `localStorage` into the database (D8), where there is none newer of the same tab. Never
 * rejects: what is refused stays for the next page.
 *
 * @param isTabOpen an open tab's draft stays where it is: the tab may have a newer one any time
 */
export async function moveLocalDrafts(
  records: RecordStore,
  isTabOpen: (tab: string) => Promise<boolean>,
): Promise<void> {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    if (keys.length === 0) return;
    const recorded = new Map(await records.all<Draft>('drafts'));
    const move = async (local: string) => {
      const key = local.slice(PREFIX.length);
      const { name, text, revision, time } = JSON.parse(localStorage.getItem(local)!) as Draft;
      if (typeof text !== 'string' || typeof revision !== 'string' || !Number.isFinite(time)) return;
      if (await isTabOpen(key.slice(0, key.indexOf('/')))) return;
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
