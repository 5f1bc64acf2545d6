/** What a long piece of work tells of itself, and asks, while it runs. */
export interface Progress {
  /**
   * Between two parts of the work: tells how far it is and lets the page draw.
   *
   * @returns false when the user wants no more of it
   */
  goOn(done: number, total: number): Promise<boolean>;
  /** Aborted when the user wants no more of it: for parts that take long themselves. */
  readonly signal: AbortSignal;
}

/** Nobody looks on. */
export const NO_PROGRESS: Progress = { goOn: async () => true, signal: new AbortController().signal };

/** The course of one part of a longer piece of work: from one share of the whole to another, 0 to 1. */
export function part(course: Progress, from: number, to: number): Progress {
  return {
    goOn: (done, total) => course.goOn(FINE * (from + (to - from) * (total > 0 ? done / total : 1)), FINE),
    signal: course.signal,
  };
}

const FINE = 1000;

/** Resolves when the user wants no more of it. */
export function cancelled({ signal }: Progress): Promise<false> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(false), { once: true }));
}
