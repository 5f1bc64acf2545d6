import { PictureFiles } from '../export/browser/picture-files.ts';
import { exportDocx } from '../export/docx/export-docx.ts';
import type { Language } from '../i18n/language.ts';
import type { LoadedSpeech } from './load-speech.ts';
import { message } from './messages.ts';
import { refuseLoss } from './refuse-loss.ts';
import { writeOutput } from './write-output.ts';

/**
 * Writes the handout of a speech as a Word file.
 *
 * @param tell takes one sentence at a time
 * @throws UserError `export.text-lost`, `file.cannot-write`: then nothing is written
 */
export async function writeHandoutDocx(
  loaded: LoadedSpeech,
  out: string,
  language: Language,
  tell: (sentence: string) => void,
): Promise<void> {
  const { handout, integrity } = loaded;
  refuseLoss(integrity.source, out);
  refuseLoss(integrity.handout, out);
  const pictures = new PictureFiles(loaded);
  try {
    const { bytes, difference, missingPictures, unwritable } = await exportDocx(
      handout,
      pictures,
      new Date(),
    );
    refuseLoss(difference, out);
    if (missingPictures.length > 0)
      tell(message('export.pictures', language, { which: missingPictures.join(', ') }));
    if (unwritable.length > 0)
      tell(
        message('export.unwritable', language, {
          count: unwritable.length,
          which: unwritable.map(codePoint).join(', '),
        }),
      );
    await writeOutput(out, bytes);
    tell(message('export.written', language, { path: out }));
  } finally {
    await pictures.close();
  }
}

/** U+0007 */
function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
