/** Progress and cancellation of a long task. */
export interface Progress {
  /**
   * To be called between two parts of the task: shows how far it is and lets the page draw.
   *
   * @returns false when the user has cancelled the task
   */
  report(done: number, total: number): Promise<boolean>;
  /** Aborted when the user cancels the task: for parts that take long themselves. */
  readonly signal: AbortSignal;
}

/** Progress of a task that is not shown and cannot be cancelled. */
export const NO_PROGRESS: Progress = { report: async () => true, signal: new AbortController().signal };

/** Progress of a part of a task: from one share of the whole to another, 0 to 1. */
export function part(progress: Progress, from: number, to: number): Progress {
  return {
    report: (done, total) =>
      progress.report(FINE * (from + (to - from) * (total > 0 ? done / total : 1)), FINE),
    signal: progress.signal,
  };
}

const FINE = 1000;

/** Resolves when the user cancels the task. */
export function cancelled({ signal }: Progress): Promise<false> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(false), { once: true }));
}
