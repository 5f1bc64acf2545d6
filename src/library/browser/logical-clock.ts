/**
 * When something happened on this page, ms since 1970. Each call gives more than the one before, also when
 * the machine's clock is set back: of two states of a text the later one always has the later time. Times of different
 * pages are compared as their clocks stood.
 */
export function tick(): number {
  last = Math.max(Date.now(), last + 1);
  return last;
}

/** What was taken over from another page, whose clock may have been ahead: what happens here comes after it. */
export function observe(time: number): void {
  last = Math.max(last, time);
}

let last = 0;
