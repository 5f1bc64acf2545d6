import type { SearchHit } from './protocol.ts';

/** Characters of text shown on either side of the word that was found. */
const AROUND = { before: 10, after: 30 } as const;

/** The words of a query: what spaces (also the wide one) keep apart, without regard to case. */
export function searchWords(query: string): string[] {
  return query.toLowerCase().split(/\s+/u).filter(Boolean);
}

/**
 * Whether every word stands in the name or the text.
 *
 * @param words of {@link searchWords}; without any, everything is found
 * @returns undefined when one is missing
 */
export function findInSpeech(words: readonly string[], name: string, text: string): SearchHit | undefined {
  const lower = text.toLowerCase();
  const lowerName = name.toLowerCase();
  if (!words.every((word) => lower.includes(word) || lowerName.includes(word))) return undefined;
  const inText = words.find((word) => lower.includes(word));
  // A character whose small form is longer (İ) would shift the place: then no excerpt is better than a wrong one.
  if (inText === undefined || lower.length !== text.length) return { name };
  const start = lower.indexOf(inText);
  const end = start + inText.length;
  const oneLine = (piece: string) => piece.replace(/\s+/gu, ' ');
  const from = Math.max(0, start - AROUND.before);
  return {
    name,
    excerpt: {
      before: (from > 0 ? '…' : '') + oneLine(text.slice(from, start)),
      match: text.slice(start, end),
      after: oneLine(text.slice(end, end + AROUND.after)),
    },
  };
}
