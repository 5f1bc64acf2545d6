import { readdirSync, readFileSync } from 'node:fs';
import { Text } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repair } from '../../src/repair/repair.ts';
import type { TextFormat } from '../../src/text/source.ts';

const run = (text: string, format: TextFormat = 'plain') => repair({ text, format, name: '' });

/** Pieces that damage is made of; random text of random characters would hardly ever show any. */
const PIECES = [
  '服務(wù)',
  '發(fā)展',
  '把它變?yōu)槿罕姷淖杂X行動',
  '擁護?!八\ue19b茌d舟',
  '六中.全會',
  '習.近平',
  '同志們:',
  '他說"好"',
  "'好'",
  '&ldquo;',
  '&nbsp;',
  '&amp;amp;',
  '&amp;lt;',
  '&',
  'nbsp;',
  '#160;',
  '\u200b',
  '\u00a0',
  '\u3000',
  '\u2028',
  '\t',
  ' ',
  '\n',
  '\n\n',
  '\u2f08',
  '\uf0b7',
  '\ue123',
  '\ufffd',
  '?',
  '？',
  '“',
  '”',
  '‘',
  '「',
  '」',
  '"',
  "'",
  '...',
  '。。。',
  '--',
  '---',
  '…',
  '——',
  '(一)',
  '(1)',
  '（',
  ')',
  ',',
  ':',
  ';',
  '!',
  '.',
  '我 们 的 事 业 很',
  '来源:某网 发布日期:2020-01-01',
  '上一篇:无',
  'Copyright',
  '返回首页 | 联系我们',
  '一、',
  '（一）',
  '1.',
  '9:30',
  '1,260',
  '3．5',
  'http://a.cn/b,c',
  'a@b.cn',
  '**重点**',
  '`code`',
  '[^1]',
  '[^1]: ',
  '![图](a,b.png)',
  '---\ntitle: a:b\n---\n',
  '荀彧(yù)',
  '垚（yáo）',
  'X课',
  '×××',
  '鎴戜滑',
  'æˆ‘ä»¬',
  'ÎÒÃÇ',
  'GDP',
  "don't",
  'a',
  'X',
  '^',
  '中',
  '国',
  '人民',
  '群眾路線是我們黨的生命線和根本工作路線，是我們黨永葆',
];
const damagedText = fc
  .array(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string() }),
    { maxLength: 25 },
  )
  .map((pieces) => pieces.join(''));
const format = fc.constantFrom<TextFormat>('plain', 'markdown');

describe('reading any text', () => {
  it('is idempotent: its own output is clean', () => {
    fc.assert(
      fc.property(damagedText, format, (text, as) => {
        const once = run(text, as).text;
        expect(run(once, as).text).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it('can be undone, all together and by the list of repairs', () => {
    fc.assert(
      fc.property(damagedText, format, (text, as) => {
        const clean = run(text, as);
        const source = Text.of(text.split('\n'));
        const after = clean.changes.apply(source);
        expect(after.toString()).toBe(clean.text);
        expect(clean.changes.invert(source).apply(after).toString()).toBe(text);
        let rebuilt = '';
        let at = 0;
        for (const { range, before, after: insert } of clean.repairs) {
          expect(range.start).toBeGreaterThanOrEqual(at);
          expect(text.slice(range.start, range.end)).toBe(before);
          rebuilt += text.slice(at, range.start) + insert;
          at = range.end;
        }
        expect(rebuilt + text.slice(at)).toBe(clean.text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('clean text is left alone', () => {
  const folder = new URL('../../speeches/', import.meta.url);
  const samples = readdirSync(folder).filter(
    (name) => /\.(txt|md)$/.test(name) && !/^(README|jianxing)/.test(name),
  );
  it.each(samples)('%s', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    expect(run(text, name.endsWith('.md') ? 'markdown' : 'plain').repairs).toEqual([]);
  });

  it('the real speech, once read', () => {
    const once = run(readFileSync(new URL('jianxing-qunzhong-luxian.txt', folder), 'utf8'));
    expect(run(once.text).repairs).toEqual([]);
  });

  it.each([
    [
      'English',
      'Ladies and gentlemen, dear friends: it is 9:30 (or so) -- "late", isn\'t it? Yes... I mean 1,260 people; 3.5% more!\n',
    ],
    [
      'English that names a Chinese word',
      'He spent a year reading about 仁, the virtue, and (so he said) it changed everything.',
    ],
    ['a genuine note on a rare character', '荀彧(yù)、程昱(yù)都是曹操的谋士。'],
    ['a genuine full-width note', '他叫李垚（yáo），今年十八岁。'],
    ['genuine notes on characters with two readings', '山东单(shàn)县、河北蔚(yù)县、安徽六(lù)安。'],
    ['numbers and times', '会议9:30开始，出席1,260人，增长3.5%。'],
    ['numbered lists', '1. 第一\n2. 第二\n3、第三\n（一）其一'],
    ['a title in two halves', '不忘初心 牢记使命\n\n党支部书记  王 强'],
    ['verse', '锄禾日当午，\n汗滴禾下土。\n谁知盘中餐，\n粒粒皆辛苦。'],
    [
      'front matter and Markdown',
      '---\ntitle: 标题:副题,三\n---\n\n# 一、标题\n\n**重点**，[链接](http://a.cn/中,文) ![图](图,1.png) `代码,a`[^1]\n\n| 年份 | 数 |\n|:---:|---:|\n| 2023 | 1,260 |\n\n[^1]: 注\n',
    ],
    ['a quotation over two paragraphs', '他说：“第一段。\n\n“第二段。”'],
    ['a foreign name', '约翰·史密斯说过。'],
  ])('%s', (_what, text) => {
    const clean = run(text, 'markdown');
    expect(clean.repairs).toEqual([]);
    expect(clean.text).toBe(text);
  });
});
