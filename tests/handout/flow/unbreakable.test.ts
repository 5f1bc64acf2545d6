import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsText } from '../../../src/handout/flow/text.ts';
import type { Run } from '../../../src/handout/flow/types.ts';
import { markUnbreakable } from '../../../src/handout/flow/unbreakable.ts';
import { characterWidth } from '../../../src/text/width.ts';
import { run } from '../make-handout.ts';

/** What is kept on one line, run joined to run. */
function kept(runs: readonly Run[], lastTwo = false): string[] {
  const pieces: string[] = [];
  for (const one of markUnbreakable(runs, lastTwo)) {
    if (!one.noBreak) continue;
    if (one.joinsRunBefore) pieces[pieces.length - 1] += one.text;
    else pieces.push(one.text);
  }
  return pieces;
}

describe('is kept on one line', () => {
  it.each([
    ['到2025年底', ['2025年']],
    ['增长3.5%，', ['3.5%']],
    ['完成投资3.5万亿元', ['3.5万亿元']],
    ['1,260多人', ['1,260多人']],
    ['2019—2023年', ['2019—2023年']],
    ['第12届全国', ['第12届']],
    ['国发〔2024〕18号文件', ['〔2024〕18号']],
    ['卡尔·马克思说', ['尔·马']],
    ['TCP/IP协议', ['P/I']],
    ['他有3个', ['3个']],
    ['一共5', []],
    ['没有数字的一句话', []],
    // A longer piece would tear a hole in a justified line.
    ['电话01012345678901234567890', []],
  ])('%s', (text, pieces) => {
    expect(kept([run(text)])).toEqual(pieces);
  });

  it('over a change of style', () => {
    expect(kept([run('增长'), run('3.5', 'strong'), run('%，惠及'), run('12', 'mark'), run('万人')])).toEqual(
      ['3.5%', '12万人'],
    );
  });

  it('the end of a paragraph: two Han and what closes them', () => {
    expect(kept([run('要把事情办好。')], true)).toEqual(['办好。']);
    expect(kept([run('他说：“要把事情办好。”')], true)).toEqual(['办好。”']);
    expect(kept([run('好。')], true)).toEqual([]);
    expect(kept([run('我们一定'), run('要', 'strong'), run('赢！')], true)).toEqual(['要赢！']);
    expect(kept([run('要把事情办好。')], false)).toEqual([]);
  });

  it('the call of a note inside a piece, once', () => {
    const call = { ...run(''), noteNumber: 1 };
    const marked = markUnbreakable([run('增长3.5'), call, run('%，'), call, run('很好')], false);
    expect(marked.map(({ text, noteNumber, noBreak = false }) => [noteNumber ?? text, noBreak])).toEqual([
      ['增长', false],
      ['3.5', true],
      [1, true],
      ['%', true],
      ['，', false],
      [1, false],
      ['很好', false],
    ]);
  });

  it('a character with its reading, always', () => {
    const ruby = { ...run('彧（yù）'), ruby: { base: '彧', reading: 'yù' } };
    expect(kept([run('荀'), ruby, run('是谋士')])).toEqual(['彧（yù）']);
  });
});

it('cuts lose no character and no style, keep what stands at the beginning there, and are short, for any text', () => {
  const piece = fc.constantFrom(
    ...[
      '2025',
      '年',
      '3.5',
      '%',
      '万亿',
      '元',
      '第',
      '届',
      '·',
      '马克思',
      '〔',
      '〕',
      '号',
      '。',
      '”',
      '好',
      ' ',
      'A/B',
      '—',
    ],
  );
  const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
  const runs = fc.array(
    fc.tuple(
      text,
      fc.constantFrom<'none' | 'strong' | 'mark' | 'pinyin'>('none', 'strong', 'mark', 'pinyin'),
    ),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(runs, fc.boolean(), (given, lastTwo) => {
      const before = given.map(
        ([words, style], index): Run => ({
          ...run(words, ...(style === 'strong' || style === 'mark' ? [style] : [])),
          ...(style === 'pinyin' && words && { pinyin: [...words].map(() => 'x') }),
          sentence: { start: index, end: index + 1 },
          range: { start: index, end: index },
        }),
      );
      const after = markUnbreakable(before, lastTwo);
      expect(runsText(after)).toBe(runsText(before));
      for (const [index, one] of before.entries()) {
        const parts = after.filter((part) => part.range.start === index);
        expect(runsText(parts)).toBe(one.text);
        for (const part of parts) expect(part.styles).toEqual(one.styles);
        expect(parts.map((part) => part.sentence !== undefined)).toEqual(parts.map((_, at) => at === 0));
      }
      // A character and its reading are kept whatever their length.
      const spoken = before.some((one) => one.pinyin);
      if (!spoken)
        for (const one of kept(before, lastTwo)) expect(characterWidth(one)).toBeLessThanOrEqual(8);
    }),
    { numRuns: 2000 },
  );
});
