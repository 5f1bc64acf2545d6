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
    for (const offset of insertions(written, escapedLine(written)))
      edits.push({ from: from + lead + offset, to: from + lead + offset, insert: '\\' });
    from = to + 1;
  }
  return edits;
}

/**
 * The changes that make a plain text again of one that {@link asMarkdown} made Markdown and that holds no mark any
 * more; undefined where it holds one.
 */
export function asPlain(text: string): TextEdit[] | undefined {
  const alone = `---\n${DECLARATION}---\n\n`;
  const head = text.startsWith(alone) ? alone : DECLARATION;
  const from = head === alone ? 0 : text.indexOf('\n') + 1;
  if (!text.startsWith(head, from)) return undefined;
  const edits: TextEdit[] = [{ from, to: from + head.length, insert: '' }];
  const body = from + head.length;
  for (const { index } of text.slice(body).matchAll(/\\(?=[!-/:-@[-`{-~])[^\n]/g))
    edits.push({ from: body + index, to: body + index + 1, insert: '' });
  const plain = applied(text, edits);
  const end = head === alone ? 0 : /\n(?:---|\.\.\.)[ \t]*(?=\n|$)/.exec(plain);
  if (end === null) return undefined;
  const bodyStart = end === 0 ? 0 : end.index + end[0].length;
  return applied(plain, asMarkdown(plain, bodyStart)) === text ? edits : undefined;
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, insert } of edits) {
    pieces.push(text.slice(at, from), insert);
    at = to;
  }
  return pieces.join('') + text.slice(at);
}

/** Offsets of a line before which an escape was put, ascending: the characters between keep their places. */
function insertions(line: string, escaped: string): number[] {
  const offsets: number[] = [];
  let at = line.length;
  for (let end = escaped.length; end > at; end--) {
    if (at > 0 && escaped[end - 1] === line[at - 1]) at--;
    else offsets.push(at);
  }
  return offsets.reverse();
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
