import type { OrphanedDraft } from '../../library/browser/draft.ts';
import type { Drafts } from '../../library/browser/drafts.ts';
import { freeFileName } from '../../library/free-name.ts';
import type { Library } from '../../library/library.ts';
import type { SpeechFile, VersionEntry } from '../../library/protocol.ts';
import { type Recovery, recover } from './recover.ts';
import type { SpeechSession } from './speech-session.ts';

/** Showing a speech waits for its drafts at most this long, ms: a database that never answers must not keep it closed (R2). */
export const RECOVERY_PATIENCE = 1500;

/** Drafts of a speech that never reached its file, and the versions that some of them may have become. */
export interface FoundDrafts {
  readonly drafts: readonly OrphanedDraft[];
  readonly versions: readonly VersionEntry[];
}

/** An answer in time, or the promise of a late one. */
export type DraftSearch = { readonly found: FoundDrafts } | { readonly late: Promise<FoundDrafts> };

/**
 * Seeks drafts of a speech. Never rejects.
 *
 * @param patience ms; 0 where no speech was ever open in this browser: its database is created first, which takes long
 */
export async function findDrafts(
  drafts: Drafts,
  library: Library,
  name: string,
  patience = RECOVERY_PATIENCE,
): Promise<DraftSearch> {
  const late = drafts.findOrphans(name).then(async (orphans) => ({
    drafts: orphans,
    versions: orphans.length > 0 ? await library.versions(name).catch(() => []) : [],
  }));
  if (patience === 0) return { late };
  const over = new Promise<DraftSearch>((resolve) => setTimeout(() => resolve({ late }), patience));
  return Promise.race([late.then((found) => ({ found })), over]);
}

/** The page around {@link DraftRecovery}. */
export interface DraftRecoveryHost {
  /** Names of all speeches. */
  names(): readonly string[];
  /** The library has a new speech. */
  added(): Promise<void>;
  /** A field has another value. */
  changed(): void;
}

/**
 * Carries out what {@link recover} decides for one opened speech. Every orphan is restored, archived or deleted; none can
 * reappear as the newest.
 */
export class DraftRecovery {
  /** Time of the draft that was restored, ms since 1970; shown until dismissed. */
  restored: number | undefined;
  /** Time of the newest draft that became a version, ms since 1970; shown until dismissed. */
  versionOf: number | undefined;
  /** Name of the speech that a late draft became; shown until dismissed. */
  copy: string | undefined;
  /** Resolves when drafts have become versions, or were refused. Never rejects. */
  settled: Promise<void> = Promise.resolve();

  /** @param file as the session showed it first */
  constructor(
    private readonly drafts: Drafts,
    private readonly session: SpeechSession,
    private readonly library: Library,
    private readonly file: SpeechFile,
    private readonly host: DraftRecoveryHost,
  ) {}

  /** Drafts that were found before the speech was shown: the newest is restored at once. */
  restore(found: FoundDrafts): void {
    const restore = this.settle(found);
    if (!restore) return;
    const { draft, base } = restore;
    this.session.dispatch({ type: 'supersede', stamp: draft });
    // Before the session saves the draft again as its own: that write must come after the take-over.
    void this.drafts.takeOver(draft);
    this.session.dispatch({ type: 'restore', text: draft.text, base, file: this.file });
    this.restored = draft.time;
  }

  /** Drafts that were found when the speech was open already (R9). */
  async recoverLate(found: FoundDrafts): Promise<void> {
    if (found.drafts.length === 0) return;
    if (this.session.isStill(this.file)) this.restore(found);
    else await this.keepBeside(found);
    this.host.changed();
  }

  dismiss(what: 'restored' | 'versionOf' | 'copy'): void {
    this[what] = undefined;
    this.host.changed();
  }

  private async keepBeside(found: FoundDrafts): Promise<void> {
    const draft = this.settle(found)?.draft;
    if (!draft) return;
    const name = freeFileName(this.host.names(), this.file.name);
    try {
      await this.library.create(name, draft.text);
    } catch {
      return; // found again the next time
    }
    this.discard(draft);
    this.copy = name;
    await this.host.added();
  }

  /** Discards and archives. @returns what is to be restored */
  private settle(found: FoundDrafts): Recovery['restore'] {
    const { file, session } = this;
    const { restore, archive, discard } = recover({
      file,
      keptText: session.keptText,
      ...found,
      now: Date.now(),
    });
    for (const draft of discard) this.discard(draft);
    // At once: this tab's key is needed for what it saves from now on (D10).
    const forked = archive.map(({ draft, time }) => ({ draft: this.drafts.fork(draft), time }));
    if (forked.length > 0) this.settled = this.archive(forked);
    return restore;
  }

  private async archive(archive: Recovery['archive']): Promise<void> {
    for (const { draft, time } of archive) {
      const { text } = draft;
      const done = await this.library.keepVersion(this.file.name, { text, time, reason: 'left' }).then(
        () => true,
        () => false,
      );
      if (!done) continue; // found again the next time
      this.versionOf = draft.time;
      this.host.changed();
      this.discard(draft);
    }
  }

  private discard(draft: OrphanedDraft): void {
    this.session.dispatch({ type: 'supersede', stamp: draft });
    void this.drafts.discard(draft);
  }
}
