/**
 * Keeps the screen on while a page is seen. A browser ends the lock whenever the page is hidden; it is asked for again when
 * the page is back. Browsers without it, and plain-http addresses other than loopback, have none.
 */
export class WakeLock {
  private wanted = false;
  private lock: WakeLockSentinel | undefined;

  /** @param changed is called with whether the screen is kept on; not for a page that is hidden */
  constructor(private readonly changed: (held: boolean) => void = () => undefined) {}

  hold(): void {
    if (this.wanted) return;
    this.wanted = true;
    document.addEventListener('visibilitychange', this.seen);
    void this.ask();
  }

  release(): void {
    this.wanted = false;
    document.removeEventListener('visibilitychange', this.seen);
    void this.lock?.release().catch(() => undefined);
    this.lock = undefined;
  }

  private readonly seen = () => void this.ask();

  private async ask(): Promise<void> {
    if (document.visibilityState !== 'visible') return;
    try {
      // Absent in some browsers, whatever the types say.
      const lock = await (navigator.wakeLock as Navigator['wakeLock'] | undefined)?.request('screen');
      if (lock && !this.wanted) await lock.release();
      else this.lock = lock;
      this.changed(lock !== undefined);
    } catch {
      // Refused, for example with a low battery.
      this.changed(false);
    }
  }
}
