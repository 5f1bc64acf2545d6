/** Who does something long tells how far it is, and stops when the user has had enough. */
export interface Progress {
  /** @param done of `total` parts */
  step(done: number, total: number): void;
  /** Aborted: no further part is begun; what is done stays. */
  readonly signal: AbortSignal;
}

/** What takes less than this is over before anybody wonders, ms. */
const SHOWN_AFTER = 500;

/** Something long that the user asked for. */
export class LongTask implements Progress {
  done = 0;
  total = 0;
  /** It has taken so long that it has to be shown. */
  shown = false;

  private readonly controller = new AbortController();
  private readonly timer = setTimeout(() => {
    this.shown = true;
    this.changed();
  }, SHOWN_AFTER);

  /** @param changed something that is shown has another value */
  constructor(
    readonly kind: 'import' | 'export',
    private readonly changed: () => void,
  ) {}

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  step(done: number, total: number): void {
    this.done = done;
    this.total = total;
    if (this.shown) this.changed();
  }

  /** The user does not want to wait. */
  cancel(): void {
    this.controller.abort();
  }

  /** It is over, one way or the other. */
  end(): void {
    clearTimeout(this.timer);
    this.shown = false;
    this.changed();
  }
}
