import { nextTask } from '../../page/scheduling.ts';

/** Longest stretch of layout without letting the page breathe, ms: under one frame. */
const SLICE = 12;

/**
 * Yields to other tasks when a time slice is used up. Uses messages, not animation frames: a frame costs
 * 16.7 ms a page and does not come in background tabs (docs/spec/pagination.md §0).
 */
export class TimeSlices {
  #end = performance.now() + SLICE;

  /**
   * @param before called when a slice is used up, before others work
   * @throws Superseded when a newer request has come
   */
  async rest(signal: AbortSignal, before: () => void = () => undefined): Promise<void> {
    if (performance.now() >= this.#end) {
      before();
      await nextTask();
      this.#end = performance.now() + SLICE;
    }
    if (signal.aborted) throw new Superseded();
  }
}

/** A newer request took over; the pages finished by then stay with it. */
export class Superseded extends Error {}
