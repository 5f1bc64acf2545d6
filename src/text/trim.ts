/**
 * A text without the characters at its ends that a pattern matches. Linear, unlike `replace(/[…]+$/, '')`, which looks
 * ahead from every such character inside the text.
 *
 * @param ends matches one UTF-16 unit, without flags `g` and `y`
 */
export function trimmedOf(text: string, ends: RegExp): string {
  const end = endWithout(text, ends);
  let start = 0;
  while (start < end && ends.test(text[start]!)) start++;
  return text.slice(start, end);
}

/** Offset behind the last character that a pattern does not match. */
export function endWithout(text: string, ends: RegExp): number {
  let end = text.length;
  while (end > 0 && ends.test(text[end - 1]!)) end--;
  return end;
}
