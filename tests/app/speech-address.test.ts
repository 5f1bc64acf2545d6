import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { firstToOpen, isWelcomeSample, WELCOME_SAMPLES } from '../../src/app/session/speech-address.ts';
import { LANGUAGES, languageOf } from '../../src/i18n/language.ts';
import { SAMPLE_FILES } from '../../src/library/sample-names.ts';
import { guessTitle } from '../../src/library/title-guess.ts';

it.each([
  ['zh-CN', '踐行群眾路線'],
  ['zh-TW', '好里好鄰居，一起把家門口顧好'],
  ['zh-HK', '好里好鄰居，一起把家門口顧好'],
  ['en-GB', '好里好鄰居，一起把家門口顧好'],
])('a first visit from %s opens 《%s》', (locale, title) => {
  const first = firstToOpen(SAMPLE_FILES, undefined, undefined, languageOf([locale]));
  expect(guessTitle(readFileSync(`speeches/${first}`, 'utf8'))).toContain(title);
});

it('opens the speech of the address, or the last one, before a sample', () => {
  const names = ['a.txt', 'b.txt', ...SAMPLE_FILES];
  expect(firstToOpen(names, 'c.txt', 'b.txt', 'en')).toBe('c.txt');
  expect(firstToOpen(names, undefined, 'b.txt', 'en')).toBe('b.txt');
  expect(firstToOpen(['a.txt'], undefined, 'b.txt', 'en')).toBe('a.txt');
  expect(firstToOpen([], undefined, undefined, 'en')).toBeUndefined();
});

it('knows the samples of every language, whatever the language is later', () => {
  for (const language of LANGUAGES) expect(isWelcomeSample(WELCOME_SAMPLES[language])).toBe(true);
  expect(isWelcomeSample('kaixue-dianli.md')).toBe(false);
});
