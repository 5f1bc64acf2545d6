import { describe, expect, it } from 'vitest';
import { parse } from '../../src/speech/parse.ts';
import { inlineText } from '../../src/speech/text.ts';
import type { Inline } from '../../src/speech/types.ts';
import { cleanText } from './read-speech.ts';
import { shape } from './shape.ts';

const BODY = '这一段是正文，说的是一件要紧的事情，话说得清清楚楚，明明白白。';
const TRADITIONAL = '這一段是正文，說的是一件要緊的事情，話說得清清楚楚，明明白白。';

function read(...lines: string[]) {
  return parse(cleanText(['题目', '同志们：', ...lines].join('\n')));
}
function built(...lines: string[]): string {
  return shape(read(...lines)).replace(/^s /, '');
}
function topics(nodes: unknown): string[] {
  if (Array.isArray(nodes)) return nodes.flatMap(topics);
  if (typeof nodes !== 'object' || nodes === null) return [];
  const node = nodes as Inline & { children?: unknown };
  if (node.kind === 'topic') return [inlineText([node])];
  return 'children' in node ? topics(node.children) : [];
}

describe('a spoken series ends', () => {
  it.each([
    [
      'with a salutation of its own line',
      [
        '一是学习。学了。',
        '二是落实。做了。',
        '同志们！',
        BODY,
        '一是快。很快。',
        '二是好。很好。',
        '谢谢大家！',
      ],
      '| 1一是 1二是 [s p] 1一是 1二是 | t',
    ],
    [
      'with a paragraph that begins with an address',
      [
        '第一，學習。學了。',
        '第二，落實。做了。',
        '各位鄉親，路還很長。',
        '第一，修路。修好。',
        '第二，種樹。種好。',
      ],
      '| 1第一， 1第二， [p] 1第一， 1第二， |',
    ],
    [
      'with words that leave the points behind',
      [
        '一是学习。学了。',
        '二是落实。做了。',
        '在充分肯定成绩的同时，也要看到不足。',
        BODY,
        '一要改。改好。',
        '二要防。防住。',
      ],
      '| 1一是 1二是 [p p] 1一要 1二要 |',
    ],
    [
      'with 展望未来, at the end of the speech',
      ['其一，修橋。修好了。', '其二，補路。補好了。', '展望未來，任務還很重。', TRADITIONAL],
      '| 1其一， 1其二， | p p',
    ],
    [
      'inside a section',
      [
        '一、甲',
        '一是学习。学了。',
        '二是落实。做了。',
        '同时，我们也清醒地看到，差距还不小。',
        BODY,
        '二、乙',
        BODY,
      ],
      '| 1一、(2一是 2二是 p p) 1二、(p) |',
    ],
    [
      'and takes a loose paragraph of its last point along',
      [
        '一是学习。学了。',
        '二是落实。做了。',
        BODY,
        '同志们！',
        BODY,
        '第一，改。改好。',
        '第二，防。防住。',
      ],
      '| 1一是 1二是 [p s p] 1第一， 1第二， |',
    ],
  ])('%s', (_how, lines, expected) => expect(built(...lines)).toBe(expected));

  it('and more than one of them are no agenda', () => {
    expect(read('一是学习。学了。', '二是落实。做了。').seriesRestart).toBe(false);
    expect(read('一、甲', BODY, '二、乙', BODY, '三、丙', BODY).seriesRestart).toBe(false);
    const twice = ['一是学习。学了。', '二是落实。做了。', '同志们！', '一是快。很快。', '二是好。很好。'];
    expect(read(...twice).seriesRestart).toBe(true);
    expect(read('一、甲', BODY, '二、乙', BODY, '一、丙', BODY, '二、丁', BODY).seriesRestart).toBe(true);
  });

  it('not with an address in the middle of it', () => {
    const lines = ['第一，学习。学了。', '同志们，学习不能停。', '第二，落实。做了。'];
    expect(built(...lines)).toBe('| 1第一，(p) 1第二， |');
  });
});

describe('an address inside the last inner section', () => {
  it.each([
    [
      'belongs to the section around it',
      ['一、甲', '（一）乙。做了。', '（二）丙。做了。', '各位代表，成绩来之不易。', BODY, '二、丁', BODY],
      '| 1一、(2（一） 2（二） p p) 1二、(p) |',
    ],
    [
      'also under headings with lines of their own, in Traditional',
      [
        '一、甲',
        '（一）乙',
        TRADITIONAL,
        '（二）丙',
        TRADITIONAL,
        '各位議員，成績來之不易。',
        '二、丁',
        TRADITIONAL,
      ],
      '| 1一、(2（一）(p) 2（二）(p) p) 1二、(p) |',
    ],
    [
      'three levels deep',
      ['一、甲', '（一）乙', '1.丙。做了。', '2.丁。做了。', '同志们，任务很重。', '二、戊', BODY],
      '| 1一、(2（一）(31. 32.) p) 1二、(p) |',
    ],
    [
      'stays where another member follows',
      ['一、甲', '（一）乙。做了。', '同志们，任务很重。', '（二）丙。做了。', '二、丁', BODY],
      '| 1一、(2（一）(p) 2（二）) 1二、(p) |',
    ],
    [
      'not where the words are a subject',
      ['一、甲', '（一）乙。做了。', '（二）丙。做了。', '各位代表不辞辛劳，来到这里。', '二、丁', BODY],
      '| 1一、(2（一） 2（二）(p)) 1二、(p) |',
    ],
  ])('%s', (_how, lines, expected) => expect(built(...lines)).toBe(expected));
});

