/** Resolves in a task of its own: what waits, such as a key, comes first. By message, for timers are slowed down in series. */
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

/** Waits no longer than this for a page to have nothing to do, ms. */
const IDLE_LATEST = 300;

/** Calls `act` when the page has drawn what is new and has nothing else to do. */
export function whenIdle(act: () => void): void {
  // Safari has no such callback.
  if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: IDLE_LATEST });
  else setTimeout(act, IDLE_LATEST / 2);
}
