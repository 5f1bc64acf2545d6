/** Width of a text in Han widths: what is half-width (ASCII, Latin 1) counts one half. */
export function characterWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character <= '\u00ff' ? 0.5 : 1;
  return width;
}
