import type { TextFormat } from './source.ts';

/** Longest front matter, both fences included, UTF-16 units. What is longer is a text between two rules. */
export const LONGEST_HEAD = 4_000;

/**
 * How the signs of a text are read.
 *
 * A file named `.md` or `.markdown` is Markdown. Any other is plain text, where no sign is markup, unless its
 * front matter declares `format: markdown` (格式: Markdown): that is what the app writes into a plain text when
 * the user first marks something in it.
 *
 * @param name file name, with or without folders; empty for pasted text
 * @param text line ends are `\n`
 */
export function textFormat(name: string, text: string): TextFormat {
  return isMarkdownName(name) || declaresMarkdown(text) ? 'markdown' : 'plain';
}

export function isMarkdownName(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name);
}

const DECLARATION = /^(?:format|格式)[ \t]*:[ \t]*(["']?)markdown\1[ \t]*(?:#.*)?$/i;

/** The front matter of a text says that the text is Markdown. */
export function declaresMarkdown(text: string): boolean {
  const head = text.slice(0, LONGEST_HEAD);
  if (!/^\ufeff?[ \t]*---[ \t]*\n/.test(head)) return false;
  let declared = false;
  const lines = head.split('\n');
  // The last one may be cut off.
  if (head.length < text.length) lines.pop();
  for (const line of lines.slice(1)) {
    // Without a closing fence the first one is not front matter but the author's line.
    if (/^(?:---|\.\.\.)[ \t]*$/.test(line)) return declared;
    declared ||= DECLARATION.test(line);
  }
  return false;
}
