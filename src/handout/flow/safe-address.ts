/** An address that a link of a handout may have, or undefined: scripts are none. */
export function safeAddress(href: string): string | undefined {
  return /^(?:https?:|mailto:|tel:)/i.test(href) ? href : undefined;
}
