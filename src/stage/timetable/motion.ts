/** A change of speed takes so long, ms: text that jumps is lost from the eye. */
export const EASE = 300;

/**
 * How the text moves since its speed was last changed. Where it stands follows from the time alone: a reload, a slow
 * frame or another size change nothing.
 */
export interface Motion {
  /** Where it stood then, seconds of the text. */
  readonly from: number;
  /** When that was, milliseconds since 1970. */
  readonly since: number;
  /** Speed then, and the speed it takes on within {@link EASE}; 1 is the rate that is set, 0 stands. */
  readonly before: number;
  readonly speed: number;
}

export function standing(at: number): Motion {
  return { from: at, since: 0, before: 0, speed: 0 };
}

/** Seconds of the text at `now`, milliseconds since 1970. A clock set back moves nothing. */
export function positionAt({ from, since, before, speed }: Motion, now: number): number {
  const passed = Math.max(0, now - since);
  const eased = Math.min(passed, EASE);
  const mean = before + ((speed - before) * eased) / EASE / 2;
  return from + (mean * eased + speed * (passed - eased)) / 1000;
}

export function speedAt({ since, before, speed }: Motion, now: number): number {
  const share = Math.min(1, Math.max(0, now - since) / EASE);
  return before + (speed - before) * share;
}

/** The text goes on from where it is with another speed. */
export function withSpeed(motion: Motion, speed: number, now: number): Motion {
  return { from: positionAt(motion, now), since: now, before: speedAt(motion, now), speed };
}

/** The same motion at another rate: `from` is told in seconds of the new rate, the text runs as fast as before at first. */
export function atRate(motion: Motion, from: number, ratio: number, now: number): Motion {
  return { from, since: now, before: speedAt(motion, now) * ratio, speed: motion.speed };
}

/** Whether nothing moves any more. */
export function isStanding(motion: Motion, now: number): boolean {
  return motion.speed === 0 && now - motion.since >= EASE;
}

/** What was kept, if it is a motion. */
export function readMotion(value: unknown): Motion | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { from, since, before, speed } = value as Record<string, unknown>;
  const numbers = [from, since, before, speed];
  if (!numbers.every((one) => typeof one === 'number' && Number.isFinite(one) && one >= 0)) return undefined;
  return { from, since, before, speed } as Motion;
}
