/** The speech named in the address of the page: `#file=NAME`; undefined when there is none. */
export function speechInAddress(hash: string): string | undefined {
  const name = new URLSearchParams(hash.replace(/^#/, '')).get('file');
  return name || undefined;
}

/** The address of a speech. */
export function addressOf(name: string): string {
  return `#file=${encodeURIComponent(name)}`;
}

/**
 * The speech to open first: the one in the address, the one that was open last, the real sample on a
 * first visit, else the first of the list.
 *
 * @param names all speeches
 */
export function firstToOpen(
  names: readonly string[],
  inAddress: string | undefined,
  last: string | undefined,
): string | undefined {
  // A name in the address is tried even if it is not in the list: the refusal says what is wrong.
  if (inAddress) return inAddress;
  return [last, WELCOME_SAMPLE].find((name) => name !== undefined && names.includes(name)) ?? names[0];
}

/** The real speech: the best first look at what the app does. */
export const WELCOME_SAMPLE = 'jianxing-qunzhong-luxian.txt';
