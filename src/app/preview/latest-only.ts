/**
 * Runs one job at a time; of the jobs that come meanwhile only the newest is kept.
 * A job that fails tells `failed` and does not stop the next.
 */
export class LatestOnly {
  private waiting: (() => Promise<void>) | undefined;
  private running = false;

  constructor(private readonly failed: (error: unknown) => void) {}

  add(job: () => Promise<void>): void {
    this.waiting = job;
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting) {
      const job = this.waiting;
      this.waiting = undefined;
      await job().catch(this.failed);
    }
    this.running = false;
  }
}
