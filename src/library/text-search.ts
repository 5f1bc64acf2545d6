import type { SearchHit } from './protocol.ts';

/** Characters of text shown on either side of the word that was found. */
const AROUND = { before: 10, after: 30 } as const;

/** Forms of one word of a query; one of them is enough. */
export type SearchWord = readonly string[];

/** Parts the forms of a word in a query: 服务|服務. */
export const OR = '|';

/** The words of a query: what spaces (also the wide one) keep apart, each in its forms, without regard to case. */
export function searchWords(query: string): SearchWord[] {
  return query
    .toLowerCase()
    .split(/\s+/u)
    .map((word) => word.split(OR).filter(Boolean))
    .filter((forms) => forms.length > 0);
}

/**
 * Whether every word stands in the name or the text.
 *
 * @param words of {@link searchWords}; without any, everything is found
 * @returns undefined when one is missing
 */
export function findInSpeech(
  words: readonly SearchWord[],
  name: string,
  text: string,
): SearchHit | undefined {
  const lower = text.toLowerCase();
  const lowerName = name.toLowerCase();
  const stands = (form: string) => lower.includes(form) || lowerName.includes(form);
  if (!words.every((forms) => forms.some(stands))) return undefined;
  const inText = words.flat().find((form) => lower.includes(form));
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
