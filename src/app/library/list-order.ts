import type { SpeechEntry } from '../../library/protocol.ts';

export const ORDERS = ['name', 'changed'] as const;
export type ListOrder = (typeof ORDERS)[number];

/** The speeches by name (by pinyin or strokes, as the language has it; 2 before 10) or by last change, newest first. */
export function inOrder(speeches: readonly SpeechEntry[], order: ListOrder, language: string): SpeechEntry[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const byName = (a: SpeechEntry, b: SpeechEntry) => compare(a.name, b.name);
  return [...speeches].sort(order === 'name' ? byName : (a, b) => b.modified - a.modified || byName(a, b));
}

/** When a speech was changed, short: the time today, the day this year, else the date. */
export function shortTime(time: number, now: number, language: string): string {
  const [then, today] = [new Date(time), new Date(now)];
  const options: Intl.DateTimeFormatOptions =
    then.toDateString() === today.toDateString()
      ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
      : then.getFullYear() === today.getFullYear()
        ? { month: 'numeric', day: 'numeric' }
        : { year: 'numeric', month: 'numeric', day: 'numeric' };
  return new Intl.DateTimeFormat(language, options).format(then);
}
