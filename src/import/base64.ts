const VALUES = new Map(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].map(
    (character, value) => [character.charCodeAt(0), value] as const,
  ),
);
const SKIPPED = new Set([...'=\t\n\f\r '].map((character) => character.charCodeAt(0)));

/** Base64 (RFC 4648) → bytes; undefined if it is none. White space is skipped. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const value = VALUES.get(code);
    if (value === undefined) {
      if (SKIPPED.has(code)) continue;
      return undefined;
    }
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes[length++] = (bits >> count) & 0xff;
    }
  }
  return bytes.subarray(0, length);
}
