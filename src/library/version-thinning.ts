import { trustedTime } from './expiry.ts';
import type { VersionEntry, VersionReason } from './protocol.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How close two kept states may be, by their age, ms: the first row whose age is not reached counts. */
const SPACING: readonly (readonly [age: number, apart: number])[] = [
  [2 * HOUR, 0],
  [2 * DAY, HOUR],
  [30 * DAY, DAY],
  [Number.POSITIVE_INFINITY, 7 * DAY],
];

/** Reasons of texts that no later text contains. */
const BRANCHES: readonly VersionReason[] = ['left', 'before-choice'];

/**
 * Which versions may go: of the last two hours none, then one an hour for two days, one a day for a month,
 * one a week after that. Of those too close together the newest stays. Named ones and the newest never go, nor do texts
 * that another took the place of: no later version has come from them. Times in the future make nothing old.
 *
 * @param now ms since 1970
 * @returns ids
 */
export function versionsToDrop(
  versions: readonly Pick<VersionEntry, 'id' | 'time' | 'label' | 'reason'>[],
  now: number,
): string[] {
  const drop: string[] = [];
  let slot: string | undefined;
  const trusted = trustedTime(
    versions.map(({ time }) => time),
    now,
  );
  const newestFirst = [...versions].sort((a, b) => b.time - a.time);
  for (const [index, { id, time, label, reason }] of newestFirst.entries()) {
    if (BRANCHES.includes(reason)) continue;
    const apart = SPACING.find(([age]) => trusted - time < age)![1];
    // Slots are fixed in time: a version that stayed once is not dropped because a newer one came.
    const here = apart === 0 ? undefined : `${apart} ${Math.floor(time / apart)}`;
    const crowded = here !== undefined && here === slot;
    if (index > 0 && crowded && !label) drop.push(id);
    else slot = here;
  }
  return drop;
}

/** Visible characters: what a person would count. */
export function visibleCharacters(text: string): number {
  return [...text.replace(/\s+/gu, '')].length;
}
