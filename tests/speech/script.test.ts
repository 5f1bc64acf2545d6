import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from '../../src/speech/parse.ts';
import { convertSpeech, type ScriptTarget, scriptConverter } from '../../src/speech/script.ts';
import type { TextConverter } from '../../src/speech/script-alignment.ts';
import { speechText } from '../../src/speech/text.ts';
import type { Meta, Paragraph } from '../../src/speech/types.ts';
import { leavesOf } from './coverage.ts';
import { cleanText, readFixture } from './read-speech.ts';

const ROOT = join(import.meta.dirname, '../fixtures/speech');
interface Case {
  readonly id: string;
  readonly input: string;
  readonly expected: Readonly<Record<string, string>>;
}
const { cases } = JSON.parse(readFileSync(join(ROOT, 'opencc-cases.json'), 'utf8')) as { cases: Case[] };
const CONFIGS: readonly (readonly [string, Meta['lang'], ScriptTarget])[] = [
  ['s2t', 'zh-Hans', 'hant'],
  ['s2tw', 'zh-Hans', 'tw'],
  ['s2twp', 'zh-Hans', 'twp'],
  ['s2hk', 'zh-Hans', 'hk'],
  ['t2s', 'zh-Hant', 'hans'],
];
/** Rare characters opencc-js leaves out on purpose: no common font has them. */
const LEFT_OUT: readonly string[] = [
  't2s BYVoid_OpenCC_PR_1228_existing_behaviors',
  't2s BYVoid_OpenCC_PR_1229_existing_behaviors',
  't2s BYVoid_OpenCC_PR_464_xi_vs_xi',
];
/** Quotation marks follow the target here; OpenCC leaves them. */
const MARKS = /[“”‘’「」『』]/g;

describe('plain strings, as OpenCC publishes them', () => {
  it.each(CONFIGS)('%s', async (name, from, target) => {
    const convert = await scriptConverter(from, { target });
    const own = cases.filter((entry) => entry.expected[name] !== undefined);
    const wrong = own.filter(
      (entry) => convert(entry.input).replace(MARKS, '"') !== entry.expected[name]!.replace(MARKS, '"'),
    );
    expect(own.length).toBeGreaterThan(40);
    expect(wrong.map((entry) => `${name} ${entry.id}`)).toEqual(
      LEFT_OUT.filter((line) => line.startsWith(`${name} `)),
    );
  });
});

describe('a speech', () => {
  let hant: TextConverter;
  beforeAll(async () => {
    hant = await scriptConverter('zh-Hans', { target: 'hant', names: ['余秋里'], quotes: 'corner' });
  });
  const inline = (text: string) =>
    (parse(cleanText(`题目\n\n同志们：\n\n${text}\n\n好。`, 'markdown')).opening[1] as Paragraph).children;

  it('is converted across the border of bold: 头**发** is hair', () => {
    const speech = convertSpeech(
      parse(cleanText('题目\n\n同志们：\n\n他的头**发**白了，经济发**展**了。\n\n好。', 'markdown')),
      hant,
      'hant',
    );
    expect(speechText(speech)).toContain('他的頭髮白了，經濟發展了。');
    expect(speech.meta.lang).toBe('zh-Hant');
    expect(inline('他的头**发**白了。')).toHaveLength(3);
  });

  it('leaves names alone and writes the marks of the target', () => {
    expect(hant('余秋里说：“石油里面有‘学问’。”')).toBe('余秋里說：「石油裏面有『學問』。」');
  });

  it('of a text converted character by character before is put right through Simplified', async () => {
    const convert = await scriptConverter('zh-Hant', { target: 'hant', throughSimplified: true });
    expect(convert('領導干部向往奮斗')).toBe('領導幹部嚮往奮鬥');
    const plain = await scriptConverter('zh-Hant', { target: 'hant' });
    expect(plain('領導干部')).toBe('領導干部');
  });

  it('keeps its ranges, and its text is the conversion of its text', async () => {
    const files = readdirSync(ROOT).flatMap((name) =>
      ['speech.txt', 'speech.md'].map((file) => join(ROOT, name, file)).filter(existsSync),
    );
    for (const target of ['hans', 'hant', 'tw', 'twp', 'hk'] as const) {
      const converters = {
        'zh-Hans': await scriptConverter('zh-Hans', { target }),
        'zh-Hant': await scriptConverter('zh-Hant', { target }),
      };
      for (const file of files) {
        const speech = parse(readFixture(file));
        const convert = converters[speech.meta.lang];
        const converted = convertSpeech(speech, convert, target);
        expect(speechText(converted)).toBe(convert(speechText(speech)));
        expect(leavesOf(converted).map((leaf) => leaf.range)).toEqual(
          leavesOf(speech).map((leaf) => leaf.range),
        );
      }
    }
  });

  it('holds for any cut of bold into the text', async () => {
    const convert = await scriptConverter('zh-Hans', { target: 'twp' });
    const text = '软件里面的头发、干部的信息、鼠标和打印机，后来在台湾的公交车上复习历史';
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(text.length), { maxLength: 8 }), (cuts) => {
        const borders = [0, ...cuts.sort((a, b) => a - b), text.length];
        const marked = borders
          .slice(1)
          .map((to, index) => text.slice(borders[index], to))
          .map((piece, index) => (index % 2 && piece ? `**${piece}**` : piece))
          .join('');
        const speech = parse(cleanText(`题目\n\n同志们：\n\n${marked}。\n\n好。`, 'markdown'));
        expect(speechText(convertSpeech(speech, convert, 'twp'))).toBe(convert(speechText(speech)));
      }),
      { numRuns: 300 },
    );
  });
});

