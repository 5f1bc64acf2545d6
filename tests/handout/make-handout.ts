import { handoutStyle } from '../../src/handout/flow/style.ts';
import type { Handout, HandoutBlock, Run, RunStyle } from '../../src/handout/flow/types.ts';
import { markUnbreakable } from '../../src/handout/flow/unbreakable.ts';

export const NOWHERE = { start: 0, end: 0 };

export function run(text: string, ...styles: RunStyle[]): Run {
  return { text, styles, range: NOWHERE };
}
export function paragraph(...runs: (string | Run)[]): HandoutBlock {
  return { kind: 'paragraph', runs: markUnbreakable(runs.map(asRun)), range: NOWHERE };
}
export function title(text: string): HandoutBlock {
  return { kind: 'title', runs: [run(text)], range: NOWHERE };
}
export function heading(level: number, text: string): HandoutBlock {
  return { kind: 'heading', level, runs: markUnbreakable([run(text)]), range: NOWHERE };
}
export function verse(text: string): HandoutBlock {
  return { kind: 'quote', verse: true, runs: [run(text)], range: NOWHERE };
}
export function table(
  rows: number,
  columns: number,
  cell: (row: number, column: number) => string,
): HandoutBlock {
  return {
    kind: 'table',
    headRows: 1,
    align: [],
    caption: [run('附表')],
    rows: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => [run(cell(row, column))]),
    ),
    range: NOWHERE,
  };
}
export function handout(blocks: readonly HandoutBlock[], title = '测试'): Handout {
  return { title, lang: 'zh-Hans', layout: 'official', style: handoutStyle(), theme: 'dang-hong', blocks };
}

function asRun(piece: string | Run): Run {
  return typeof piece === 'string' ? run(piece) : piece;
}

/** Numbers from 0 to 1, the same ones for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const SENTENCES = [
  '同志们，我们一定要坚持群众路线！',
  '“江山就是人民，人民就是江山。”',
  '2023年，全县完成投资3.5万亿元，同比增长8.1%，惠及12.6万人次。',
  '一切为了群众，一切依靠群众，从群众中来，到群众中去。',
  '谢谢！',
  '要把“问题清单”变成“成效清单”（见《工作手册》），一件一件抓落实；',
  '卡尔·马克思说过，人们奋斗所争取的一切，都同他们的利益有关——这句话今天读来仍有分量……',
  '好。',
];

/** A document of some pages out of everything that ever broke a page wrongly (docs/spec/pagination.md, section D). */
export function randomHandout(seed: number): Handout {
  const random = randomNumbers(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const sentences = (count: number) => Array.from({ length: count }, () => pick(SENTENCES)).join('');
  const makers: readonly (() => HandoutBlock[])[] = [
    () => [paragraph(sentences(1 + Math.floor(random() * 12)))],
    () => [paragraph(run('一是坚持人民至上。', 'heading-2', 'lead'), sentences(5))],
    () => [
      heading(1, '一、提高认识'),
      heading(2, '（一）统一思想'),
      heading(3, '1.学习'),
      paragraph(sentences(3)),
    ],
    () => Array.from({ length: 3 + Math.floor(random() * 12) }, () => verse(pick(SENTENCES.slice(0, 5)))),
    () => [paragraph(sentences(2), run(sentences(2), 'strong'), sentences(1), run('要点', 'mark'), '。')],
    () => [paragraph(pick(SENTENCES).repeat(10 + Math.floor(random() * 30)))],
    () => [
      paragraph(
        ...Array.from(
          { length: 20 },
          (): Run => ({ ...run('彧（yù）'), ruby: { base: '彧', reading: 'yù' } }),
        ),
      ),
    ],
    () => [
      table(
        2 + Math.floor(random() * 40),
        2 + Math.floor(random() * 5),
        (r, c) => `${r}行${c}列${sentences(c % 2)}`,
      ),
    ],
    () => [paragraph('9'.repeat(60 + Math.floor(random() * 100)))],
    () => [
      paragraph(
        sentences(3),
        { ...run(''), noteNumber: 1 },
        ...Array.from({ length: 12 }, () => [
          { ...run('饕餮'), pinyin: ['tāo', 'tiè'] },
          run(pick(SENTENCES)),
        ]).flat(),
      ),
    ],
    () => [heading(1, '二、要点'), heading(2, '（一）要点')],
    () => [
      { kind: 'note', number: 1, runs: [run(sentences(10 + Math.floor(random() * 60)))], range: NOWHERE },
    ],
  ];
  return handout(Array.from({ length: 14 }, () => pick(makers)()).flat());
}
