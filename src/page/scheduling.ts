/** Resolves in a new task, behind waiting ones such as a key press. By message: browsers slow down timers in series. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Longest wait for an idle page, ms. */
const IDLE_LATEST = 300;

/** Calls `act` when the page is drawn and idle. */
export function whenIdle(act: () => void): void {
  // Safari has no such callback.
  if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: IDLE_LATEST });
  else setTimeout(act, IDLE_LATEST / 2);
}

/** Longest stretch of layout without yielding, ms: under one frame. */
const SLICE = 12;

/**
 * Yields to other tasks when a time slice is used up. Uses messages, not animation frames: a frame costs
 * 16.7 ms a page and does not come in background tabs (docs/spec/pagination.md §0).
 */
export class TimeSlices {
  #end = performance.now() + SLICE;

  /**
   * @param before called when a slice is used up, before others work
   * @throws the reason of `signal` once it is aborted (an `AbortError`)
   */
  async rest(signal: AbortSignal, before: () => void = () => undefined): Promise<void> {
    if (performance.now() >= this.#end) {
      before();
      await nextTask();
      this.#end = performance.now() + SLICE;
    }
    signal.throwIfAborted();
  }
}
