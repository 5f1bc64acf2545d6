import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/i18n/language.ts';
import { readFrontMatter } from '../../src/speech/front-matter/front-matter.ts';
import { speechMessage } from '../../src/speech/messages.ts';
import { parse } from '../../src/speech/parse.ts';
import { speechText } from '../../src/speech/text.ts';
import type { TextFormat } from '../../src/text/source.ts';
import { textFormat } from '../../src/text/text-format.ts';
import { cleanText } from './read-speech.ts';

const THEMES = { 'dang-hong': ['党建红', '黨建紅', 'Party red'], 'su-jian': ['素简', '素簡', 'Plain paper'] };
const read = (block: string, format: TextFormat = 'markdown') =>
  readFrontMatter(`---\n${block}\n---\n\n同志们：\n\n正文。\n`, format, THEMES);
const said = (block: string, format?: TextFormat) =>
  read(block, format).diagnostics.map(({ code, values, fix }) => ({ code, ...values, fix: fix?.insert }));

describe('front matter: what is known', () => {
  it('reads English and Chinese keys, and values as they are written', () => {
    const { values, lines, settings, diagnostics } = read(
      '标题: 关于: 安全的*讲话*\n主讲人：  张三  # 局长\nrole: "局长"\ndate: 2024-04-18\n会议: 安全生产会\n主持人: 李四\n语速: 200\n简繁: 繁体\n模板: 素简\nnames: [余秋里, 范长江]\n讲义:\n  版式: 大字版\n  封面: 是\ndeck: { agenda: false, density: 少而精, 比例: 4：3 }',
    );
    expect(Object.fromEntries(Object.entries(values).map(([key, { text }]) => [key, text]))).toEqual({
      title: '关于: 安全的*讲话*',
      speaker: '张三',
      role: '局长',
      date: '2024-04-18',
      occasion: '安全生产会',
    });
    expect(lines.map(({ text }) => text)).toEqual(['主持人: 李四']);
    expect(settings).toEqual({
      rate: 200,
      script: 'hant',
      theme: 'su-jian',
      names: ['余秋里', '范长江'],
      handout: { layout: 'podium', cover: true },
      deck: { agenda: false, density: 'low', ratio: '4:3' },
    });
    expect(diagnostics).toEqual([]);
  });

  it('ranges are those of the values', () => {
    const text = '---\ntitle: "学会提问"\n主持人: 李四\nplace:\n  县委\n  礼堂\n---\n正文。';
    const { values, lines } = readFrontMatter(text, 'markdown');
    const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    expect(at(values.title!.range)).toBe('学会提问');
    expect(at(lines[0]!.range)).toBe('主持人: 李四');
    expect(values.place!.text).toBe('县委 礼堂');
    expect(at(values.place!.range)).toBe('县委\n  礼堂');
  });

  it('主题 is what the speech is about, unless it names a theme', () => {
    expect(read('主题: 安全生产').values.title?.text).toBe('安全生产');
    const { values, settings } = read('title: 讲话\n主题: 素简');
    expect([values.title?.text, settings.theme]).toEqual(['讲话', 'su-jian']);
  });
});

