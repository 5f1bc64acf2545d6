import { describe, expect, it } from 'vitest';
import { flowHandout } from '../../../src/handout/flow/flow.ts';
import { blockLines } from '../../../src/handout/flow/text.ts';
import { repair } from '../../../src/repair/repair.ts';
import { parse } from '../../../src/speech/parse.ts';

const outline = (text: string) =>
  flowHandout(parse(repair({ text, format: 'markdown', name: '' })), { layout: 'outline' }).blocks;
const lines = (text: string) => outline(text).flatMap(blockLines);

const HEAD = '# 讲话\n\n同志们：\n\n';
/** What an outline has no use for. */
const PLAIN = '这一段是开头。后面还有一句平常的话。';

describe('takes', () => {
  it('headings and what the author marked, as whole sentences', () => {
    const text = `${HEAD}## 一、学习\n\n${PLAIN}要**真学真懂**才行。\n\n### （一）学什么\n\n要学==党史==。\n\n## 二、落实\n\n要落实。\n`;
    expect(lines(text)).toEqual(
      expect.arrayContaining(['一、学习', '（一）学什么', '二、落实', '要真学真懂才行。', '要学党史。']),
    );
  });

  it('questions, where discussion is announced', () => {
    const text = (heading: string) =>
      `${HEAD}## 一、学习\n\n${PLAIN}\n\n## ${heading}\n\n说到这里。为什么要学？\n`;
    expect(lines(text('二、讨论题'))).toContain('为什么要学？');
    // Elsewhere a question is rhetoric, unless there is room for first sentences; this is a second one.
    expect(lines(text('二、落实'))).not.toContain('为什么要学？');
  });

  it('counts and shares, but neither years nor ordinals', () => {
    const text = (sentence: string) => `${HEAD}## 一、情况\n\n${PLAIN}${sentence}\n`;
    expect(lines(text('惠及12.6万人。'))).toContain('惠及12.6万人。');
    expect(lines(text('增长8.1%。'))).toContain('增长8.1%。');
    expect(lines(text('这是2023年的事。'))).not.toContain('这是2023年的事。');
    expect(lines(text('这是第3个办法。'))).not.toContain('这是第3个办法。');
  });

  it('first sentences of paragraphs, while two pages hold them', () => {
    const part = (number: number) => `## ${number}. 标题\n\n这是第一句话。这是第二句话。\n\n`;
    const of = (count: number) =>
      lines(HEAD + Array.from({ length: count }, (_, index) => part(index + 1)).join(''));
    expect(of(4)).toContain('这是第一句话。');
    expect(of(30)).not.toContain('这是第一句话。');
    for (const count of [4, 30]) expect(of(count)).not.toContain('这是第二句话。');
  });

  it('the first sentence of every paragraph of a speech without headings, however long', () => {
    const text =
      HEAD + Array.from({ length: 60 }, (_, n) => `这是第${n}段的头一句话。后面还有。\n\n`).join('');
    expect(lines(text).filter((line) => line.includes('头一句话'))).toHaveLength(60);
  });
});

it('points stand under their heading, one step deeper, with a dot', () => {
  const text = `${HEAD}## 一、学习\n\n${PLAIN}要**真学**。\n\n### （一）学什么\n\n要学==党史==。\n`;
  const items = outline(text).filter((block) => block.kind === 'item');
  expect(items.map((item) => [blockLines(item)[0], item.depth, item.bullet])).toEqual(
    expect.arrayContaining([
      ['要真学。', 1, true],
      ['要学党史。', 2, true],
    ]),
  );
});
