import type { MessageKey } from '../i18n/messages.ts';
import type { Progress } from './progress.ts';

/** Work is shown when it takes longer than this, ms. */
const PATIENCE = 400;
/** The page draws at least this often while work runs, ms. */
const SLICE = 30;

/** Work that is shown to the user. */
export interface ShownTask {
  /** Key of the label. */
  readonly what: MessageKey;
  /** Share that is done, 0 to 1; undefined: unknown. */
  readonly share: number | undefined;
  /** Undefined: the task cannot be cancelled. */
  readonly cancel: (() => void) | undefined;
}

interface Running {
  readonly what: MessageKey;
  readonly cancel: (() => void) | undefined;
  share: number | undefined;
  slow: boolean;
}

/** Running tasks: each is shown when it takes long, and can be cancelled by the user. */
export class TaskList {
  private readonly running: Running[] = [];

  /** @param changed what is shown has changed */
  constructor(private readonly changed: () => void) {}

  /** The newest task that takes long. */
  get shown(): ShownTask | undefined {
    return this.running.findLast(({ slow }) => slow);
  }

  /**
   * Begins a task without progress.
   *
   * @param cancel stops it; it is no longer shown then
   * @returns ends it; may be called more than once
   */
  begin(what: MessageKey, cancel?: () => void): () => void {
    return this.add(what, cancel).end;
  }

  /** Runs a task that reports its progress. */
  async run<T>(what: MessageKey, work: (progress: Progress) => Promise<T>): Promise<T> {
    const abort = new AbortController();
    const { signal } = abort;
    const { running, end } = this.add(what, () => abort.abort());
    let drawn = performance.now();
    const report = async (done: number, total: number) => {
      // A single part has no progress.
      running.share = total > 1 ? done / total : undefined;
      if (performance.now() - drawn < SLICE) return !signal.aborted;
      if (running.slow) this.changed();
      // A task of its own: the page draws and hears clicks between two tasks.
      await new Promise((resolve) => setTimeout(resolve));
      drawn = performance.now();
      return !signal.aborted;
    };
    try {
      return await work({ report, signal });
    } finally {
      end();
    }
  }

  private add(what: MessageKey, cancel: (() => void) | undefined) {
    const running: Running = {
      what,
      share: undefined,
      slow: false,
      cancel:
        cancel &&
        (() => {
          end();
          cancel();
        }),
    };
    const timer = setTimeout(() => {
      running.slow = true;
      this.changed();
    }, PATIENCE);
    const end = () => {
      clearTimeout(timer);
      const at = this.running.indexOf(running);
      if (at === -1) return;
      this.running.splice(at, 1);
      if (running.slow) this.changed();
    };
    this.running.push(running);
    return { running, end };
  }
}
