/** What of a stopwatch outlives a reload. Times are milliseconds since 1970. */
export interface StopwatchState {
  /** Milliseconds of the runs that are over. */
  readonly before: number;
  /** Start of the present run. */
  readonly since?: number;
}

export const STOPPED: StopwatchState = { before: 0 };

/** @param now milliseconds since 1970 */
export function elapsedSeconds({ before, since }: StopwatchState, now: number): number {
  // A clock set back must not show a negative time.
  return (before + (since === undefined ? 0 : Math.max(0, now - since))) / 1000;
}

export function start(state: StopwatchState, now: number): StopwatchState {
  return state.since === undefined ? { ...state, since: now } : state;
}

export function pause(state: StopwatchState, now: number): StopwatchState {
  return { before: elapsedSeconds(state, now) * 1000 };
}

/** Whether no time has been taken yet. */
export function isUnused({ before, since }: StopwatchState): boolean {
  return before === 0 && since === undefined;
}

/** A kept or received stopwatch; one at zero where it is none. */
export function readStopwatch(value: unknown): StopwatchState {
  if (typeof value !== 'object' || value === null) return STOPPED;
  const { before, since } = value as Partial<StopwatchState>;
  if (typeof before !== 'number' || !Number.isFinite(before)) return STOPPED;
  return typeof since === 'number' && Number.isFinite(since) ? { before, since } : { before };
}
