import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberReadings } from '../../src/speech/number-reading.ts';
import { syllables } from '../../src/speech/spoken-length.ts';
import { SEED } from '../seed.ts';

it.each([
  ['2021年', '2021=二〇二一'],
  ['2021-2025年', '2021=二〇二一 2025=二〇二五'],
  ['增长8.1%', '8.1%=百分之八点一'],
  ['12,345人', '12,345=一万二千三百四十五'],
  ['15个、110户、205亩', '15=十五 110=一百一十 205=二百零五'],
  ['10005元和10015元', '10005=一万零五 10015=一万零一十五'],
  ['共0.5吨', '0.5=零点五'],
  ['350000000', '350000000=三亿五千万'],
  ['COVID19、5G、21:30、192.168.1.1', ''],
])('%s', (text, wanted) => {
  const found = numberReadings(text, 'zh-Hans').map(({ text: figures, words }) => `${figures}=${words}`);
  expect(found.join(' ')).toBe(wanted);
});

it('writes Traditional in Traditional', () => {
  expect(numberReadings('1.5', 'zh-Hant')[0]?.words).toBe('一點五');
  expect(numberReadings('20000', 'zh-Hant')[0]?.words).toBe('二萬');
});

it('says as many syllables as are counted for the time', () => {
  const numbers = fc.oneof(fc.integer({ min: 0, max: 999_999_999_999 }), fc.integer({ min: 0, max: 20_000 }));
  const property = fc.property(numbers, fc.constantFrom('', '.5', '.25', '%'), (number, tail) => {
    const text = `有${number}${tail}，`;
    const words = numberReadings(text, 'zh-Hans')[0]?.words ?? '';
    expect(words.length + 1).toBe(syllables(text));
  });
  fc.assert(property, { seed: SEED, numRuns: 2000 });
});
