import type { OrphanedDraft } from '../../library/browser/draft.ts';
import type { SpeechFile, VersionEntry } from '../../library/protocol.ts';
import { visibleCharacters } from '../../library/version-thinning.ts';
import { covers } from '../../library/version-vector.ts';

/** What is known when drafts of a speech are found. */
export interface RecoveryInput {
  readonly file: Pick<SpeechFile, 'text' | 'revision' | 'writer' | 'vector'>;
  /** Text of the editor, where it is in the file or in a draft of this tab. */
  readonly keptText?: string | undefined;
  /** At most one of each tab, in any order. */
  readonly drafts: readonly OrphanedDraft[];
  /** Of the speech. */
  readonly versions: readonly VersionEntry[];
  /** Ms since 1970. */
  readonly now: number;
}

/** What becomes of the drafts: each is in exactly one of the three. */
export interface Recovery {
  /** To be shown, with the revision that its edits are taken to have begun from. */
  readonly restore?: { readonly draft: OrphanedDraft; readonly base: string };
  /** To become versions, oldest first, with the time of the version. */
  readonly archive: readonly { readonly draft: OrphanedDraft; readonly time: number }[];
  readonly discard: readonly OrphanedDraft[];
}

/** Decides what becomes of drafts that are found (docs/persistence.md, R3–R6, R8, R10). */
export function recover({ file, keptText, drafts, versions, now }: RecoveryInput): Recovery {
  const newestFirst = [...drafts].sort((a, b) => b.time - a.time);
  const isContained = (draft: OrphanedDraft) =>
    covers(file.vector, draft) ||
    draft.text === file.text ||
    draft.text === keptText ||
    versions.some((version) => isVersionOf(version, draft));
  const open = newestFirst.filter((draft) => !isContained(draft));
  const restored = open[0] === newestFirst[0] ? open[0] : undefined;
  const archived = open.filter(({ text }) => text !== restored?.text).reverse();
  return {
    ...(restored && { restore: { draft: restored, base: baseOf(restored, file) } }),
    // The clock of the draft's tab may have been ahead: a version of the future would be the newest for ever.
    archive: archived.map((draft) => ({ draft, time: Math.min(draft.time, now) })),
    discard: newestFirst.filter((draft) => draft !== restored && !archived.includes(draft)),
  };
}

/** The tab may have been killed between its last write and the answer: its edits began from what it wrote (R8). */
function baseOf(draft: OrphanedDraft, file: RecoveryInput['file']): string {
  return file.writer?.tab === draft.tab ? file.revision : draft.revision;
}

function isVersionOf({ reason, time, characters }: VersionEntry, draft: OrphanedDraft): boolean {
  return reason === 'left' && time === draft.time && characters === visibleCharacters(draft.text);
}
