import type { Drafts, OrphanedDraft } from '../../library/browser/drafts.ts';
import { freeFileName } from '../../library/free-name.ts';
import type { Library } from '../../library/library.ts';
import type { SpeechFile } from '../../library/protocol.ts';
import { visibleCharacters } from '../../library/version-thinning.ts';
import type { SpeechSession } from './speech-session.ts';

/** A speech waits for edits that may be left of it at most this long, ms: a browser that never answers must not keep it closed. */
export const RECOVERY_PATIENCE = 1500;

/** What the browser says of edits that never reached the file. */
export interface FoundDrafts {
  /** Those of each page, newest first, where the answer came in time. None that became a version. */
  readonly drafts: readonly OrphanedDraft[];
  /** The answer, where it comes late. */
  readonly late: Promise<readonly OrphanedDraft[]> | undefined;
}

/**
 * Asks for edits that never reached the file, before the speech is shown: what is typed then is typed behind them. Never
 * rejects.
 *
 * @param patience waits so long, ms; 0: no speech was ever open in this browser, and its database, which has to be made
 *   first, would only keep the user waiting
 */
export async function findDrafts(
  drafts: Drafts,
  library: Library,
  name: string,
  patience = RECOVERY_PATIENCE,
): Promise<FoundDrafts> {
  const answer = findUnversioned(drafts, library, name).catch(() => []);
  if (patience === 0) return { drafts: [], late: answer };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<FoundDrafts>((resolve) => {
    timer = setTimeout(() => resolve({ drafts: [], late: answer }), patience);
  });
  const first = await Promise.race([answer.then((drafts) => ({ drafts, late: undefined })), over]);
  clearTimeout(timer);
  return first;
}

/** A page may have been killed between keeping a version and putting its draft away. */
async function findUnversioned(
  drafts: Drafts,
  library: Library,
  name: string,
): Promise<readonly OrphanedDraft[]> {
  const left = await drafts.findOrphans(name);
  if (left.length === 0) return left;
  const versions = await library.versions(name).catch(() => []);
  const isVersion = ({ text, time }: OrphanedDraft) =>
    versions.some(
      (version) =>
        version.reason === 'left' && version.time === time && version.characters === visibleCharacters(text),
    );
  for (const draft of left) if (isVersion(draft)) void drafts.discard(draft);
  return left.filter((draft) => !isVersion(draft));
}

/** The page around {@link DraftRecovery}. */
export interface DraftRecoveryHost {
  /** Names of the speeches that are there. */
  names(): readonly string[];
  /** There is a new speech in the library. */
  added(): Promise<void>;
  /** Something the page shows has changed. */
  changed(): void;
}

/**
 * What becomes of edits that were left of one speech. Only the newest may come back: whoever made them saw the older ones
 * or had them in another window, so those become versions and are never shown as if they were new. None stays behind to
 * be found when everybody has gone on from it.
 */
export class DraftRecovery {
  /** When those were made that came back, ms since 1970; told until it is put away. */
  restored: number | undefined;
  /** When the newest of those was made that became a version, ms since 1970; told until it is put away. */
  versionOf: number | undefined;
  /** Name of the speech that was made of those that came late; told until it is put away. */
  copy: string | undefined;
  /** Resolves when older ones have become versions, or could not. Never rejects. */
  settled: Promise<void> = Promise.resolve();

  /** @param file as the session showed it first */
  constructor(
    private readonly drafts: Drafts,
    private readonly session: SpeechSession,
    private readonly library: Library,
    private readonly file: SpeechFile,
    private readonly host: DraftRecoveryHost,
  ) {}

  /**
   * Edits that were found as the speech was opened: the newest come back, at once. The storage hears of it meanwhile.
   *
   * @param left newest first
   */
  restore(left: readonly OrphanedDraft[]): void {
    const newest = this.settleOthers(left);
    if (!newest) return;
    // Its page wrote this state, and may not have lived to hear of it.
    const own = this.file.writer?.tab === newest.tab;
    this.session.supersede(newest);
    // First: what the session keeps of it, as an edit of the right state, comes after.
    void this.drafts.takeOver(newest);
    this.session.beginWithDraft(newest, own ? this.file.revision : newest.revision, this.file);
    this.restored = newest.time;
  }

  /**
   * The browser took long to say what is left of a speech that is open already. Where others have been made meanwhile, the
   * text stays as it is, and the edits become a speech beside it: neither text takes the other's place.
   *
   * @param left newest first
   */
  async recoverLate(left: readonly OrphanedDraft[]): Promise<void> {
    if (left.length === 0) return;
    if (this.session.isStill(this.file)) this.restore(left);
    else await this.keepBeside(left);
    this.host.changed();
  }

  /** Puts away what was told. */
  dismiss(what: 'restored' | 'versionOf' | 'copy'): void {
    this[what] = undefined;
    this.host.changed();
  }

  private async keepBeside(left: readonly OrphanedDraft[]): Promise<void> {
    const newest = this.settleOthers(left);
    if (!newest) return;
    const name = freeFileName(this.host.names(), this.file.name);
    try {
      await this.library.create(name, newest.text);
    } catch {
      return; // found again the next time
    }
    this.putAway(newest);
    this.copy = name;
    await this.host.added();
  }

  /** Puts away what is done with, and makes versions of older ones. @returns the newest edits, if they are new */
  private settleOthers(left: readonly OrphanedDraft[]): OrphanedDraft | undefined {
    const open = left.filter((draft) => !this.isDone(draft));
    const newest = open[0] === left[0] ? open[0] : undefined;
    const different = open.filter(({ text }) => text !== newest?.text);
    for (const draft of left) if (draft !== newest && !different.includes(draft)) this.putAway(draft);
    // This page's own name is for what it keeps from now on.
    const older = different.map((draft) => this.drafts.fork(draft));
    if (older.length > 0) this.settled = this.becomeVersions(older);
    return newest;
  }

  private async becomeVersions(older: readonly OrphanedDraft[]): Promise<void> {
    // In the order in which they were made: so they stand among the versions.
    for (const draft of [...older].reverse()) {
      if (!(await this.becomesVersion(draft))) continue; // found again the next time
      this.versionOf = draft.time;
      this.host.changed();
      this.putAway(draft);
    }
  }

  private async becomesVersion({ text, time }: OrphanedDraft): Promise<boolean> {
    try {
      await this.library.keepVersion(this.file.name, { text, time, reason: 'left' });
      return true;
    } catch {
      return false;
    }
  }

  /** The text that is there has it, or what its page wrote later, whoever has written since. */
  private isDone({ tab, text, time }: OrphanedDraft): boolean {
    const written = this.file.vector?.find((stamp) => stamp.tab === tab);
    if (written !== undefined && time <= written.time) return true;
    return text === this.file.text || this.session.holds(text);
  }

  private putAway(draft: OrphanedDraft): void {
    this.session.supersede(draft);
    void this.drafts.discard(draft);
  }
}
