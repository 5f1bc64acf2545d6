import type { Diagnostic } from '../text/diagnostic.ts';
import type { SourceText, TextOrigin } from '../text/source.ts';
import { isMarkdownName } from '../text/text-format.ts';
import type { DecodedText, Encoding } from './bytes.ts';
import { decodePage } from './decode-page.ts';
import type { KeptPicture } from './document.ts';
import { readDocx } from './docx/docx.ts';
import { fileKind } from './file-kind.ts';
import { readHtml } from './html/html.ts';
import { ImportError } from './import-error.ts';
import type { LeftOut } from './left-out.ts';
import { looksLikeHtml } from './looks-like-html.ts';
import { readMeetingFile, type SpeechChoices } from './meeting-file.ts';
import { readWebArchive } from './web-archive.ts';
import type { ReadContainer } from './write-speech/write-speech.ts';

/** A file of any kind that a speech comes in, as text. */
export interface ImportedFile {
  readonly source: SourceText;
  /** What came inside the file and is to be kept beside the speech, under these names. */
  readonly pictures: readonly KeptPicture[];
  /** What could not be taken over; ranges are of `source.text`. */
  readonly diagnostics: readonly Diagnostic[];
  /** What a Word file or a page holds besides the speech, by its place in `source.text`. */
  readonly leftOut: readonly LeftOut[];
  /** Of a Word file or a page: where its paragraphs begin in `source.text`, those without words not counted. */
  readonly paragraphs?: readonly number[];
  /** What the text was found in. */
  readonly container: 'text' | 'meeting' | TextOrigin;
  /** Of a meeting file: what the author decided about repairs. */
  readonly choices?: SpeechChoices;
  /** Of text and HTML: how the bytes were read. */
  readonly decoded?: Omit<DecodedText, 'text'>;
}

/** Larger files are refused unread: a speech of 300,000 characters with fifty photographs stays below. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

/**
 * Bytes of a file → the text of a speech. What the file is, is seen by its content; its name decides only
 * between text and Markdown.
 *
 * @param name file name with or without folders
 * @param forced the user's choice of encoding, for text and HTML
 * @throws ImportError, and no other error: what is wrong with the file
 */
export function importFile(bytes: Uint8Array, name: string, forced?: Encoding): ImportedFile {
  if (bytes.length === 0) throw new ImportError('empty');
  if (bytes.length > MAX_FILE_BYTES)
    throw new ImportError('too-large', { size: bytes.length, limit: MAX_FILE_BYTES });
  const ownName = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const kind = fileKind(bytes, ownName);
  if (kind === 'docx') return imported(readDocx(bytes, ownName), 'docx');
  if (kind === 'web-archive') {
    const archive = readWebArchive(bytes);
    if (archive === undefined) throw new ImportError('web-archive');
    const { text, ...decoded } = decodePage(archive.page, forced, archive.charset);
    return imported(readHtml(text, ownName, archive.files), 'html', decoded);
  }
  const { text, ...decoded } = decodePage(bytes, forced);
  if (text.trim() === '') throw new ImportError('empty');
  if (looksLikeHtml(text, ownName)) {
    const meeting = readMeetingFile(text);
    if (meeting) return { ...meeting, leftOut: [], container: 'meeting', decoded };
    return imported(readHtml(text, ownName), 'html', decoded);
  }
  const format = isMarkdownName(ownName) ? 'markdown' : 'plain';
  return {
    source: { text, format, name: ownName },
    pictures: [],
    diagnostics: [],
    leftOut: [],
    container: 'text',
    decoded,
  };
}

function imported(
  { source, pictures, diagnostics, leftOut, paragraphs }: ReadContainer,
  container: 'docx' | 'html',
  decoded?: ImportedFile['decoded'],
): ImportedFile {
  if (source.text.trim() === '') throw new ImportError('empty');
  return {
    source: { ...source, origin: container },
    pictures,
    diagnostics,
    leftOut,
    paragraphs,
    container,
    ...(decoded && { decoded }),
  };
}
