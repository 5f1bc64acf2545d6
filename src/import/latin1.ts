/** Bytes turned into characters at once. */
const PIECE = 8192;

/** Bytes as the characters of the same numbers: enough to look for ASCII. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return text;
}
