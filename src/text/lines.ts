/** One line of a text, without its line end. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly blank: boolean;
}

/** Lines of a text with their offsets; at least one. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ start, end: start + line.length, text: line, blank: line.trim() === '' });
    start += line.length + 1;
  }
  return lines;
}
