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
  // What its page wrote later is newer, whoever has written since: a killed browser forgets what was done with.
  const written = file.writers?.find(({ page }) => page === draft.page);
  if (draft.text === file.text || (written && draft.time <= written.time)) {
    await drafts.discard(draft);
    return undefined;
  }
  // Its page wrote this state, and may not have lived to hear of it.
  const own = file.writer?.page === draft.page;
  session.beginWithDraft(draft, own ? file.revision : draft.revision, file);
  await drafts.adopt(draft);
  return draft.time;
}
