import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { repair } from '../../src/repair/repair.ts';
import { parse } from '../../src/speech/parse.ts';
import { ExecutedBlocks } from './executed-blocks.ts';

/** Four characters of their own for every number: no words are shown twice. */
const DIGITS = [...'东南西北春夏秋冬山水'];
const named = (index: number): string =>
  [...String(index).padStart(4, '0')].map((digit) => DIGITS[Number(digit)]).join('');
const sentence = (index: number): string => `${named(index)}片区要把群众的事情办好办实。`;
const made = (count: number, piece: (index: number) => string, between = '\n\n'): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join(between);
const inSection = (text: string): string => `讲话\n\n同志们：\n\n一、题目\n\n${text}\n\n二、题目\n\n内容。`;

/** Texts that grow in one direction, by their number of pieces. */
const TEXTS: Readonly<Record<string, (count: number) => string>> = {
  'sentences in one paragraph': (count) => inSection(made(count, sentence, '')),
  'short paragraphs in one section': (count) => inSection(made(count, sentence)),
  'long paragraphs in one section': (count) =>
    inSection(made(count, (index) => made(14, (nth) => sentence(index * 14 + nth), ''))),
  'paragraphs that open alike': (count) =>
    inSection(made(count, (index) => `要加强${named(index)}片区的管理。`)),
  'paragraphs behind dashes': (count) => inSection(made(count, (index) => `——${sentence(index)}`)),
  'marked sentences': (count) => inSection(made(count, (index) => `==${sentence(index)}==`)),
  'marked sentences in one paragraph': (count) =>
    inSection(made(count, (index) => `==${sentence(index)}==`, '')),
  sections: (count) => made(count, (index) => `## ${named(index)}工作\n\n${sentence(index)}`),
  'sections with two levels': (count) =>
    made(
      count,
      (index) =>
        `## ${named(index)}工作\n\n### ${named(index)}任务\n\n${sentence(index)}\n\n### 要求\n\n好。`,
    ),
  diagrams: (count) =>
    inSection(made(count, (index) => `${named(index)}片区要做到三点：一是抓学习，二是抓落实，三是抓作风。`)),
  'items of a list': (count) => inSection(made(count, (index) => `- ${sentence(index)}`, '\n')),
};

/** Enough for more slides than one of every kind. */
const COUNT = 100;

const blocks = new ExecutedBlocks();
let planDeck: typeof import('../../src/deck/plan/plan.ts').planDeck;

beforeAll(async () => {
  await blocks.start();
  vi.resetModules();
  ({ planDeck } = await import('../../src/deck/plan/plan.ts'));
});

afterAll(() => blocks.stop());

test.each(Object.keys(TEXTS))(
  '%s: four times the text is planned in at most five times the steps',
  async (name) => {
    const steps = async (count: number) => {
      const text = (TEXTS[name] as (count: number) => string)(count);
      const speech = parse(repair({ text, format: 'markdown', name: '' }));
      // What is remembered of a paragraph's text is found the first time.
      planDeck(speech);
      return blocks.count('/src/deck/plan/', () => planDeck(speech));
    };
    const [few, many] = [await steps(COUNT), await steps(4 * COUNT)];
    expect(few).toBeGreaterThan(COUNT);
    expect(many).toBeLessThanOrEqual(5 * few);
  },
);
