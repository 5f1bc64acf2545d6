/**
 * Text without white space of any kind, zero-width spaces included: layout may change white space, never a
 * character. Two outputs hold the same text exactly when their bare texts are equal.
 */
export function bareText(text: string): string {
  return text.replace(/[\s\u200b\u2060\ufeff]+/gu, '');
}
