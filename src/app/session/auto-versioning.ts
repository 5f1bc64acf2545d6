import type { Library } from '../../library/library.ts';
import type { VersionEntry, VersionReason } from '../../library/protocol.ts';

/** While a speech is being changed, a version is kept at the latest after this long, ms. */
export const INTERVAL = 10 * 60_000;

/**
 * Keeps versions of one open speech (docs/persistence.md, V1–V3). The text as it was opened is kept with the first edit,
 * so that looking at a speech writes nothing. A refused version is not announced: then the text cannot be saved either,
 * and that is (V7).
 */
export class AutoVersioning {
  private begun = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Versions on their way to the library. */
  private readonly underWay = new Set<Promise<unknown>>();

  /**
   * @param opened the text as it was opened
   * @param text the text as it is now
   */
  constructor(
    private readonly library: Library,
    private readonly name: string,
    private readonly opened: string,
    private readonly text: () => string,
  ) {}

  /** The user changed the text. */
  edited(): void {
    if (!this.begun) {
      this.begun = true;
      this.quietly('opened', this.opened);
    }
    this.timer ??= setTimeout(() => this.quietly('interval', this.text()), INTERVAL);
  }

  /** Something is going to replace this text. */
  before(reason: VersionReason, text = this.text()): void {
    this.quietly(reason, text);
  }

  /**
   * Keeps a text, as a rule the one that is there now, under a name or because it must not be lost.
   *
   * @throws what the library refuses
   */
  keep(reason: VersionReason, label?: string, text = this.text()): Promise<VersionEntry> {
    this.startAnew();
    return this.library.keepVersion(this.name, { text, reason, ...(label && { label }) });
  }

  /** Resolves when what has been kept by itself so far is in the library, or was refused. */
  async settled(): Promise<void> {
    await Promise.all(this.underWay);
  }

  /** Another speech is opened. What was typed last is kept when this one is opened and edited again. */
  close(): void {
    this.startAnew();
  }

  private quietly(reason: VersionReason, text: string): void {
    if (reason !== 'opened') this.startAnew();
    const kept: Promise<unknown> = this.library
      .keepVersion(this.name, { text, reason })
      .catch(() => undefined)
      .finally(() => this.underWay.delete(kept));
    this.underWay.add(kept);
  }

  private startAnew(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
