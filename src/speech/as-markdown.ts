import { escapeLineStart, escapeText } from '../text/markdown-escapes.ts';
import { parseInlines } from './inline-markdown.ts';

/** Replace `text.slice(from, to)` by `insert`. */
interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The line of front matter that makes Markdown of a text. */
export const DECLARATION = 'format: markdown\n';

/**
 * The changes that make Markdown of a plain text that is to hold marks: its front matter declares it, and what
 * would be read as a sign is escaped, so that the speech stays the same. Lines that need no escape stay as
 * they are.
 *
 * @param bodyStart length of the front matter, UTF-16 units; 0: there is none
 * @returns ascending, apart from each other
 */
export function asMarkdown(text: string, bodyStart: number): TextEdit[] {
  const opened = bodyStart > 0 ? text.indexOf('\n') + 1 : 0;
  const edits: TextEdit[] = [
    { from: opened, to: opened, insert: bodyStart > 0 ? DECLARATION : `---\n${DECLARATION}---\n\n` },
  ];
  for (let from = bodyStart; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    const line = text.slice(from, to);
    const lead = line.length - line.trimStart().length;
    const written = line.trim();
    const escaped = escapedLine(written);
    if (escaped !== written)
      edits.push({ from: from + lead, to: from + lead + written.length, insert: escaped });
    from = to + 1;
  }
  return edits;
}

function escapedLine(line: string): string {
  if (line === '') return line;
  const read = parseInlines(line, 0, { format: 'markdown', call: () => 1 });
  const [only] = read;
  const same = read.length === 1 && only?.kind === 'text' && only.text === line;
  return escapeLineStart(same && !HIDING.test(line) ? line : escapeText(line));
}

/** Signs that the markup of one line does not show: comments, fences of code, targets, which repairs leave alone. */
const HIDING = /<!--|^`{3}|\]\(/;
