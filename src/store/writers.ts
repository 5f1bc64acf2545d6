import type { Writer } from './protocol.ts';

/** So many pages are remembered for each speech. */
const LONGEST = 20;

/** The pages that wrote a speech, each once with its last write, the newest at the end. */
export function addWriter(writers: readonly Writer[] = [], writer: Writer): readonly Writer[] {
  return [...writers.filter(({ page }) => page !== writer.page), writer].slice(-LONGEST);
}
