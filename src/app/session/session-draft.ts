import type { Draft } from '../../library/browser/drafts.ts';

/** Drafts in the browser, see src/library/browser/drafts.ts. */
export interface SessionDrafts {
  /** @returns false when the browser refused */
  save(draft: Draft, durability: 'strict' | 'relaxed'): Promise<boolean>;
  /** As the page goes. */
  saveSync(draft: Draft): boolean;
  acknowledge(name: string, text: string): void;
}

/** So many are on their way at once: a browser that does not keep up must not be given ever more. */
const ON_THE_WAY = 8;

/**
 * The draft of one open speech: kept with each edit, and gone when the file holds the text. No timer is in the way and
 * no answer is waited for: a page that is busy, or a busy computer, would let a second pass. To wait for the disk takes
 * longest; so one draft at a time is on its way there (`strict`), and what is typed meanwhile is given to the system at
 * once, which a killed browser leaves alone.
 */
export class SessionDraft {
  /** The browser refused to keep the last one. */
  refused = false;

  /** Counts drafts, to tell which is the newest. */
  private count = 0;
  /** Drafts on their way. */
  private going = 0;
  /** One of them goes to the disk itself. */
  private strict = false;
  /** The newest one is with the system only. */
  private relaxed = false;
  /** There was another edit meanwhile. */
  private again = false;
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

  /** There was an edit: keeps it at once, or as soon as earlier ones are kept. */
  edited(): void {
    if (this.going < ON_THE_WAY) return void this.save();
    this.again = true;
    // A browser that does not answer at all, or not soon enough.
    this.drafts.saveSync(this.now());
  }

  /** Keeps it; resolves when it is kept, or refused. */
  async save(): Promise<void> {
    this.stop();
    if (this.ended) return;
    const number = this.count;
    const draft = this.now();
    const strict = !this.strict;
    this.strict = true;
    this.relaxed = !strict;
    this.going++;
    const refused = !(await this.drafts.save(draft, strict ? 'strict' : 'relaxed'));
    this.going--;
    if (strict) this.strict = false;
    if (this.again || (strict && this.relaxed)) void this.save();
    // Meanwhile the file has it, or a newer draft is on its way.
    if (number !== this.count) return;
    this.kept = refused ? undefined : draft.text;
    if (refused === this.refused) return;
    this.refused = refused;
    this.changed();
  }

  /** Keeps it before this returns: the page may be going. @returns false when the browser refused */
  saveSync(): boolean {
    const draft = this.now();
    return draft.text === this.kept || this.drafts.saveSync(draft);
  }

  /** The file holds this text. */
  acknowledge(text: string): void {
    this.stop();
    this.drafts.acknowledge(this.now().name, text);
    this.kept = undefined;
    this.relaxed = this.refused = false;
  }

  /** What was going to be kept needs not be. */
  stop(): void {
    this.again = false;
    this.count++;
  }

  /** The editor's text is going to be another speech's: from now on nothing is kept. */
  end(): void {
    this.ended = true;
    this.stop();
  }
}
