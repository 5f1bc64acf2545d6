/** Stands among bytes for one or two that are lost. */
export const LOST_BYTE = -1;

/** A question mark: what old programs wrote for a byte they could not read. */
const QUESTION = 0x3f;

/**
 * UTF-8 of which some bytes are lost → text; each character that is not whole is one U+FFFD, all others are read.
 *
 * @param bytes numbers 0 … 255, and {@link LOST_BYTE}
 */
export function decodeLossyUtf8(bytes: readonly number[]): string {
  let text = '';
  /** The text ends in a lost character. Looking at its end would copy all of it, time after time. */
  let lost = false;
  const lose = () => {
    if (!lost) text += '\ufffd';
    lost = true;
  };
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at]!;
    if (lead >= 0 && lead < 0x80) {
      text += String.fromCharCode(lead);
      lost = false;
      at++;
      continue;
    }
    const more = lead >= 0xf0 && lead <= 0xf4 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 && lead < 0xe0 ? 1 : 0;
    if (more === 0 || lead > 0xf4 || lead === LOST_BYTE) {
      lose();
      at++;
      continue;
    }
    let code = lead & (0x3f >> more);
    let read = 1;
    while (read <= more && isContinuation(bytes[at + read]))
      code = (code << 6) | (bytes[at + read++]! & 0x3f);
    if (read > more) {
      text += String.fromCodePoint(Math.min(code, 0x10ffff));
      lost = code === 0xfffd;
      at += read;
      continue;
    }
    text += '\ufffd';
    lost = true;
    at += read;
    if (bytes[at] === LOST_BYTE || bytes[at] === QUESTION) at++;
  }
  return text;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}
