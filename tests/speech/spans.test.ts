import { describe, expect, it } from 'vitest';
import { parse } from '../../src/speech/parse.ts';
import { inlineText } from '../../src/speech/text.ts';
import type { Inline, Paragraph, Quotation } from '../../src/speech/types.ts';
import { cleanText } from './read-speech.ts';

function inlinesOf(text: string): readonly Inline[] {
  return (parse(cleanText(`题目\n\n同志们：\n\n${text}\n\n好。`)).opening[1] as Paragraph).children;
}

function kinds(text: string): string[] {
  return inlinesOf(text).map((inline) => `${inline.kind}:${inlineText([inline])}`);
}

describe('quotations', () => {
  it.each([
    ['习近平总书记强调：“空谈误国，实干兴邦。”这句话很重。', '习近平总书记', '“空谈误国，实干兴邦。”'],
    [
      '毛泽东同志在《反对本本主义》里说过：“没有调查，没有发言权。”',
      '毛泽东同志',
      '“没有调查，没有发言权。”',
    ],
    ['正如孔子所说：“三人行，必有我师焉。”', '孔子', '“三人行，必有我师焉。”'],
    ['泰戈爾說過：「世界以痛吻我，我要報之以歌。」', '泰戈爾', '「世界以痛吻我，我要報之以歌。」'],
    ['他说：“好。”', undefined, '“好。”'],
    ['古时候有个文学家说过：“人固有一死，或重于泰山。”', '有个文学家', '“人固有一死，或重于泰山。”'],
    ['卖豆腐的大姐说：“这样写，我就看懂了。”', '卖豆腐的大姐', '“这样写，我就看懂了。”'],
    ['總書記指出：「調查研究是謀事之基，成事之道。」', '總書記', '「調查研究是謀事之基，成事之道。」'],
    ['前人曾断言：“这里修不成路，也架不起桥。”', '前人', '“这里修不成路，也架不起桥。”'],
    ['会议提出：“要把水渠修到田边，把路修到门口。”', undefined, '“要把水渠修到田边，把路修到门口。”'],
    ['市政府明确要求：“要把水渠修到田边，一家不漏。”', undefined, '“要把水渠修到田边，一家不漏。”'],
    ['大会的报告强调：“要把水渠修到田边，一家不漏。”', undefined, '“要把水渠修到田边，一家不漏。”'],
    ['我们走进村子时就听到说：“水来了，电也来了。”', undefined, '“水来了，电也来了。”'],
    ['苦笑着说：“像个干部了，像个样子。”', undefined, '“像个干部了，像个样子。”'],
    ['有位大爷笑着说：“像个干部了。”', '有位大爷', '“像个干部了。”'],
    ['要牢记“堤溃蚁孔，气泄针芒”的古训。', undefined, '“堤溃蚁孔，气泄针芒”'],
  ])('%s', (text, speaker, quoted) => {
    const found = inlinesOf(text).find((inline): inline is Quotation => inline.kind === 'quotation')!;
    expect(inlineText([found])).toBe(quoted);
    expect(found.speaker?.text).toBe(speaker);
  });

  it('are not the marks around a term', () => {
    expect(
      kinds('“十四五”规划和“两学一做”都讲到了，有“形”更有“神”。').every((kind) => kind.startsWith('text:')),
    ).toBe(true);
  });

  it('know where their speaker stands', () => {
    const text = '题目\n\n同志们：\n\n老水利人常说：“不怕洪水大。”\n\n好。';
    const quotation = (parse(cleanText(text)).opening[1] as Paragraph).children.at(-1) as Quotation;
    const { start, end } = quotation.speaker!.range;
    expect(text.slice(start, end)).toBe('老水利人');
  });
});

describe('topic sentences', () => {
  it('are short calls of one build, each explained', () => {
    const text =
      '作风关系事业成败。要加强学习。要通过坚持不懈地学习，强化宗旨意识。要敢于担当。担当精神体现着领导干部的党性和觉悟。';
    expect(kinds(text).filter((kind) => kind.startsWith('topic'))).toEqual([
      'topic:要加强学习。',
      'topic:要敢于担当。',
    ]);
  });

  it('are none when nothing explains them, or one stands alone', () => {
    const row =
      '要加强学习。要敢于担当。要深入基层。我们今天在这里开会，商量的就是这几件事情，大家都说说自己的看法。';
    expect(kinds(row).some((kind) => kind.startsWith('topic:要加强'))).toBe(false);
    const one =
      '要加强学习。学习是进步的阶梯，离开了学习什么事情也做不成。我们今天在这里开会，商量的就是这一件事情，大家都说说看法。';
    expect(kinds(one).some((kind) => kind.startsWith('topic'))).toBe(false);
  });
});

describe('ruby and cues', () => {
  it('takes a reading in brackets for ruby, a stage word for a cue, the rest for text', () => {
    expect(kinds('荀彧（yù）和垚(yáo)来了，（掌声）大家（一共三人）坐下。')).toEqual([
      'text:荀',
      'ruby:彧（yù）',
      'text:和',
      'ruby:垚(yáo)',
      'text:来了，',
      'cue-inline:（掌声）',
      'text:大家（一共三人）坐下。',
    ]);
  });

  it('reads two syllables over two characters', () => {
    expect(kinds('他叫嬿婉（yàn wǎn），请看。')).toContain('ruby:嬿婉（yàn wǎn）');
  });
});
