import { pictureSources } from '../../handout/flow/pictures.ts';
import { handoutText } from '../../handout/flow/text.ts';
import type { Handout } from '../../handout/flow/types.ts';
import { bareText } from '../../text/bare-text.ts';
import { type TextDifference, textDifference } from '../../text/difference.ts';
import { officePictures, type PictureSource } from '../ooxml/pictures.ts';
import { unwritableCharacters, writable } from '../ooxml/xml.ts';
import { docxText } from './docx-text.ts';
import { type WrittenDocx, writeDocx } from './write-docx.ts';

export interface ExportedDocx extends WrittenDocx {
  /** Text of the file against that of the handout; where it has a `place`, the file must not be given away. */
  readonly difference: TextDifference;
  /** Characters that no XML file can hold; U+FFFD stands in their places. */
  readonly unwritable: readonly string[];
}

/** A handout with its pictures as a Word file, read back and compared with the handout. */
export async function exportDocx(
  handout: Handout,
  pictures: PictureSource,
  created: Date,
): Promise<ExportedDocx> {
  const found = await officePictures(pictureSources(handout), pictures);
  const written = writeDocx(handout, { pictures: found, created });
  const text = handoutText(handout);
  return {
    ...written,
    difference: textDifference(bareText(writable(text)), bareText(docxText(written.bytes))),
    unwritable: unwritableCharacters(text),
  };
}
