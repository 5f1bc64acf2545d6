import { AUTHOR_COMMENT } from '../text/author-comment.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { DECLARATION } from './as-markdown.ts';

/** Marks of Markdown that are hardly anything else, one kind an entry. */
const MARKS: readonly RegExp[] = [
  /^[ \t]*#{1,6}[ \t]+\S/m,
  /(?<![A-Za-z0-9*])\*\*(?=[^\s*])[^*\n]{1,200}\*\*(?![A-Za-z0-9*])/,
  /(?<![A-Za-z0-9=])==(?=[^\s=])[^=\n]{1,200}==(?![A-Za-z0-9=])/,
  new RegExp(AUTHOR_COMMENT),
  /!\[[^\]\n]{0,200}\]\([^)\n]{1,500}\)/,
  /\]\(https?:/,
  /(?<=\n)[ \t]*\|(?:[ \t]*:?-{2,}:?[ \t]*\|){1,40}[ \t]*(?=\n|$)/,
];

/**
 * Marks in a plain text, where they are text like any other: pasted from a program that writes Markdown, or put
 * there by hand. The fix declares the text to be Markdown.
 *
 * @param bodyStart length of the front matter, UTF-16 units
 */
export function marksInPlain(text: string, bodyStart: number): Diagnostic[] {
  const first = MARKS.map((mark) => mark.exec(text.slice(bodyStart)))
    .filter((match) => match !== null)
    .sort((a, b) => a.index - b.index)[0];
  if (!first) return [];
  const mark = first[0].trim();
  const start = bodyStart + first.index + first[0].indexOf(mark);
  const opened = bodyStart > 0 ? text.indexOf('\n') + 1 : 0;
  const insert = bodyStart > 0 ? DECLARATION : `---\n${DECLARATION}---\n\n`;
  return [
    {
      code: 'marks-in-plain',
      severity: 'info',
      values: { text: mark.length > 24 ? `${mark.slice(0, 23)}…` : mark },
      range: { start, end: start + mark.length },
      fix: { range: { start: opened, end: opened }, insert },
    },
  ];
}
