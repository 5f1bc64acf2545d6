import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restoreLineEnds } from '../../src/library/line-ends.ts';
import { decodeSpeech, encodeLike } from '../../src/library/text-bytes.ts';
import { guessTitle } from '../../src/library/title-guess.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));

describe('restoreLineEnds', () => {
  it.each([
    ['一\n二\n', '一\n二\n三\n', '一\n二\n三\n'],
    ['一\r\n二\r\n', '一\n新\n二\n', '一\r\n新\r\n二\r\n'],
    ['一\r二', '一\n二\n三', '一\r二\r三'],
    // What was not touched keeps its mixture; what is new takes the usual kind.
    ['一\r\n二\n三\r\n四\n', '一\n二\n新\n三\n四\n', '一\r\n二\n新\r\n三\r\n四\n'],
    ['一\r\n', '', ''],
    ['一\r\n二', '一', '一'],
  ])('%j edited to %j is written as %j', (before, text, written) =>
    expect(restoreLineEnds(before, text)).toBe(written),
  );

  const line = fc.constantFrom('一', '二二', '', 'abc');
  const end = fc.constantFrom('\n', '\r\n', '\r');
  const mixed = fc
    .array(fc.tuple(line, end), { maxLength: 12 })
    .map((lines) => lines.map(([text, stop]) => text + stop).join(''));
  const plain = (text: string) => text.replace(/\r\n?/g, '\n');

  it('a lone \\r and an empty line stay two line ends', () => {
    expect(restoreLineEnds('a\rb\n\n', 'a\n\n\n')).toBe('a\n\n\n');
  });

  it('an unchanged text is written as it was, and no edit changes more than line ends', () => {
    fc.assert(
      fc.property(mixed, mixed, (before, after) => {
        expect(restoreLineEnds(before, plain(before))).toBe(before);
        expect(plain(restoreLineEnds(before, plain(after)))).toBe(plain(after));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('encodeLike', () => {
  it('keeps byte order mark, line ends and UTF-16', () => {
    const marked = utf8('\ufeff同志们：\r\n大家好');
    expect(encodeLike(marked, '同志们：\n你们好').bytes).toEqual(utf8('\ufeff同志们：\r\n你们好'));
    const wide = utf16('\ufeff同志们：\r\n');
    expect(encodeLike(wide, '朋友们：\n')).toEqual({
      bytes: utf16('\ufeff朋友们：\r\n'),
      encoding: 'utf-16le',
    });
  });

  it('turns GB18030 into UTF-8, which holds every character', () => {
    const gbk = new Uint8Array([
      0xcd, 0xac, 0xd6, 0xbe, 0xc3, 0xc7, 0xa3, 0xba, 0xb4, 0xf3, 0xbc, 0xd2, 0xba, 0xc3, 0xa3, 0xa1,
    ]);
    expect(decodeSpeech(gbk).text).toBe('同志们：大家好！');
    expect(encodeLike(gbk, '同志们：大家好！😀')).toEqual({
      bytes: utf8('同志们：大家好！😀'),
      encoding: 'utf-8',
    });
  });

  it('takes an empty file for a speech just begun', () => {
    expect(decodeSpeech(new Uint8Array()).text).toBe('');
    expect(encodeLike(new Uint8Array(), '一\n').bytes).toEqual(utf8('一\n'));
  });
});

describe('guessTitle', () => {
  it.each([
    ['绷紧安全弦　守牢责任田\n\n同志们：', '绷紧安全弦　守牢责任田'],
    ['\n\n# 学会提问\n正文', '学会提问'],
    ['---\ntitle: "学会提问，让成长看得见"\ndate: 2024-09-01\n---\n正文', '学会提问，让成长看得见'],
    ['踐行群眾路線 永葆為民宗旨 楊潤智\n來源：…\n\n踐行群眾路線 永葆為民宗旨\n', '踐行群眾路線 永葆為民宗旨'],
    ['……\n\n', ''],
    ['', ''],
  ])('%j is called %j', (text, title) => expect(guessTitle(text)).toBe(title));
});
