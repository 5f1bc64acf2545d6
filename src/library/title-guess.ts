/** Lines looked at from the top of the file. */
const LOOKED_AT = 12;

/**
 * A title for the list, without parsing the speech: the front matter's `title`, else the first line with
 * text in it. A line that a later one repeats in part gives way to that one: web pages put
 * “title author” above the title itself.
 *
 * @returns empty for a text without letters
 */
export function guessTitle(text: string): string {
  const front = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(text);
  const written = front && /^title:[ \t]*(.+)$/m.exec(front[1]!)?.[1]?.trim();
  if (written) return written.replace(/^(["'])(.*)\1$/, '$2');
  const lines = text
    .slice(front?.[0].length ?? 0)
    .split('\n', LOOKED_AT)
    .map((line) => line.replace(/^#+\s*/, '').trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
  const [first = ''] = lines;
  return lines.slice(1).find((line) => line.length >= 4 && first.startsWith(line)) ?? first;
}