describe('words and marks of Traditional', () => {
  it.each(['hant', 'tw', 'hk'] as const)('%s: 新征程 keeps its 征, 徵求 its 徵', async (target) => {
    const convert = await scriptConverter('zh-Hans', { target });
    expect(convert('踏上新征程，新征途，征战，征求，新征兵')).toBe('踏上新征程，新征途，征戰，徵求，新徵兵');
  });

  // Two words that meet: the end of one and the beginning of the next are a phrase of the tables.
  it.each([
    [
      '校长发言后，部长发布、市长发表、会长发起、家长发现',
      '校長發言後，部長發佈、市長發表、會長發起、家長發現',
    ],
    [
      '带头发展，龙头发挥作用，源头发力，街头发放，回头发现',
      '帶頭發展，龍頭發揮作用，源頭發力，街頭發放，回頭發現',
    ],
    ['总结发言，优秀发明，中华发展，结束发言，冻结发放', '總結發言，優秀發明，中華發展，結束發言，凍結發放'],
    ['治理发展，受理发现，管理发展示范区，办理发放', '治理發展，受理發現，管理發展示範區，辦理發放'],
    ['黄金发展期，资金发放，现金发放，白银发行', '黃金發展期，資金發放，現金發放，白銀發行'],
    ['污染发生，寒假发现，明白发展，完美发挥，木头发芽', '汙染發生，寒假發現，明白發展，完美發揮，木頭發芽'],
    ['百年历史，百年历程，昔日历程，近年历次，岁月历经', '百年歷史，百年歷程，昔日歷程，近年歷次，歲月歷經'],
    ['歌手表演，高手表达，对手表决，关怀表示感谢', '歌手表演，高手表達，對手表決，關懷表示感謝'],
    ['直面条件，方面条例，子丑寅卯', '直面條件，方面條例，子丑寅卯'],
    ['不是只有一条路，不是只看一时，应签尽签', '不是只有一條路，不是只看一時，應簽盡簽'],
  ])('%s: words that meet make no phrase', async (written, expected) => {
    for (const target of ['hant', 'tw', 'hk'] as const) {
      const convert = await scriptConverter('zh-Hans', { target });
      const forms = (text: string) => text.replace(/[汙污]/g, '污').replace(/[佈布]/g, '布');
      expect(forms(convert(written)), target).toBe(forms(expected));
    }
  });

  it('hair, calendars, watches and noodles stay what they are', async () => {
    const convert = await scriptConverter('zh-Hans', { target: 'tw' });
    expect(convert('理发店，理发行业，美发展示，白发苍苍，头发生长，千钧一发，银发经济，校长发型')).toBe(
      '理髮店，理髮行業，美髮展示，白髮蒼蒼，頭髮生長，千鈞一髮，銀髮經濟，校長髮型',
    );
    expect(convert('农历年，日历，挂历，手表，电表，面条，面粉，小丑，出丑，是只好猫，抽签')).toBe(
      '農曆年，日曆，掛曆，手錶，電錶，麵條，麵粉，小丑，出醜，是隻好貓，抽籤',
    );
  });

  it.each(['hant', 'tw', 'hk'] as const)(
    '%s: a text that is Traditional already keeps its words',
    async (target) => {
      const text = '長征、遠征、鄰里、傢伙，他答：“好”，又答：「行」。';
      expect((await scriptConverter('zh-Hant', { target }))(text)).toBe(text);
    },
  );

  it('marks stay as written unless 「」 was chosen; those of English stay', async () => {
    const text = '他说：“向前‘看’”，又说“One Belt, One Road”和“AI+”，don’t。';
    const written = await scriptConverter('zh-Hans', { target: 'tw' });
    expect(written(text)).toBe('他說：“向前‘看’”，又說“One Belt, One Road”和“AI+”，don’t。');
    const corner = await scriptConverter('zh-Hans', { target: 'tw', quotes: 'corner' });
    expect(corner(text)).toBe('他說：「向前『看』」，又說“One Belt, One Road”和“AI+”，don’t。');
  });

  it('the choice is kept in the front matter', () => {
    const settings = parse(cleanText('---\nscript: tw\nquotes: corner\n---\n\n题目\n\n同志们：', 'markdown'))
      .meta.settings;
    expect(settings).toMatchObject({ script: 'tw', quotes: 'corner' });
  });
});
