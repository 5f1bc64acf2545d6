import { PictureFiles } from '../export/browser/picture-files.ts';
import { exportDocx } from '../export/docx/export-docx.ts';
import type { PictureSource } from '../export/ooxml/pictures.ts';
import { exportPptx } from '../export/pptx/export-pptx.ts';
import type { Language } from '../i18n/language.ts';
import type { TextDifference } from '../text/difference.ts';
import type { LoadedSpeech } from './load-speech.ts';
import { message } from './messages.ts';
import { refuseLoss } from './refuse-loss.ts';
import { writeOutput } from './write-output.ts';

/** An Office file and what there is to say about it. */
interface OfficeFile {
  readonly bytes: Uint8Array;
  readonly difference: TextDifference;
  readonly missingPictures: readonly string[];
  readonly unwritable: readonly string[];
}

/** Takes one sentence at a time. */
type Tell = (sentence: string) => void;

/**
 * Writes the handout of a speech as a Word file.
 *
 * @throws UserError `export.text-lost`, `file.cannot-write`: then nothing is written
 */
export async function writeHandoutDocx(
  loaded: LoadedSpeech,
  out: string,
  language: Language,
  tell: Tell,
): Promise<void> {
  refuseLoss(loaded.integrity.source, out);
  refuseLoss(loaded.integrity.handout, out);
  await write(loaded, out, language, tell, (pictures) => exportDocx(loaded.handout, pictures, new Date()));
}

/**
 * Writes the slides of a speech as a PowerPoint file.
 *
 * @throws UserError `export.text-lost`, `file.cannot-write`: then nothing is written
 */
export async function writeDeckPptx(
  loaded: LoadedSpeech,
  out: string,
  language: Language,
  tell: Tell,
): Promise<void> {
  const { deck, handout, integrity } = loaded;
  refuseLoss(integrity.source, out);
  refuseLoss(integrity.notes, out);
  await write(loaded, out, language, tell, (pictures) =>
    exportPptx(deck, pictures, { created: new Date(), author: handout.speaker }),
  );
}

async function write(
  loaded: LoadedSpeech,
  out: string,
  language: Language,
  tell: Tell,
  make: (pictures: PictureSource) => Promise<OfficeFile>,
): Promise<void> {
  const pictures = new PictureFiles(loaded);
  try {
    const { bytes, difference, missingPictures, unwritable } = await make(pictures);
    refuseLoss(difference, out);
    if (missingPictures.length > 0)
      tell(message('export.pictures', language, { which: missingPictures.join(', ') }));
    if (unwritable.length > 0) {
      const which = unwritable.map(codePoint).join(', ');
      tell(message('export.unwritable', language, { count: unwritable.length, which }));
    }
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
