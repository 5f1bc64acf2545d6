/** A language of the interface, by its BCP 47 tag. The language of a speech is another matter (`Speech.meta.lang`). */
export type Language = 'zh-Hans' | 'zh-Hant' | 'en';

/** Every language of the interface, in the order in which they are offered. */
export const LANGUAGES: readonly Language[] = ['zh-Hans', 'zh-Hant', 'en'];

/** Names under which versions before 0.2.0 stored a choice or wrote it into an address. */
const OLD_NAMES: Readonly<Record<string, Language>> = { hans: 'zh-Hans', hant: 'zh-Hant' };

/**
 * @param value a stored choice or a parameter of an address
 * @returns the language it names; undefined for anything else
 */
export function parseLanguage(value: string | null | undefined): Language | undefined {
  if (value === null || value === undefined) return undefined;
  return LANGUAGES.find((language) => language === value) ?? OLD_NAMES[value];
}

/**
 * Language by preference: Traditional Chinese for Taiwan, Hong Kong, Macau and `Hant`, Simplified Chinese for
 * other Chinese, English for anything else.
 *
 * @param preferences language tags in order of preference, as in `navigator.languages`
 */
export function languageOf(preferences: readonly string[]): Language {
  for (const preference of preferences) {
    if (/^zh\b.*-(tw|hk|mo|hant)\b/i.test(preference)) return 'zh-Hant';
    if (/^zh\b/i.test(preference)) return 'zh-Hans';
    if (/^en\b/i.test(preference)) return 'en';
  }
  return 'en';
}

/**
 * Language of the person at a terminal: `LC_ALL`, `LC_MESSAGES`, `LANG`, in the order of POSIX.
 *
 * @param env environment variables
 * @returns Simplified Chinese when no locale is set, or only `C` or `POSIX`
 */
export function languageOfEnvironment(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^(C\b|POSIX|$)/i.test(locale)
    ? 'zh-Hans'
    : languageOf([locale.split('.')[0]!.replaceAll('_', '-')]);
}
