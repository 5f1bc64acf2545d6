import type { Drafts, LeftDraft } from '../../store/drafts.ts';
import { freeFileName } from '../../store/free-name.ts';
import type { Library } from '../../store/library.ts';
import type { SpeechFile } from '../../store/protocol.ts';
import type { SpeechSession } from './speech-session.ts';

/** A speech waits for edits that may be left of it at most this long, ms: a browser that never answers must not keep it closed. */
export const LEFTOVER_PATIENCE = 1500;

/** What the browser says of edits that never reached the file. */
export interface Leftover {
  /** The newest, where the answer came in time and there are any. */
  readonly draft: LeftDraft | undefined;
  /** The answer, where it comes late. */
  readonly late: Promise<LeftDraft | undefined> | undefined;
}

/**
 * Asks for edits that never reached the file, before the speech is shown: what is typed then is typed behind them. Never
 * rejects.
 *
 * @param patience waits so long, ms; 0: no speech was ever open in this browser, and its database, which has to be made
 *   first, would only keep the user waiting
 */
export async function askLeftover(
  drafts: Drafts,
  name: string,
  patience = LEFTOVER_PATIENCE,
): Promise<Leftover> {
  const answer = drafts.leftover(name).catch(() => undefined);
  if (patience === 0) return { draft: undefined, late: answer };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<Leftover>((resolve) => {
    timer = setTimeout(() => resolve({ draft: undefined, late: answer }), patience);
  });
  const first = await Promise.race([answer.then((draft) => ({ draft, late: undefined })), over]);
  clearTimeout(timer);
  return first;
}

/**
 * Edits that never reached the file come back, at once; the storage hears of it meanwhile.
 *
 * @param file as the session shows it
 * @returns when they were made, ms since 1970; undefined when the file has them, or something newer
 */
export function bringBackDraft(
  drafts: Drafts,
  session: SpeechSession,
  file: SpeechFile,
  draft: LeftDraft,
): number | undefined {
  if (isDone(draft, file)) {
    void drafts.discard(draft);
    return undefined;
  }
  // Its page wrote this state, and may not have lived to hear of it.
  const own = file.writer?.page === draft.page;
  session.beginWithDraft(draft, own ? file.revision : draft.revision, file);
  void drafts.adopt(draft);
  return draft.time;
}

/**
 * Edits that came to light when others had been made already: the text stays as it is, and they become a speech of their
 * own beside it. Neither text takes the other's place, and this one is seen in the list.
 *
 * @param taken names of the speeches that are there
 * @returns its name; undefined when the file has them, or something newer
 * @throws what the library refuses; the draft stays then and is found the next time
 */
export async function keepLateDraft(
  drafts: Drafts,
  library: Library,
  taken: readonly string[],
  file: SpeechFile,
  draft: LeftDraft,
): Promise<string | undefined> {
  const name = isDone(draft, file) ? undefined : freeFileName(taken, file.name);
  if (name !== undefined) await library.create(name, draft.text);
  await drafts.discard(draft);
  return name;
}

/** What its page wrote later is newer, whoever has written since: a killed browser forgets what was done with. */
function isDone(draft: LeftDraft, file: SpeechFile): boolean {
  const written = file.writers?.find(({ page }) => page === draft.page);
  return draft.text === file.text || (written !== undefined && draft.time <= written.time);
}
