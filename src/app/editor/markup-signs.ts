import { choicesIn, placeIn } from '../../text/author-comment.ts';

/** How a sign of markup looks in the text. */
export type SignLook =
  /** Not at all: the typography says it. */
  | 'none'
  /** A dot before an item of a list. */
  | 'bullet'
  /** Words about where the next block is shown. */
  | 'place'
  /** Words about how the slides that begin below are set. */
  | 'choices'
  /** A line across the text, where a new slide begins. */
  | 'break'
  /** A raised number. */
  | 'note'
  /** An arrow, where a line ends. */
  | 'line-end'
  /** A word in place of the address. */
  | 'picture'
  /** As written, faint. */
  | 'written';

/** Signs by their text; each pattern holds of the whole sign, with the white space that belongs to it. */
const LOOKS: readonly (readonly [SignLook, RegExp])[] = [
  ['none', /^\s*#{1,6}\s*$/],
  ['none', /^\s*>+\s*$/],
  ['none', /^(?:\*{1,2}|_{1,2}|==|\\|\[|\]\(.*\)|\s*["'”]\s*\))$/],
  ['bullet', /^\s*[-*+]\s+$/],
  ['note', /^\s*\[\^[^\]\s]{1,64}\]:?\s*$/],
  ['line-end', /^<br\s{0,9}\/?>$/i],
  ['picture', /^\s*!\[.*\]\(.*$/],
];

const BREAK = /^\s*(?:[-*_=][ \t]*){2,}$/;

/** What shows a sign. @param wholeLine nothing else stands on its line */
export function signLook(sign: string, wholeLine: boolean): SignLook {
  if (sign.includes('\n')) return 'written';
  if (wholeLine && BREAK.test(sign)) return 'break';
  if (placeIn(sign.trim())) return 'place';
  if (choicesIn(sign.trim())) return 'choices';
  return LOOKS.find(([, pattern]) => pattern.test(sign))?.[0] ?? 'written';
}
