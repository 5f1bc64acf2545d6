import { describe, expect, it } from 'vitest';
import { modelOutline } from '../../src/speech/outline.ts';
import { parse } from '../../src/speech/parse.ts';
import { splitSentences } from '../../src/speech/sentences.ts';
import { inlineText } from '../../src/speech/text.ts';
import type { Paragraph, Speech } from '../../src/speech/types.ts';
import { cleanText } from './read-speech.ts';

const LONG = '这一段是正文，说的是一件事情，话说得清清楚楚，明明白白。';

function markdown(text: string): Speech {
  return parse(cleanText(`# 题目\n\n同志们：\n\n${text}`, 'markdown'));
}
function outline(speech: Speech): string[] {
  return modelOutline(speech).trimEnd().split('\n').slice(2);
}

describe('blocks', () => {
  it('a figure has its title or the line below for a caption, never its alt', () => {
    expect(outline(markdown(`![替代](a.svg "图1 进度")\n\n${LONG}`))[0]).toBe('figure a.svg: 图1 进度');
    expect(outline(markdown(`![替代](a.svg)\n图2　成绩\n\n${LONG}`))[0]).toBe('figure a.svg: 图2　成绩');
    expect(outline(markdown(`![替代](a.svg)\n\n${LONG}`))[0]).toBe('figure a.svg: ');
  });

  it('a table by pipes or tabs, with the line above that names it', () => {
    expect(outline(markdown('表1　借阅情况\n\n| 年级 | 册 |\n| :-- | --: |\n| 七 | 3 |'))).toEqual([
      'caption: 表1　借阅情况',
      'table 2x2',
    ]);
    expect(outline(markdown(`${LONG}\n项目\t收入\n分红\t21.3`)).at(-1)).toBe('table 2x2');
    const table = markdown('| 年级 | 册 |\n| :-- | --: |\n| 七 | 3 |').opening[1]!;
    expect(table.kind === 'table' && table.align).toEqual(['left', 'right']);
  });

  it('footnotes are numbered by their first call', () => {
    const speech = markdown('后写的先叫[^b]，再叫[^a]，没有的[^c]不是。\n\n[^a]: 甲注\n[^b]: 乙注');
    expect(speech.notes.map(({ id, number }) => [id, number])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    expect(inlineText((speech.opening[1] as Paragraph).children)).toBe('后写的先叫，再叫，没有的[^c]不是。');
  });

  it('--- is a break, a comment places the block below it', () => {
    const speech = markdown(`${LONG}\n\n---\n\n<!-- notes only -->\n\n${LONG}\n\n${LONG}`);
    expect(
      speech.opening.slice(1).map((block) => ('only' in block ? `${block.kind} ${block.only}` : block.kind)),
    ).toEqual(['paragraph', 'break', 'paragraph notes', 'paragraph']);
  });

  it('a letter in paragraphs is one quotation', () => {
    expect(
      outline(parse(cleanText(`题目\n同志们：\n信里这样说：\n“第一段话。\n第二段话。”\n${LONG}`))),
    ).toEqual([
      'paragraph: 信里这样说：',
      'quote',
      '  paragraph: “第一段话。',
      '  paragraph: 第二段话。”',
      expect.stringMatching(/^paragraph: 这一段/),
    ]);
  });

  it('signature and attachments stand after the closing words', () => {
    const text = `题目\n各位领导：\n${LONG}\n一、甲\n${LONG}\n以上汇报，请批评指正。\n附件：1.统计表\n2.分布图\n\n        区人民政府\n        2023年10月8日`;
    expect(outline(parse(cleanText(text))).slice(-6)).toEqual([
      'closing',
      '  closing: 以上汇报，请批评指正。',
      '  attachment: 附件：1.统计表',
      '  attachment: 2.分布图',
      '  signature: 区人民政府',
      '  signature: 2023年10月8日',
    ]);
  });

  it('hard-wrapped Markdown is one paragraph, typed lines are several', () => {
    const wrapped = markdown('这一行很长很长，一直写到了编辑器的右边，还没有写完就\n换行了，这里才写完。');
    expect(wrapped.opening).toHaveLength(2);
    expect(markdown(`${LONG}\n${LONG}`).opening).toHaveLength(3);
  });
});

describe('sentences', () => {
  const cut = (text: string) =>
    splitSentences(
      (parse(cleanText(`题目\n\n同志们：\n\n${text}\n\n好。`)).opening[1] as Paragraph).children,
    );

  it('end behind a stop and its closing marks; ； and …… end none', () => {
    expect(cut('他说：“好！”大家笑了……然后走了；又来了？是的。没完').map(({ text }) => text)).toEqual([
      '他说：“好！”',
      '大家笑了……然后走了；又来了？',
      '是的。',
      '没完',
    ]);
  });

  it('keep nodes, order and places', () => {
    const text = '甲**乙。丙**丁[^1]。戊。';
    const speech = markdown(`${text}\n\n[^1]: 注`);
    const source = `# 题目\n\n同志们：\n\n${text}`;
    const sentences = splitSentences((speech.opening[1] as Paragraph).children);
    expect(sentences.map((sentence) => sentence.text)).toEqual(['甲乙。', '丙丁。', '戊。']);
    expect(sentences.map(({ range }) => source.slice(range.start, range.end))).toEqual([
      '甲**乙。',
      '丙**丁[^1]。',
      '戊。',
    ]);
  });
});
