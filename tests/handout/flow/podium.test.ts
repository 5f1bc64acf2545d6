import { describe, expect, it } from 'vitest';
import { flowHandout } from '../../../src/handout/flow/flow.ts';
import type { PodiumOptions } from '../../../src/handout/flow/podium.ts';
import { handoutText } from '../../../src/handout/flow/text.ts';
import { repair } from '../../../src/repair/repair.ts';
import { parse } from '../../../src/speech/parse.ts';
import { loadReadings } from '../../../src/speech/readings.ts';
import { labelsOf } from './handout-summary.ts';

const readings = await loadReadings();
const SENTENCE = '我们要把群众满意作为第一标准，一件一件地把事情办好。';

const podium = (text: string, options: PodiumOptions = {}) =>
  flowHandout(parse(repair({ text, format: 'plain', name: '' })), { ...options, layout: 'podium' });
const labels = (text: string, kind: string, options?: PodiumOptions) =>
  labelsOf(podium(text, options)).filter((label) => label.kind === kind);

describe('slides', () => {
  const TEXT = `学习讲话\n\n同志们：\n\n第一句话。第二句话。第三句话。\n`;
  const starting = (...pieces: string[]) => ({
    slideStarts: pieces.map((piece, index) => ({ offset: TEXT.indexOf(piece), number: index + 1 })),
  });

  it('are numbered at the sentence they come on with; the first is there before the first word', () => {
    const found = labels(TEXT, 'slide', starting('学习讲话', '同志们', '第二句'));
    expect(found.map(({ value, at }) => [value, at.slice(0, 3)])).toEqual([
      ['2', '同志们'],
      ['3', '第二句'],
    ]);
  });

  it('that begin inside one sentence: the last of them is named', () => {
    const found = labels(TEXT, 'slide', starting('学习讲话', '第二句', '二句话', '第三句'));
    expect(found.map(({ value, at }) => [value, at.slice(0, 3)])).toEqual([
      ['3', '第二句'],
      ['4', '第三句'],
    ]);
  });

  it('that begin behind the last sentence are in no text', () => {
    const slideStarts = [{ offset: TEXT.length + 5, number: 9 }];
    expect(labels(TEXT, 'slide', { slideStarts })).toEqual([]);
  });
});

describe('minutes', () => {
  const text = `学习讲话\n\n同志们：\n\n${`${SENTENCE.repeat(8)}\n\n`.repeat(4)}`;

  it('stand at the first sentence of each minute, at the speed that was chosen', () => {
    const at = (rate: number) => labels(text, 'minutes', { rate }).map(({ value }) => Number(value));
    const slow = at(120);
    expect(slow).toEqual(slow.map((_, index) => index + 1));
    // Half as fast takes twice as long; pauses between paragraphs are of one length.
    expect(slow.at(-1)! / at(240).at(-1)!).toBeGreaterThan(1.7);
    expect(slow.at(-1)! / at(240).at(-1)!).toBeLessThan(2.1);
  });

  it('count what is said, not the title', () => {
    const slow = { rate: 60 };
    const longer = text.replace('学习讲话', '在全县学习贯彻会议精神专题研讨班开班式上的讲话');
    expect(longer).not.toBe(text);
    expect(labels(longer, 'minutes', slow)).toEqual(labels(text, 'minutes', slow));
  });
});

describe('readings', () => {
  it('stand over rare characters, the first time each is said', () => {
    const found = labels('讲话\n\n同志们：\n\n我们不能做饕餮之徒。谁是饕餮？\n', 'pinyin', { readings });
    expect(found.map(({ value, at }) => `${at} ${value}`)).toEqual(['饕 tāo', '餮 tiè']);
  });

  it('leave the text as it is, also where a sentence begins with one', () => {
    const text = '讲话\n\n同志们：\n\n饕餮之徒不可为。彧是一个名字。\n';
    const slideStarts = [{ offset: text.indexOf('饕餮'), number: 2 }];
    const made = podium(text, { readings, slideStarts });
    expect(handoutText(made)).toBe(handoutText(podium(text)));
    expect(labelsOf(made).find(({ kind }) => kind === 'slide')).toMatchObject({ value: '2' });
  });

  it('of the author’s own are not given twice', () => {
    const text = '讲话\n\n同志们：\n\n他叫李垚（yáo），十八岁。\n';
    const made = podium(text, { readings });
    expect(
      made.blocks.flatMap((block) => ('runs' in block ? block.runs : [])).filter((run) => run.ruby),
    ).toHaveLength(1);
    expect(labels(text, 'pinyin', { readings })).toEqual([]);
  });
});

describe('what may be left out', () => {
  const optional = (text: string) => labels(`讲话\n\n同志们：\n\n${text}`, 'optional').map(({ at }) => at);

  it.each([
    ['（可略）第一段。', ['（可略）第一段。']],
    ['第一段（机动）。', ['第一段（机动）。']],
    ['第一段，可略的部分不多。', []],
  ])('%s', (text, expected) => {
    expect(optional(`${text}\n\n第二段。\n`)).toEqual(expected);
  });

  it('a line of its own opens a passage, another one ends it', () => {
    const text = '第一段。\n\n（以下可略）\n\n第二段。\n\n（可略部分到此结束）\n\n第三段。\n';
    expect(optional(text)).toEqual(['（以下可略）', '第二段。', '（可略部分到此结束）']);
  });

  it('a passage that is never ended goes no further than its part', () => {
    const text = '一、第一部分\n\n（以下可略）\n\n第一段。\n\n二、第二部分\n\n第二段。\n';
    expect(optional(text)).toEqual(['（以下可略）', '第一段。']);
  });
});
