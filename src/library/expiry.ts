import { KEPT_DAYS } from './protocol.ts';

const DAY = 24 * 60 * 60 * 1000;
const KEPT = KEPT_DAYS * DAY;

/**
 * So long a clock must go on saying that a time has come before anything is deleted for it, ms. A clock that was
 * once far ahead, by a wrong setting or an empty battery, is set right within that time.
 */
export const CONFIRMED = 7 * DAY;

/** What is to be done with a removed speech. */
export type Expiry = 'keep' | 'mark' | 'unmark' | 'delete';

/**
 * A removed speech goes for good when it has been in the bin for {@link KEPT_DAYS} days and the clock has said so
 * for {@link CONFIRMED}: the first look that finds it due is recorded (`mark`), a later one deletes it. Where the
 * clock is found to be back, the record is dropped (`unmark`).
 *
 * @param removed ms since 1970
 * @param due when it was first found due, ms since 1970; undefined: not yet
 * @param now ms since 1970
 */
export function expiryOf(removed: number, due: number | undefined, now: number): Expiry {
  if (now - removed <= KEPT) return due === undefined ? 'keep' : 'unmark';
  if (due === undefined || due > now) return 'mark';
  return now - due >= CONFIRMED ? 'delete' : 'keep';
}

/**
 * The time by which kept versions are thinned: the clock's, unless it has jumped ahead lately. Of the times that lie
 * not in the future, the last gap longer than {@link CONFIRMED} counts: only when the clock has gone on for that
 * long behind it, it is trusted; until then time stands still before the gap, and nothing ages.
 *
 * @param times of what is kept, ms since 1970, in any order
 */
export function trustedTime(times: readonly number[], now: number): number {
  const past = times.filter((time) => time <= now).sort((a, b) => b - a);
  let later = now;
  for (const time of past) {
    if (later - time > CONFIRMED) return now - later >= CONFIRMED ? now : time;
    later = time;
  }
  return now;
}
