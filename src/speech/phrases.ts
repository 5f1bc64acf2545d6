/** What leans on the phrase before it, and so never begins a line of a heading. */
const LEANS_BACK = /^(?:[\p{P}\s]|[的之地得了着過过們们]$)/u;
/** What leans on the phrase after it, and so never ends a line of a heading. */
const LEANS_FORWARD = /(?:[“‘（《「『【〔]|^[在对對向为為把被和与與及同跟以])$/u;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Cuts a heading into phrases between which a line may break: whole words, with the marks and particles
 * that lean on them (GB/T 9704—2012 7.3.1: a title is broken by meaning). Joined, they are the text.
 */
export function phrases(text: string): string[] {
  const found: string[] = [];
  for (const { segment } of words.segment(text)) {
    const last = found.at(-1);
    if (last !== undefined && (LEANS_BACK.test(segment) || LEANS_FORWARD.test(last))) {
      found[found.length - 1] = last + segment;
    } else found.push(segment);
  }
  return found;
}