describe('front matter: what makes no sense is told, with its line', () => {
  it('an unknown key, with the one that was meant', () => {
    expect(said('title: 甲\nspaeker: 张三\n备注: 请关手机')).toEqual([
      {
        code: 'front-matter-key-near',
        line: 3,
        key: 'spaeker',
        value: '张三',
        better: 'speaker',
        fix: 'speaker',
      },
      { code: 'front-matter-key', line: 4, key: '备注', value: '请关手机' },
    ]);
    expect(said('title: 甲\nhandout:\n  papper: a4')).toMatchObject([
      { code: 'front-matter-key-near', line: 4, key: 'handout.papper', better: 'paper' },
    ]);
  });

  it.each([
    ['theme: su-jan', 'su-jian'],
    ['theme: 素間', '素简'],
    ['script: hnat', 'hant'],
    ['handout: { layout: podum }', 'podium'],
  ])('%s: the value that was meant is offered as a fix', (block, better) => {
    expect(said(block)).toMatchObject([{ code: 'front-matter-value-near', line: 2, better, fix: better }]);
    expect(read(block).settings).toEqual({});
  });

  it.each([
    ['theme: christmas', 'christmas', 'dang-hong, su-jian'],
    ['script: pinyin', 'pinyin', 'source, hans, hant, tw, hk'],
    ['rate: fast', 'fast', '60–400'],
    ['rate: 40', '40', '60–400'],
    ['rate: {toString: 1}', '{toString: 1}', '60–400'],
    ['deck: { agenda: maybe }', 'maybe', 'true, false'],
    ['handout: { layout: [official] }', '[official]', 'official, podium, notes, outline'],
    ['deck: many', 'many', 'agenda, density, ratio'],
  ])('%s: told with what it can be', (block, value, allowed) => {
    expect(said(block)).toMatchObject([{ code: 'front-matter-value', line: 2, value, allowed }]);
    expect(read(block).settings).toEqual({});
  });

  it('a list or a group in place of a line is used as it is written', () => {
    const { values, diagnostics } = read(
      'title: [甲, 乙]\nspeaker: {a: 丙}\nplace: *甲*\nrole:\n  - 书记\n  - 县长',
    );
    expect(Object.values(values).map(({ text }) => text)).toEqual(['甲, 乙', 'a: 丙', '*甲*', '书记 县长']);
    expect(diagnostics.map(({ code, values }) => [code, values.line])).toEqual([
      ['front-matter-not-plain', 2],
      ['front-matter-not-plain', 3],
      ['front-matter-not-plain', 5],
    ]);
  });

  it('names that are no words', () => {
    expect(said('names: [张三, {toString: 1}]')).toMatchObject([
      { code: 'front-matter-kind', line: 2, value: '{toString: 1}' },
    ]);
    expect(read('names: [张三, {toString: 1}]').settings.names).toEqual(['张三']);
  });

  it('a key given twice, in whatever words', () => {
    const block = 'title: 甲\n标题: 乙\nrate: 200\n语速: 180';
    expect(said(block)).toMatchObject([
      { code: 'front-matter-twice', line: 3, first: 2, key: '标题', value: '乙' },
      { code: 'front-matter-twice', line: 5, first: 4, key: '语速', value: '180' },
    ]);
    expect(read(block)).toMatchObject({ values: { title: { text: '甲' } }, settings: { rate: 200 } });
  });

  it('what disagrees with the text', () => {
    const of = (head: string, body: string) =>
      parse(cleanText(`---\n${head}\n---\n\n${body}\n\n同志们：\n\n正文。`, 'markdown'))
        .diagnostics.filter(({ code }) => code === 'front-matter-differs')
        .map(({ values }) => [values.line, values.value, values.other]);
    expect(of('title: 讲话\nspeaker: 张三\ndate: 2024-05-01', '讲话\n\n李四\n\n（2024年5月2日）')).toEqual([
      [3, '张三', '李四'],
      [4, '2024-05-01', '2024年5月2日'],
    ]);
    expect(
      of('title: 讲话\nspeaker: 张三\ndate: 2024-05-02', '讲话\n\n局长　张三\n\n（二〇二四年五月二日）'),
    ).toEqual([]);
  });

  it('every message has its values in every language', () => {
    const blocks = [
      'a: b',
      'spaeker: b',
      'rate: x',
      'theme: su-jan',
      'names: [[a]]',
      'title: [甲]',
      'date: 1\ndate: 2',
    ];
    for (const diagnostic of blocks.flatMap((block) => read(`title: x\n${block}`).diagnostics))
      for (const language of LANGUAGES)
        expect(speechMessage(diagnostic, language)).not.toMatch(/[{}|]|undefined/);
  });
});

