/** Text without white space: what two readings of one text must have in common. */
export function bareText(text: string): string {
  return text.replace(/[\s\u200b\u2060\ufeff]+/gu, '');
}
