/** A language of the interface: 简体, 繁體, English. */
export type Language = 'hans' | 'hant' | 'en';

/** One sentence or label in all languages; `{name}` is filled in from values. */
export type Wording = Readonly<Record<Language, string>>;

export type Values = Readonly<Record<string, string | number>>;

/** Fills `{name}`; a name without a value stays visible, so that a test sees it. */
export function fill(sentence: string, values: Values = {}): string {
  return sentence.replace(/\{([\w-]+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/**
 * Language by the browser's wishes, in their order: Traditional for Taiwan, Hong Kong, Macau and `Hant`,
 * Simplified for other Chinese, English for anything else.
 */
export function languageOf(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    if (/^zh\b.*-(tw|hk|mo|hant)\b/i.test(wish)) return 'hant';
    if (/^zh\b/i.test(wish)) return 'hans';
    if (/^en\b/i.test(wish)) return 'en';
  }
  return 'en';
}

/** `lang` attribute of the page. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = {
  hans: 'zh-Hans',
  hant: 'zh-Hant',
  en: 'en',
};
