/**
 * Time of an event in this tab, ms since 1970. Strictly rising, also when the machine's clock is set back, so that of two
 * states of a text the later one has the later time (D6). Times of different tabs are compared as their clocks stood.
 */
export function tick(): number {
  last = Math.max(Date.now(), last + 1);
  return last;
}

/** A text of another tab, whose clock may be ahead, was taken over: every later {@link tick} is after its time. */
export function observe(time: number): void {
  last = Math.max(last, time);
}

let last = 0;
