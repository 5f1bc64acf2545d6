import type { Draft } from '../../store/drafts.ts';

/** Drafts in the browser, see src/store/drafts.ts. */
export interface SessionDrafts {
  /** @returns false when the browser refused */
  keep(draft: Draft): Promise<boolean>;
  /** As the page goes. */
  keepNow(draft: Draft): boolean;
  safe(name: string, text: string): void;
}

/** An edit that is not in the file by then is kept in the browser, ms: a busy computer needs the rest of the second to do it. */
const DELAY = 100;

/** The draft of one open speech: kept soon after an edit, and gone when the file holds the text. */
export class SessionDraft {
  /** The browser refused to keep the last one. */
  refused = false;

  /** Counts drafts, to tell which is the newest. */
  private count = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Text of the draft that stands in the browser's database. */
  private kept: string | undefined;
  private ended = false;

  /**
   * @param now the draft as it would be now
   * @param changed {@link refused} has another value
   */
  constructor(
    private readonly drafts: SessionDrafts,
    private readonly now: () => Draft,
    private readonly changed: () => void,
  ) {}

  /** Keeps it soon; the first call of several counts. */
  later(): void {
    this.timer ??= setTimeout(() => void this.keep(), DELAY);
  }

  /** Keeps it; resolves when it is on the disk, or refused. */
  async keep(): Promise<void> {
    this.stop();
    if (this.ended) return;
    const number = this.count;
    const draft = this.now();
    const refused = !(await this.drafts.keep(draft));
    // Meanwhile the file has it, or a newer draft is on its way.
    if (number !== this.count) return;
    this.kept = refused ? undefined : draft.text;
    if (refused === this.refused) return;
    this.refused = refused;
    this.changed();
  }

  /** Keeps it before this returns: the page may be going. @returns false when the browser refused */
  keepNow(): boolean {
    const draft = this.now();
    return draft.text === this.kept || this.drafts.keepNow(draft);
  }

  /** The file holds this text. */
  safe(text: string): void {
    this.stop();
    this.drafts.safe(this.now().name, text);
    this.kept = undefined;
    this.refused = false;
  }

  /** What was going to be kept needs not be. */
  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.count++;
  }

  /** The editor's text is going to be another speech's: from now on nothing is kept. */
  end(): void {
    this.ended = true;
    this.stop();
  }
}
