import type { Language } from './language.ts';

/** Values that are put into a message: `{name}` of the sentence. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** One sentence or label in every language of the interface. */
export type Message = Readonly<Record<Language, string>>;

/** Rules of the one interface language whose nouns have a plural. */
const PLURALS = new Intl.PluralRules('en');

/**
 * Puts values into a sentence.
 *
 * - `{count}` becomes the value of that name. A name without a value stays visible, so that a test sees it.
 * - `{count|page|pages}` becomes the first word for a count that takes the singular (`Intl.PluralRules`, English),
 *   else the second. Only English sentences need it.
 *
 *     formatMessage('{count} {count|page|pages}', { count: 1 })  →  1 page
 */
export function formatMessage(sentence: string, values: MessageValues = {}): string {
  return sentence.replace(
    /\{([\w-]+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g,
    (whole, name: string, one: string | undefined, other: string | undefined) => {
      const value = values[name];
      if (value === undefined) return whole;
      if (one === undefined || other === undefined) return String(value);
      return PLURALS.select(countOf(value)) === 'one' ? one : other;
    },
  );
}

/** A number that was already written with separators (1,234) counts as that number. */
function countOf(value: string | number): number {
  return typeof value === 'number' ? value : Number(value.replace(/[,\s\u00a0\u202f]/g, ''));
}