describe('a series inside one paragraph', () => {
  it.each([
    ['做了三件事：第一，修路。第二，种树。第三，办学。', ['第一，修路。', '第二，种树。', '第三，办学。']],
    [
      '重点是：（一）修好旧桥，疏通河道；（二）办好小学。',
      ['（一）修好旧桥，疏通河道；', '（二）办好小学。'],
    ],
    [
      '我有三個希望：一是勤學，天天讀書；二是守信；三是敢做。',
      ['一是勤學，天天讀書；', '二是守信；', '三是敢做。'],
    ],
    ['分三步走。①先摸底。把數字弄清楚。②再動手。③後驗收。', ['①先摸底。', '②再動手。', '③後驗收。']],
  ])('%s', (line, points) => {
    const speech = read(line, BODY, BODY);
    expect(shape(speech)).toBe('s p p p |  |');
    expect(topics(speech.opening)).toEqual(points);
  });

  it('makes sections where one is open', () => {
    const lines = ['一、甲', '做两件事：一是修路。二是种树。', '二、乙', BODY];
    expect(built(...lines)).toBe('| 1一、(p 2一是 2二是) 1二、(p) |');
  });
});

describe('words that count and words of courtesy', () => {
  it.each([
    [['首先，请允许我代表县委向大家表示热烈欢迎！', BODY, '最后，祝大会圆满成功！'], 'p p |  | c'],
    [['首先，我代表學校歡迎各位來賓！', TRADITIONAL, '最後，祝各位身體健康！'], 'p p |  | c'],
    [['首先，要学好。学透。', '其次，要做实。做细。', '最后，祝大家工作顺利！'], '| 1首先， 1其次， | c'],
    [
      [
        '首先感谢父母。没有他们就没有我。',
        '首先，要感谢父母。他们辛苦。',
        '其次，要感谢老师。他们操心。',
        '最后，要感谢同学。他们帮我。',
      ],
      'p | 1首先， 1其次， | p',
    ],
  ])('%j', (lines, expected) => expect(built(...lines)).toBe(expected));
});

describe('numbers that count where their series runs', () => {
  it.each([
    [['一、甲', BODY, '二，乙', BODY, '三，丙', BODY], '| 1一、(p) 1二，(p) 1三，(p) |'],
    [['一，甲', BODY, '二，乙', BODY], '| 1一，(p) 1二，(p) |'],
    [['一、甲', '1，乙', BODY, '2，丙', BODY, '二、丁', BODY], '| 1一、(21，(p) 22，(p)) 1二、(p) |'],
    [['一、五年来的工作', BODY, '二、今后五年', BODY], '| 1一、(p) 1二、(p) |'],
    [['一、甲', BODY, '二、三十年來的變化', TRADITIONAL, '三、乙', BODY], '| 1一、(p) 1二、(p) 1三、(p) |'],
    [['一、甲', BODY, '二、三年级学生来了，大家欢迎。', '二、乙', BODY], '| 1一、(p p) 1二、(p) |'],
    [['三、四月份倒春寒，秧苗受了冻。', '2，3个人一组，大家分头做。'], 'p p |  |'],
    [['第一步，修路。修好。', '第二步，种树。种好。'], '| 1第一步， 1第二步， |'],
    [['第一件事，修橋。修好。', '第二件事，補路。補好。'], '| 1第一件事， 1第二件事， |'],
    [['第一阶段，摸底。摸清。', '第二阶段，动手。做实。'], '| 1第一阶段， 1第二阶段， |'],
  ])('%j', (lines, expected) => expect(built(...lines)).toBe(expected));
});

describe('numbers on lines of their own', () => {
  it.each([
    [['一', BODY, '二', BODY, '三', BODY], '| 1一(p) 1二(p) 1三(p) |'],
    [['1', TRADITIONAL, '2', TRADITIONAL], '| 11(p) 12(p) |'],
    [['一', TRADITIONAL, '二', TRADITIONAL, '同志們，散會！'], '| 1一(p) 1二(p) | c'],
    [['一', BODY, BODY], 'p p p |  |'],
  ])('%j', (lines, expected) => expect(built(...lines)).toBe(expected));

  it('are numbers in Markdown headings, too', () => {
    const text = `# 题目\n\n${BODY}\n\n## 一\n\n${BODY}\n\n## 二\n\n${BODY}\n`;
    expect(shape(parse(cleanText(text, 'markdown')))).toBe('p | 1一(p) 1二(p) |');
  });
});

