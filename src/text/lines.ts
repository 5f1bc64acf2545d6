/** One line of a text, without its line end. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly blank: boolean;
}

/** Lines of a text whose line ends are `\n`, with their offsets; at least one. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ start, end: start + line.length, text: line, blank: line.trim() === '' });
    start += line.length + 1;
  }
  return lines;
}

/** One line that is not blank, without the white space at its ends. */
export interface TrimmedLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Columns of white space before it; a full-width space counts two, a tab four. */
  readonly indent: number;
  /** A blank line stands before it. */
  readonly gapBefore: boolean;
}

/**
 * Lines of a text from an offset on, blank ones dropped.
 *
 * @param from start of a line; offsets in the result count from the start of `text`
 */
export function trimmedLinesOf(text: string, from = 0): TrimmedLine[] {
  const lines: TrimmedLine[] = [];
  let gapBefore = false;
  for (const line of linesOf(text.slice(from))) {
    if (line.blank) {
      gapBefore = true;
      continue;
    }
    const trimmed = line.text.trim();
    const lead = line.text.length - line.text.trimStart().length;
    let indent = 0;
    for (let i = 0; i < lead; i++) indent += line.text[i] === '\u3000' ? 2 : line.text[i] === '\t' ? 4 : 1;
    const start = from + line.start + lead;
    lines.push({ text: trimmed, start, end: start + trimmed.length, indent, gapBefore });
    gapBefore = false;
  }
  return lines;
}

/** One line as a file has it. */
export interface FileLine {
  readonly text: string;
  /** `\r\n`, `\r`, `\n`; empty only after the last line. */
  readonly lineEnd: string;
}

/** Lines of a file's text, whatever ends them; at least one, the last without an end. */
export function fileLinesOf(text: string): FileLine[] {
  const lines: FileLine[] = [];
  for (const match of text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    lines.push({ text: match[1]!, lineEnd: match[2]! });
    if (match[2] === '') break;
  }
  return lines;
}
