/** One line of the text that is not blank, without the white space at its ends. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Columns of white space before it; a full-width space counts two. */
  readonly indent: number;
  /** A blank line stands before it. */
  readonly gapBefore: boolean;
}

/** Lines of `text` from offset `from` on; blank ones are dropped. Offsets count from the start of `text`. */
export function linesOf(text: string, from = 0): Line[] {
  const lines: Line[] = [];
  let gapBefore = false;
  let at = from;
  while (at <= text.length) {
    let end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    const whole = text.slice(at, end);
    const trimmed = whole.trim();
    if (trimmed === '') gapBefore = true;
    else {
      const lead = whole.length - whole.trimStart().length;
      let indent = 0;
      for (let i = 0; i < lead; i++) indent += whole[i] === '\u3000' ? 2 : whole[i] === '\t' ? 4 : 1;
      lines.push({ text: trimmed, start: at + lead, end: at + lead + trimmed.length, indent, gapBefore });
      gapBefore = false;
    }
    at = end + 1;
  }
  return lines;
}
