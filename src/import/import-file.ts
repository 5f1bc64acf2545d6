import type { Diagnostic } from '../text/diagnostic.ts';
import type { SourceText } from '../text/source.ts';
import { type DecodedText, decodeBytes, type Encoding } from './bytes.ts';
import type { KeptPicture } from './document.ts';
import { readDocx } from './docx/docx.ts';
import { fileKind, latin1 } from './file-kind.ts';
import { readHtml } from './html/html.ts';
import { ImportError } from './import-error.ts';

/** A file of any kind that a speech comes in, as text. */
export interface ImportedFile {
  readonly source: SourceText;
  /** What came inside the file and is to be kept beside the speech, under these names. */
  readonly pictures: readonly KeptPicture[];
  /** What could not be taken over; ranges are of `source.text`. */
  readonly problems: readonly Diagnostic[];
  /** What the text was found in. */
  readonly container: 'text' | 'docx' | 'html';
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
  if (fileKind(bytes, ownName) === 'docx') {
    const { source, pictures, problems } = readDocx(bytes, ownName);
    return { source, pictures, problems, container: 'docx' };
  }
  const { text, ...decoded } = decode(bytes, forced);
  if (text.trim() === '') throw new ImportError('empty');
  if (isHtml(text, ownName)) {
    const { source, pictures, problems } = readHtml(text, ownName);
    if (source.text.trim() === '') throw new ImportError('empty');
    return { source, pictures, problems, container: 'html', decoded };
  }
  const format = /\.(?:md|markdown)$/i.test(ownName) ? 'markdown' : 'plain';
  return { source: { text, format, name: ownName }, pictures: [], problems: [], container: 'text', decoded };
}

/** Labels of `<meta charset>` by the encoding they mean. */
const LABELS: readonly (readonly [RegExp, Encoding])[] = [
  [/^(?:gbk|gb2312|gb18030|x-gbk|gb_2312-80)$/, 'gb18030'],
  [/^(?:big5|big5-hkscs|x-x-big5)$/, 'big5'],
  [/^utf-?8$/, 'utf-8'],
];

/** Where the bytes leave a doubt, a page's own word on its encoding decides. */
function decode(bytes: Uint8Array, forced: Encoding | undefined): DecodedText {
  const charset = () =>
    /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i
      .exec(latin1(bytes.subarray(0, 4096)))?.[1]
      ?.toLowerCase();
  const declared = () => LABELS.find(([label]) => label.test(charset() ?? ''))?.[1];
  let decoded: DecodedText;
  try {
    decoded = decodeBytes(bytes, forced);
  } catch (error) {
    const encoding = declared();
    if (!(error instanceof ImportError) || error.code !== 'unknown-encoding' || encoding === undefined)
      throw error;
    return decodeBytes(bytes, encoding);
  }
  if (forced !== undefined || decoded.confident) return decoded;
  const encoding = declared();
  return encoding === undefined || encoding === decoded.encoding ? decoded : decodeBytes(bytes, encoding);
}

/** Only a whole page is one by its content; a piece of HTML is one by the name of the file. */
function isHtml(text: string, name: string): boolean {
  const start = text
    .slice(0, 4000)
    .replace(/^\ufeff/, '')
    .replace(/^(?:\s|<\?xml[^>]*\?>|<!--[\s\S]*?-->)+/, '');
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(start)) return true;
  return /\.x?html?$/i.test(name) && /<[a-z!/][^>]*>/i.test(text);
}
