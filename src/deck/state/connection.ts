import type { StageFollower } from './follower.ts';
import { seenPlace } from './stage.ts';

/**
 * How a window stands to the audience's window: `connecting` nothing heard yet; `synced`; `outOfSync` it answers but
 * shows another slide than it should; `frozen`; `lost` it no longer answers; `closed` it said that it closes.
 */
export type Connection = 'connecting' | 'synced' | 'outOfSync' | 'frozen' | 'lost' | 'closed';

/** Milliseconds after which an answer is missing, and after which a difference is one. */
const LOST_AFTER = 3200;
const DIFFERENT_AFTER = 1000;

/** What is known of the audience's window. Asked and answered in messages: no timer of a covered window counts. */
export class ConnectionWatch {
  private lastHeard: number | undefined;
  /** First question since then. */
  private askedSince: number | undefined;
  private differsSince: number | undefined;
  private closed = false;

  /** @param now milliseconds since 1970, as in all methods */
  heard(now: number, follower: StageFollower): void {
    this.lastHeard = now;
    this.askedSince = undefined;
    this.closed = false;
    const { heard, seen } = follower;
    const differs =
      follower.waitingSince !== undefined || (heard && seen && seenPlace(heard).slide !== seen.slide);
    this.differsSince = differs ? (this.differsSince ?? follower.waitingSince ?? now) : undefined;
  }

  asked(now: number): void {
    this.askedSince ??= now;
  }

  saidGoodbye(): void {
    this.closed = true;
  }

  state(now: number, follower: StageFollower): Connection {
    if (this.closed) return 'closed';
    if (this.lastHeard === undefined) return 'connecting';
    // Counted from a question, not from the last answer: a computer that slept has asked nothing meanwhile.
    if (this.askedSince !== undefined && now - this.askedSince > LOST_AFTER) return 'lost';
    if (this.differsSince !== undefined && now - this.differsSince > DIFFERENT_AFTER) return 'outOfSync';
    return follower.heard?.frozenAt ? 'frozen' : 'synced';
  }
}
