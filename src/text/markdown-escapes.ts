/**
 * The author's characters that the speech parser would take for signs, written so that they stay characters.
 * Which these are: src/speech/inline-markdown.ts, raw-blocks.ts. Only those are escaped, so that the text
 * stays readable in the editor.
 */

/** Anywhere in a line: emphasis, marks, code, comments, line end tags, footnotes, targets of links, escapes. */
const SIGNS =
  /\*|`|\\(?=[!-/:-@[-`{-~]|$)|(?<!=)={2}(?!=)|^=+|=+$|(?<![\p{L}\p{N}_])_{1,2}(?!_)|(?<!_)_{1,2}(?![\p{L}\p{N}_])|<(?=!--|br[\s/>])|\[(?=\^)|\](?=\()/giu;

/**
 * At the start of a line: headings, quotes, tables and the rules under their heads, lists, code, breaks, and the
 * lines that underline a heading.
 */
const LINE_START = /^(?:#{1,6}[ \t\u3000]|>|\||[-*+][ \t\u3000]|~{3}|_{3,}$|\*{3,}$|=+$|[-:|][-:|\s]*$)/;

/** One stretch of text of one look. */
export function escapeText(text: string): string {
  return text.replace(SIGNS, (sign) => [...sign].map((character) => `\\${character}`).join(''));
}

/** A line whose text is escaped already. */
export function escapeLineStart(line: string): string {
  return LINE_START.test(line) ? `\\${line}` : line;
}
