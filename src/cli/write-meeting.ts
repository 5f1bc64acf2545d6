import { withPictureFolder } from '../export/browser/picture-folder.ts';
import type { Language } from '../i18n/language.ts';
import type { LoadedSpeech } from './load-speech.ts';
import { message } from './messages.ts';
import { startPrinter } from './printer.ts';
import { refuseLoss } from './refuse-loss.ts';
import { writeOutput } from './write-output.ts';

/**
 * Writes the meeting file of a speech: one HTML file with the show, the presenter's window and the handout.
 *
 * @param tell takes one sentence at a time
 * @throws UserError `export.text-lost`, `file.cannot-write`, ExportError without a browser: then nothing is written
 */
export async function writeMeeting(
  loaded: LoadedSpeech,
  out: string,
  language: Language,
  tell: (sentence: string) => void,
): Promise<void> {
  const { deck, handout, integrity, source, choices } = loaded;
  for (const one of [integrity.source, integrity.notes, integrity.handout]) refuseLoss(one, out);
  const printer = await startPrinter();
  try {
    const file = await withPictureFolder(loaded, (path) =>
      printer.meeting({ source, deck, handout, choices }, path, language),
    );
    if (file.missingPictures.length > 0)
      tell(message('export.pictures', language, { which: file.missingPictures.join(', ') }));
    if (file.uncovered.length > 0)
      tell(
        message('export.uncovered', language, {
          count: file.uncovered.length,
          which: file.uncovered.join(' '),
        }),
      );
    await writeOutput(out, new TextEncoder().encode(file.html));
    tell(message('export.written', language, { path: out }));
  } finally {
    await printer.close();
  }
}
