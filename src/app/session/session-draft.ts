import type { Draft } from '../../library/browser/draft.ts';
import type { Drafts } from '../../library/browser/drafts.ts';
import { tick } from '../../library/browser/logical-clock.ts';

/** The drafts in the browser, as far as one open speech needs them. */
export type SessionDrafts = Pick<Drafts, 'save' | 'saveSync' | 'acknowledge'>;

/** With so many writes unanswered the browser does not keep up, and must not be given ever more (D4). */
const MAX_PENDING = 8;

/**
 * The draft of one open speech: written with each edit, deleted when the file has the text (D2, D4). Waiting for a timer or
 * for an answer would lose typing in a busy page; waiting for the disk takes longest, so only one write at a time does.
 */
export class SessionDraft {
  /** The browser refused the newest draft, or does not keep up. */
  refused = false;

  /** Counts drafts: an answer matters only if it is the newest one's. */
  private newest = 0;
  private pending = 0;
  private strictPending = false;
  /** The newest draft was written relaxed. */
  private isRelaxed = false;
  /** The newest draft waits for earlier ones to be answered. */
  private backlog = false;
  /** Text of the last draft, and the time it had first: saving it again does not make it newer (D6). */
  private last: Pick<Draft, 'text' | 'time'> | undefined;
  /** Text of the draft that IndexedDB has. */
  private kept: string | undefined;
  private ended = false;

  /**
   * @param now the draft as it would be now, without its time
   * @param changed {@link refused} has another value
   */
  constructor(
    private readonly drafts: SessionDrafts,
    private readonly now: () => Omit<Draft, 'time'>,
    private readonly changed: () => void,
  ) {}

  /** Saves the draft. Resolves when it is kept or refused; in a backlog at once. */
  async save(): Promise<void> {
    if (this.ended) return;
    const number = ++this.newest;
    this.backlog = this.pending >= MAX_PENDING;
    if (this.backlog) return this.setRefused(true);
    const draft = this.draft();
    const strict = !this.strictPending;
    this.strictPending = true;
    this.isRelaxed = !strict;
    this.pending++;
    const refused = !(await this.drafts.save(draft, strict ? 'strict' : 'relaxed'));
    this.pending--;
    if (strict) this.strictPending = false;
    if (this.backlog || (strict && this.isRelaxed)) void this.save();
    if (number !== this.newest) return;
    this.kept = refused ? undefined : draft.text;
    this.setRefused(refused);
  }

  /** The page is left: what IndexedDB has not confirmed is saved before this returns. */
  saveSync(): void {
    const draft = this.draft();
    if (draft.text !== this.kept) this.drafts.saveSync(draft);
  }

  /** The file has this text. */
  acknowledge(text: string): void {
    this.newest++;
    this.drafts.acknowledge(this.now().name, text);
    this.kept = this.last = undefined;
    this.backlog = this.isRelaxed = this.refused = false;
  }

  /** The editor's text is going to be another speech's: from now on nothing is saved. */
  end(): void {
    this.ended = true;
    this.newest++;
  }

  private setRefused(refused: boolean): void {
    if (refused === this.refused) return;
    this.refused = refused;
    this.changed();
  }

  private draft(): Draft {
    const draft = this.now();
    if (draft.text !== this.last?.text) this.last = { text: draft.text, time: tick() };
    return { ...draft, time: this.last.time };
  }
}
