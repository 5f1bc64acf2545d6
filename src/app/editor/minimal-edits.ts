import { diffChars } from 'diff';

/** Replace what stands from `from` to `to`, UTF-16 units of the text before all changes. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Texts that differ in more characters than this are changed in one piece: telling the pieces would take too long. */
const MOST_EDITS = 500;

/**
 * Small changes, in order, that turn one text into another: what stands around and between them stays where it is, the
 * cursor and a word that is being composed too. None when the texts are equal.
 */
export function minimalEdits(before: string, after: string): TextChange[] {
  const whole = minimalChange(before, after);
  if (!whole) return [];
  const parts = diffChars(before.slice(whole.from, whole.to), whole.insert, { maxEditLength: MOST_EDITS });
  if (!parts) return [whole];
  const changes: TextChange[] = [];
  let at = whole.from;
  for (const { value, added, removed } of parts) {
    const to = added ? at : at + value.length;
    if (added || removed) changes.push({ from: at, to, insert: added ? value : '' });
    at = to;
  }
  return changes;
}

/** The smallest single change that turns one text into another; undefined when they are equal. */
function minimalChange(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  // Never between the halves of a surrogate pair.
  if (head > 0 && isHighSurrogate(before.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (
    tail < shorter - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail--;
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) };
}

const isHighSurrogate = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff;
