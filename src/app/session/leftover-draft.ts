import type { Drafts } from '../../store/drafts.ts';
import type { SpeechFile } from '../../store/protocol.ts';
import type { SpeechSession } from './speech-session.ts';

/**
 * Edits that never reached the file come back.
 *
 * @param isOpen whether the session is still the one that is shown
 * @returns when they were made, ms since 1970; undefined when there were none
 */
export async function bringBackDraft(
  drafts: Drafts,
  session: SpeechSession,
  file: SpeechFile,
  isOpen: () => boolean,
): Promise<number | undefined> {
  const draft = await drafts.leftover(file.name);
  if (!draft || !isOpen()) return undefined;
  // What its page wrote later is newer: a killed browser forgets that the draft was done with.
  const own = file.writer?.page === draft.page;
  if (draft.text === file.text || (own && draft.time <= file.writer!.time)) {
    drafts.discard(draft);
    return undefined;
  }
  drafts.adopt(draft);
  session.beginWithDraft(draft.text, own || draft.revision === file.revision, file);
  return draft.time;
}