describe('front matter: what is none', () => {
  it.each<[string, string, TextFormat]>([
    ['rules around a paragraph', '---\n今天讲三点。\n---\n正文。', 'markdown'],
    ['unknown keys in a plain text', '---\n备注: 请关手机\n口号: 向前\n---\n正文。', 'plain'],
    ['no closing fence', '---\ntitle: 甲\n正文。', 'markdown'],
    ['a closing fence far away', `---\ntitle: 甲\n${'正文。\n'.repeat(1500)}---\n正文。`, 'markdown'],
    ['text that is no YAML under an unknown key', '---\n他说: “好”\n  他又说: [好\n---\n正文。', 'markdown'],
    ['two rules', '---\n\n---\n正文。', 'plain'],
  ])('%s stays text', (_, text, format) => {
    const bare = (one: string) => one.replace(/[\s\-[\]“”]/g, '');
    expect(bare(speechText(parse(cleanText(text, format))))).toBe(bare(text));
  });

  it.each([3_998, 3_999, 4_000, 4_001, 4_002, 9_000])(
    'a head of %i characters is front matter for both readers or for none',
    (length) => {
      const [before, after] = ['---\nformat: markdown\ntitle: ', '\n---\n'];
      const text = `${before}${'甲'.repeat(length - before.length - after.length)}${after}正文。`;
      const isRead = readFrontMatter(text, 'plain').bodyStart > 0;
      expect(textFormat('', text)).toBe(isRead ? 'markdown' : 'plain');
      expect(isRead).toBe(length <= 4_000);
    },
  );

  it('nothing vanishes: every value is used, told, or text', () => {
    const word = fc.constantFrom(
      '甲',
      '张三',
      'a4',
      '200',
      '*乙*',
      '[丙',
      '{丁',
      '"戊',
      '&己',
      '!庚',
      '- 辛',
      '壬: 癸',
      '#子',
      '|',
      '>丑',
    );
    const key = fc.constantFrom(
      'title',
      '标题',
      'speaker',
      '主持人',
      'rate',
      'theme',
      'handout',
      '备注',
      'x',
      'names',
    );
    const colon = fc.constantFrom(': ', '：', ':');
    const line = fc.tuple(key, colon, word).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.constantFrom<TextFormat>('plain', 'markdown'),
        (lines, format) => {
          const text = `---\n${lines.join('\n')}\n---\n\n同志们：\n\n正文。`;
          const speech = parse(cleanText(text, format), THEMES);
          // A block that is not YAML is told with its line.
          if (speech.diagnostics.some(({ code }) => code === 'front-matter-invalid')) return;
          const shown = [
            speechText(speech),
            JSON.stringify(speech.meta),
            ...speech.diagnostics.map(({ values }) => JSON.stringify(values)),
          ].join('\n');
          for (const one of ['甲', '张三', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸', '丑'])
            if (text.includes(one)) expect(shown).toContain(one);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('front matter: small blocks that keep a YAML library busy', () => {
  it.each([
    ['brackets', `title: 甲\nx: ${'['.repeat(3900)}`],
    ['braces', `title: 甲\nx: ${'{'.repeat(3900)}`],
    ['lists in lists', `title: 甲\nx:\n  ${'- '.repeat(1900)}`],
    ['keys in question', `title: 甲\n${'? '.repeat(1900)}`],
    [
      'anchors and aliases',
      `title: 甲\na: &a [x]\n${Array.from({ length: 200 }, (_, i) => `b${i}: [*a, *a, *a]`).join('\n')}`,
    ],
  ])('%s', (_, block) => {
    const { values, diagnostics } = read(block);
    expect(values.title?.text).toBe('甲');
    expect(diagnostics.length).toBeGreaterThan(0);
  });
});

describe('the cases of hard front matter', () => {
  const folder = join(import.meta.dirname, '../fixtures/front-matter');
  const speechOf = (name: string) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return parse(cleanText(text, textFormat(name, text)), THEMES);
  };

  it.each([
    ['alias-title.md', '*甲*', []],
    ['list-title.md', '甲, 乙', ['front-matter-not-plain', 'front-matter-not-plain']],
    ['names-tostring.md', '题目', ['front-matter-kind']],
    ['rate-tostring.md', '题目', ['front-matter-value']],
    ['speaker-and-date.md', '讲话', ['front-matter-differs', 'front-matter-differs']],
    ['unknown-keys.md', '甲', []],
  ])('%s', (name, title, codes) => {
    const speech = speechOf(name);
    expect(speech.meta.title?.text).toBe(title);
    expect(speech.diagnostics.map(({ code }) => code)).toEqual(codes);
  });

  it('keys of a title block are its lines', () => {
    expect(speechText(speechOf('unknown-keys.md')).split('\n').slice(0, 3)).toEqual([
      '甲',
      '主持人: 张三',
      '听众: 全体',
    ]);
    expect(speechText(speechOf('rule-block.txt')).split('\n').slice(0, 2)).toEqual([
      '安全生产会',
      '主持人: 张三',
    ]);
  });
});
