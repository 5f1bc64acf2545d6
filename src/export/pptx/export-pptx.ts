import type { Deck } from '../../deck/plan/types.ts';
import { bareText } from '../../text/bare-text.ts';
import { type TextDifference, textDifference } from '../../text/difference.ts';
import { officePictures, type PictureSource } from '../ooxml/pictures.ts';
import { unwritableCharacters, writable } from '../ooxml/xml.ts';
import { pptxWords } from './pptx-text.ts';
import { type WrittenPptx, writePptx } from './write-pptx.ts';

export interface ExportedPptx extends WrittenPptx {
  readonly slides: number;
  /** Notes of the file against the spoken text of the deck; where it has a `place`, the file must not be given away. */
  readonly difference: TextDifference;
  /** Characters that no XML file can hold; U+FFFD stands in their places. */
  readonly unwritable: readonly string[];
}

/** A deck with its pictures as a PowerPoint file, read back and compared with the deck. */
export async function exportPptx(
  deck: Deck,
  pictures: PictureSource,
  options: { readonly created: Date; readonly author?: string },
): Promise<ExportedPptx> {
  const sources = deck.slides.flatMap(({ content }) => (content.image ? [content.image.src] : []));
  const written = writePptx(deck, { ...options, pictures: await officePictures(sources, pictures) });
  const spoken = deck.slides.flatMap(({ notes }) => notes.map(({ text }) => text)).join('');
  const notes = pptxWords(written.bytes).flatMap((words) => words.notes);
  return {
    ...written,
    slides: deck.slides.length,
    difference: textDifference(bareText(writable(spoken)), bareText(notes.join(''))),
    unwritable: unwritableCharacters(spoken),
  };
}
