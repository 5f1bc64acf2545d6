import type { Language } from '../../i18n/language.ts';
import type { SAMPLE_FILES } from '../../library/sample-names.ts';

/** The speech named in the address of the page: `#file=NAME`; undefined when there is none. */
export function speechInAddress(hash: string): string | undefined {
  const name = new URLSearchParams(hash.replace(/^#/, '')).get('file');
  return name || undefined;
}

/** The address of a speech. */
export function addressOf(name: string): string {
  return `#file=${encodeURIComponent(name)}`;
}

/**
 * The speech to open first: the one in the address, the one that was open last, the sample on a
 * first visit, else the first of the list.
 *
 * @param names all speeches
 * @param language of the interface
 */
export function firstToOpen(
  names: readonly string[],
  inAddress: string | undefined,
  last: string | undefined,
  language: Language,
): string | undefined {
  // A name in the address is tried even if it is not in the list: the refusal says what is wrong.
  if (inAddress) return inAddress;
  return (
    [last, WELCOME_SAMPLES[language]].find((name) => name !== undefined && names.includes(name)) ?? names[0]
  );
}

/**
 * The sample that a first visit opens: a speech as the reader's own office would give it. A meeting of a district in Taiwan is read
 * without explanation in Hong Kong and abroad, too.
 */
export const WELCOME_SAMPLES: Readonly<Record<Language, (typeof SAMPLE_FILES)[number]>> = {
  'zh-Hans': 'jianxing-qunzhong-luxian.txt',
  'zh-Hant': 'lizhang-shequ-dahui.txt',
  en: 'lizhang-shequ-dahui.txt',
};

/** A file of this name is one of the speeches that a first visit opens. */
export function isWelcomeSample(name: string): boolean {
  return Object.values<string>(WELCOME_SAMPLES).includes(name);
}