describe('points behind a dash', () => {
  it.each([
    [
      ['——学习是根本。学了才懂。这是头一件事。', '——落实是关键。做了才算。这是第二件事。', BODY],
      '| 1——(p) 1——(p) |',
    ],
  ])('%j', (lines) => expect(built(...lines)).toMatch(/^\| 1—— 1——/));

  it('stand side by side under their heading', () => {
    const lines = [
      '一、甲',
      '要做到三条：',
      '——讲政治，守规矩。',
      '——讲学习，强本领。',
      '——讲奉献，有作为。',
      '二、乙',
      BODY,
    ];
    expect(built(...lines)).toBe('| 1一、(p 2—— 2—— 2——) 1二、(p) |');
  });

  it('are sibling points in Traditional, also with one dash', () => {
    const lines = [
      '我們有三個堅持：',
      '—堅持以民為本，把服務做到家。',
      '—堅持實事求是，把帳目算清楚。',
      '各位，謝謝！',
    ];
    expect(built(...lines)).toMatch(/^p \| 1— 1— \|/);
  });

  it.each([
    [['——你去哪里？去了多久呢？', '——我去那边，很快就回来。', BODY]],
    [['——摘自一封家书', BODY, '——摘自另一封家书', BODY]],
  ])('are not %j', (lines) => expect(built(...lines)).not.toContain('——'));
});

describe('numbers of paragraphs', () => {
  const paragraph = (index: number) =>
    `${index}. 我想说说第${'一二三四五六七八九'[index % 9]}件事，这件事情和大家有关。`;
  const five = [1, 2, 3, 4, 5].map(paragraph);

  it('from the first paragraph to the last are text', () => {
    expect(built(...five)).toBe('p p p p p |  |');
    expect(built(...five, '谢谢大家！')).toBe('p p p p p |  | t');
  });

  it('run on through headings', () => {
    const [a, b, c, d, e] = five as [string, string, string, string, string];
    expect(built('一、甲', a, b, '二、乙', c, d, e)).toBe('| 1一、(p p) 1二、(p p p) |');
  });

  it('of points that a sentence leads to are points', () => {
    expect(built('我提几点建议：', ...five)).toBe('p | 11. 12. 13. 14. 15. |');
    expect(built(...five.slice(0, 3))).toBe('| 11. 12. 13. |');
  });

  it('are text where there are hundreds', () => {
    const all = Array.from({ length: 500 }, (_, index) => paragraph(index + 1));
    expect(read('先说一句话，再往下讲。', ...all).sections).toEqual([]);
  });
});

describe('a short line', () => {
  it('is a heading where a second like it stands', () => {
    expect(built('修路', BODY, BODY, '种树', BODY)).toBe('| 1#(p p) 1#(p) |');
  });
  it.each([['这就是“双赢”吗？'], ['一點說明'], ['关于修路']])('alone is a paragraph: %s', (line) =>
    expect(built(BODY, line, BODY)).toBe('p p p |  |'),
  );
  it('that asks is none beside one that does not', () => {
    expect(built(BODY, '这就是结果吗？', BODY, '关于修路', BODY)).toBe('p p p p p |  |');
  });
  it('结束语 heads the last words by itself', () => {
    expect(built('一、甲', BODY, '结束语', BODY)).toBe('| 1一、(p) 1#(p) |');
  });
});

describe('a quotation as heading', () => {
  it.each([
    ['第一条：“留心各样的事情，多看看。”', '“留心各样的事情，多看看。”'],
    ['第一条：“看准了再写。写完再看。”', '“看准了再写。写完再看。”'],
  ])('%s is whole', (line, heading) => {
    const speech = read(line, BODY, '第二条：“写完至少看两遍，再改。”', BODY);
    const [first] = speech.sections;
    expect(first?.kind === 'section' && inlineText(first.heading)).toBe(heading);
  });
});

describe('paragraphs that begin alike', () => {
  it.each([
    [['愿你们敢问，眼里有光。', '愿你们善问，胸中有墨。', '愿你们笃行，脚下有路。'], 3],
    [['感謝老師。是您教我識字。', '感謝父母。是你們養大我。', '感謝同學。一路有你們。'], 3],
    [
      [
        '我们坚持把学习放在第一位。天天学。',
        '我们坚持把落实放在第一位。天天做。',
        '我们坚持把群众放在第一位。天天想。',
      ],
      3,
    ],
    [['愿你们敢问，眼里有光。', '愿你们善问，胸中有墨。', '路在脚下，要一步一步地走。'], 0],
  ])('%j', (lines, points) => {
    const speech = read(BODY, ...lines, '谢谢大家！');
    expect(shape(speech)).toBe('s p p p p |  | t');
    expect(topics(speech.opening)).toHaveLength(points);
  });

  it('are verse where a poem is announced', () => {
    const poem = ['愿你长乐无忧，', '愿你长安无恙，', '愿你长在人间。'];
    expect(shape(read('古人有诗云：', ...poem, BODY))).toBe('s p q p |  |');
  });
});
