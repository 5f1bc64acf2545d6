import { describe, expect, it } from 'vitest';
import { parse } from '../../src/speech/parse.ts';
import { speechText } from '../../src/speech/text.ts';
import { speechSeconds } from '../../src/speech/timing.ts';
import { bareText } from '../../src/text/bare-text.ts';
import type { TextFormat } from '../../src/text/source.ts';
import { cleanText } from './read-speech.ts';
import { shape } from './shape.ts';

const BODY = '我和大家说一件要紧的事情，把话说得清清楚楚，明明白白，请大家记住。';
const TRADITIONAL = '我和大家說一件要緊的事情，把話說得清清楚楚，明明白白，請大家記住。';

function built(lines: readonly string[], format: TextFormat = 'plain'): string {
  const text = lines.join('\n');
  const speech = parse(cleanText(text, format));
  if (format === 'plain') expect(bareText(speechText(speech))).toBe(bareText(text));
  return shape(speech);
}

describe('before the speech, what others wrote is printed only', () => {
  it.each([
    [
      'a news lead and a caption',
      [
        '局长宣布参选',
        '前局长李明今天举行记者会，正式宣布参选。',
        '李明发言。晚报资料照片',
        '各位市民：',
        BODY,
      ],
      '{p} {p} s p |  |',
    ],
    [
      'a lead without a salutation',
      ['局長致辭全文', '以下為運輸局局長今日在道路安全日的致辭全文：', TRADITIONAL, TRADITIONAL],
      '{p} p p |  |',
    ],
    [
      'a note with an asterisk',
      ['在讨论会上的讲演', '* 这是李明同志一九四一年五月在干部会上的讲演。', '同志们：', BODY],
      '{p} s p |  |',
    ],
    ['… of an article', ['谈学习', '* 本文是李明在书店里的讲话节选。', BODY, BODY], '{p} p p |  |'],
    [
      '… in Traditional',
      ['談學習', '*　這是李明在追悼會上的演說。', '各位鄉親：', TRADITIONAL],
      '{p} s p |  |',
    ],
    [
      'an editor’s note',
      ['谈读书', '编者按：这是李明在书店里的一次讲话，原载于《晚报》。', BODY, BODY],
      '{p} p p |  |',
    ],
    [
      'what the text is',
      ['為群眾服務', '這是李明在追悼會上的講演。', TRADITIONAL, TRADITIONAL],
      '{p} p p |  |',
    ],
    [
      'an agency’s report',
      ['市长谈防汛', '新华社云山5月6日电（记者王芳）市长李明在会上讲话，内容如下。', '同志们：', BODY],
      '{p} s p |  |',
    ],
    ['a photographer', ['開幕致詞', '（中央社記者王芳攝）', '各位貴賓：', TRADITIONAL], '{p} s p |  |'],
  ])('%s', (_what, lines, expected) => expect(built(lines)).toBe(expected));

  it('a quotation that Markdown marks, too', () => {
    expect(built(['# 为群众服务', '', '> 这是李明在追悼会上的讲演。', '', BODY, '', BODY], 'markdown')).toBe(
      '{q} p p |  |',
    );
  });

  it.each([
    [
      'words of the speaker',
      ['谈读书', '今天我在这里发表讲话，内容如下。', '各位同学：', BODY],
      'p s p |  |',
    ],
    ['a plan', ['工作安排', '今年的工作安排如下：', BODY, BODY], 'p p p |  |'],
    ['a motto', ['谈读书', '书山有路勤为径，学海无涯苦作舟。', '各位同学：', BODY], 'p s p |  |'],
    ['这是', ['谈读书', '这是我第一次在这里发表讲话。', BODY, BODY], 'p p p |  |'],
  ])('not %s', (_what, lines, expected) => expect(built(lines)).toBe(expected));
});

describe('behind the speech', () => {
  it.each([
    [
      'notes under their heading',
      ['题目', '同志们：', '王芳〔1〕是好同志。', BODY, '注　释', '〔1〕王芳，某地人。', '〔2〕见某书。'],
      's p p |  | {p} {p} {p}',
    ],
    [
      'notes that the text calls',
      ['題目', '各位：', '古人說：「天行健。」⑴', TRADITIONAL, '⑴見《易經》。'],
      's p p |  | {p}',
    ],
    [
      'notes in square brackets',
      ['题目', '同志们：', '书上写着“学而时习之”[1]。', BODY, '谢谢大家！', '[1] 见《论语》。'],
      's p p |  | t {p}',
    ],
    ['who recorded it', ['题目', '同志们：', BODY, BODY, '（根据录音整理，未经本人审阅）'], 's p p |  | {p}'],
    [
      'who the author is',
      ['題目', '各位：', TRADITIONAL, '謝謝大家！', '（作者係雲山大學教授）'],
      's p |  | t {p}',
    ],
  ])('%s', (_what, lines, expected) => expect(built(lines)).toBe(expected));

  it.each([
    [
      'points in brackets',
      ['题目', '同志们：', '我讲三点。', '（1）要学习。学透学好。', '（2）要落实。做细做实。'],
      's p | 1（1） 1（2） |',
    ],
    [
      'circled points',
      ['题目', '同志们：', '我讲三点。', '①要学习。学透学好。', '②要落实。做细做实。'],
      's p | 1① 1② |',
    ],
  ])('not %s', (_what, lines, expected) => expect(built(lines)).toBe(expected));
});

it('what is printed only takes no time', () => {
  const speech = ['题目', '各位市民：', BODY];
  const lead = '局长李明今天举行记者会，以下为发言全文。';
  const seconds = (lines: readonly string[]) => speechSeconds(parse(cleanText(lines.join('\n')))).seconds;
  expect(seconds([speech[0]!, lead, ...speech.slice(1), '附件：1.一张表'])).toBe(seconds(speech));
});

it('several lines with asterisks are points still, and so is one in Markdown', () => {
  expect(built(['谈读书', '同志们：', '要做到：', '* 多读书', '* 读好书', BODY])).toBe('s p l p |  |');
  expect(built(['# 谈读书', '', '同志们：', '', '* 多读书'], 'markdown')).toBe('s l |  |');
});
