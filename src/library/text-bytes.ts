import { type DecodedText, decodeBytes, type Encoding, rawText } from '../import/bytes.ts';
import { restoreLineEnds } from './line-ends.ts';

/** The text of a speech file. An empty file is an empty speech here, not an error: one just begun. */
export function decodeSpeech(bytes: Uint8Array, forced?: Encoding): DecodedText {
  if (bytes.length === 0)
    return { text: '', encoding: 'utf-8', hadBom: false, lineEnding: 'none', confident: true };
  return decodeBytes(bytes, forced);
}

/** Bytes to write, and the encoding they are in. */
export interface EncodedSpeech {
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
}

/**
 * Edited text → bytes in the manner of the file: its byte order mark, its line ends, its encoding.
 * GB18030 and Big5 cannot hold every character, so such a file becomes UTF-8.
 *
 * @param before the bytes on disk
 * @param text the edited text, `\n` only
 */
export function encodeLike(before: Uint8Array, text: string): EncodedSpeech {
  const { encoding, hadBom } = decodeSpeech(before);
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const raw = rawText(before, encoding).replace(/^\ufeff/, '');
  const whole = restoreLineEnds(raw, text);
  if (wide) return { bytes: utf16(hadBom ? `\ufeff${whole}` : whole, encoding), encoding };
  const mark = hadBom && encoding === 'utf-8' ? '\ufeff' : '';
  return { bytes: new TextEncoder().encode(mark + whole), encoding: 'utf-8' };
}

function utf16(text: string, encoding: 'utf-16le' | 'utf-16be'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), encoding === 'utf-16le');
  return bytes;
}
