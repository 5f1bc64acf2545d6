import type { PreviewResult } from '../../compile/protocol.ts';
import type { MeetingFile } from '../../export/meeting/frame.ts';
import { openPage } from '../../export/meeting/hidden-page.ts';
import type { Language } from '../../i18n/language.ts';
import { PICTURES_PATH } from '../../library/protocol.ts';
import { textFormat } from '../../text/text-format.ts';
import { preference } from '../preferences/preferences.ts';
import type { Workspace } from '../session/workspace.ts';
import type { Progress } from '../tasks/progress.ts';

/** Parts of a whole in which progress is told. */
const PARTS = 100;

/**
 * Makes the meeting file of the open speech, out of sight.
 *
 * @param result of the text as it is now
 * @returns undefined when the user wanted no more of it
 */
export async function meetingFile(
  space: Workspace,
  { deck, handout, name }: PreviewResult,
  language: Language,
  progress: Progress,
): Promise<MeetingFile | undefined> {
  const { text } = space;
  const { disabled, undone, origin } = space.compiler.choices;
  const pictureNames = Object.fromEntries(await space.pictureNames());
  const page = await openPage('meeting');
  try {
    const api = page.window.jiangtaiMeeting;
    if (!api) throw new Error('meeting.html has no interface');
    await api.ready;
    return await api.write(
      {
        source: { text, format: textFormat(name, text), name, ...(origin && { origin }) },
        deck,
        handout,
        pictureNames,
        choices: { disabled, undone },
      },
      {
        baseUrl: new URL(PICTURES_PATH, document.baseURI).href,
        language,
        fragments: preference('preview/points') === 'one-by-one',
        signal: progress.signal,
        progress: (share) => void progress.report(Math.round(share * PARTS), PARTS),
      },
    );
  } catch (error) {
    if (progress.signal.aborted) return undefined;
    throw error;
  } finally {
    page.close();
  }
}
