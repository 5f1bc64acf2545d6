/** Width of a text in Han widths: what is half-width (ASCII, Latin 1) counts one half. */
export function characterWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // The second half of a pair adds nothing: the pair is one character.
    if (code < 0xdc00 || code > 0xdfff) width += code <= 0xff ? 0.5 : 1;
  }
  return width;
}
