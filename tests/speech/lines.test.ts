import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from '../../src/speech/line-breaking/break-lines.ts';
import { phrases } from '../../src/speech/line-breaking/phrases.ts';
import { characterWidth } from '../../src/text/width.ts';

const shown = (text: string, options: Parameters<typeof breakLines>[1]) =>
  breakLines(text, options).join('/');

describe('lines are broken by meaning', () => {
  it.each([
    // A title: between clauses, between words, never before 的 or after 在.
    ['好里好鄰居，一起把家門口顧好', 13.5, '好里好鄰居，/一起把家門口顧好'],
    ['突出重点，把隐患消灭在事故发生之前', 16, '突出重点，/把隐患消灭在事故发生之前'],
    ['群众路线是我们制定和执行正确政治路线的重要保障', 18, '群众路线是我们制定和执行/正确政治路线的重要保障'],
    ['短标题', 13, '短标题'],
    ['上一学年图书馆各月借阅册次（学校图书馆统计）', 16, '上一学年图书馆各月借阅册次/（学校图书馆统计）'],
  ])('%s', (text, room, expected) => expect(shown(text, { room, evenness: 0.4 })).toBe(expected));

  it('a number keeps its unit', () => {
    for (let room = 8; room < 24; room++)
      for (const line of breakLines('剩下的95条隐患由16个乡镇在4月18日前整改，下降22.7%，共1,600个', {
        room,
      }))
        expect(line).not.toMatch(/\d$|^[条个日%]/);
  });

  it.each(['先進性不是體現在高人一等上', '把成果展现在世人面前', '目標實現在今年'])(
    'a verb that ends in 現 is not cut: %s',
    (text) => {
      for (const phrase of phrases(text)) expect(phrase).not.toMatch(/^[现現]在|[體展實]$/);
    },
  );

  it('a date of many numbers keeps its last unit', () => {
    for (const phrase of phrases('時間：民國113年10月19日（星期六）上午9時30分'))
      expect(phrase).not.toMatch(/^[年月日時分](?!間)/);
  });

  it('takes a line more where told, for parallel clauses', () => {
    const text = '愿你们敢问，眼里有光；愿你们善问，胸中有墨；愿你们笃行，脚下有路';
    expect(shown(text, { room: 17.5, evenness: 0.15, slack: 1 })).toBe(
      '愿你们敢问，眼里有光；/愿你们善问，胸中有墨；/愿你们笃行，脚下有路',
    );
  });

  it('ends lines at the author’s spaces where told', () => {
    expect(shown('绷紧安全弦　守牢责任田', { room: 20, atSpaces: true })).toBe('绷紧安全弦　/守牢责任田');
    expect(shown('学习 AI 知识', { room: 20, atSpaces: true })).toBe('学习 AI 知识');
  });
});

const speechLike = fc
  .array(
    fc.constantFrom(
      '群众路线',
      '是',
      '的',
      '，',
      '。',
      '“',
      '”',
      '2024年',
      '22.7%',
      'AI',
      '（一）',
      ' ',
      '\u3000',
      '𠮷',
      '——',
      '在',
      '与',
    ),
    {
      maxLength: 60,
    },
  )
  .map((words) => words.join(''));

it('joined, lines and phrases are the text, whatever it is; lines fit unless a phrase does not', () => {
  fc.assert(
    fc.property(
      fc.oneof(speechLike, fc.string({ unit: 'grapheme' })),
      fc.integer({ min: 2, max: 40 }),
      (text, room) => {
        const units = phrases(text);
        expect(units.join('')).toBe(text);
        const lines = breakLines(text, { room });
        expect(lines.join('')).toBe(text);
        if (units.every((unit) => characterWidth(unit) <= 2))
          for (const line of lines) expect(characterWidth(line.trim())).toBeLessThanOrEqual(room);
      },
    ),
    { numRuns: 500 },
  );
});
