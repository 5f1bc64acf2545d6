import { type DecodedText, decodeBytes } from './bytes.ts';
import type { Encoding } from './encodings.ts';
import { ImportError } from './import-error.ts';
import { latin1 } from './latin1.ts';

/** Labels of an encoding, as pages and archives give them, by the encoding they mean. */
const LABELS: readonly (readonly [RegExp, Encoding])[] = [
  [/^(?:gbk|gb2312|gb18030|x-gbk|gb_2312-80)$/, 'gb18030'],
  [/^(?:big5|big5-hkscs|x-x-big5)$/, 'big5'],
  [/^utf-?8$/, 'utf-8'],
];

/**
 * Bytes of a text or a page → text. Where the bytes leave a doubt, the file's own word on its encoding decides.
 *
 * @param forced the user's choice
 * @param charset what stands around the page says of it, as the head of a part of a web archive
 * @throws ImportError as {@link decodeBytes}
 */
export function decodePage(bytes: Uint8Array, forced?: Encoding, charset?: string): DecodedText {
  const declared = (): Encoding | undefined => {
    const own = /<meta[^>]{0,200}charset\s{0,20}=\s{0,20}["']?\s{0,20}([\w-]{1,40})/i.exec(
      latin1(bytes.subarray(0, 4096)),
    )?.[1];
    const label = (charset ?? own ?? '').toLowerCase();
    return LABELS.find(([pattern]) => pattern.test(label))?.[1];
  };
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
