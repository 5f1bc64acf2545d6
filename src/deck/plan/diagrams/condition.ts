import type { Paragraph } from '../paragraph.ts';
import {
  allBalanced,
  type CellPlace,
  cellsOf,
  type DiagramKind,
  type FoundDiagram,
  openSentences,
  type Sentence,
} from './diagram.ts';

/** Cells of the condition, and of what follows from it. */
const SIDE = 20;
const MOST_ROWS = 3;

/** A condition and its result, each kind with its words. */
const KINDS: readonly RegExp[] = [
  /^(?:[^，。]{0,8}[，])?(只有(?!这样|如此|他|她|它)[^，。；：！？]{2,20})[，]?((?:[^，。；：！？]{0,8})才[^，。；：！？]{2,20})[。！]?$/u,
  /^(?:[^，。]{0,8}[，])?(只要(?!这样|如此)[^，。；：！？]{2,20})[，]((?:[^，。；：！？]{0,8})(?:就|便)[^，。；：！？]{2,20})[。！]?$/u,
  /^(没有[^，。；：！？]{2,20})[，]?(就(?:没有|不会有|不可能|不能|谈不上)[^，。；：！？]{1,20})[。！]?$/u,
  /^(离开(?:了)?[^，。；：！？]{2,20})[，]((?:[^，。；：！？]{0,8})就[^，。；：！？]{2,20})[。！]?$/u,
];

function find(paragraph: Paragraph): FoundDiagram[] {
  const found: (FoundDiagram & { readonly kind: number })[] = [];
  for (const sentence of openSentences(paragraph)) {
    const one = rowOf(paragraph, sentence);
    if (!one) continue;
    const last = found.at(-1);
    if (
      last &&
      last.kind === one.kind &&
      belong(paragraph, last, sentence, one.row) &&
      last.rows.length < MOST_ROWS
    )
      found[found.length - 1] = { ...last, to: sentence.index + 1, rows: [...last.rows, one.row] };
    else
      found.push({
        from: sentence.index,
        to: sentence.index + 1,
        rows: [one.row],
        score: 5,
        kind: one.kind,
      });
  }
  return found;
}

/** Neighbours, or sentences of one condition with what explains them between. */
function belong(
  { plain }: Paragraph,
  last: FoundDiagram,
  { index }: Sentence,
  [condition]: readonly CellPlace[],
): boolean {
  const [first] = last.rows[0] ?? [];
  if (last.to === index) return true;
  if (first === undefined || condition === undefined) return false;
  return plain.slice(first.from, first.from + ALIKE) === plain.slice(condition.from, condition.from + ALIKE);
}

/** Characters that conditions of one kind begin with. */
const ALIKE = 4;

function rowOf(
  { text }: Paragraph,
  { plain, from }: Sentence,
): { row: CellPlace[]; kind: number } | undefined {
  for (const [kind, pattern] of KINDS.entries()) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const [condition = '', result = ''] = match.slice(1);
    const start = from + plain.indexOf(condition);
    const end = from + plain.indexOf(result, start - from + condition.length);
    const row: CellPlace[] = [
      { from: start, to: start + condition.length, role: 'condition' },
      { from: end, to: end + result.length, role: 'result' },
    ];
    if (!row.every((cell) => cellsOf(text, cell) <= SIDE) || !allBalanced(text, row)) return undefined;
    return { row, kind };
  }
  return undefined;
}

/** 只有X，才Y: the condition in a frame, an arrow, the result. */
export const CONDITION: DiagramKind = {
  layout: 'condition',
  trigger: /只有.{2,30}才|只要.{2,30}[就便]|没有.{2,20}就(?:没有|不)|离开.{2,20}就/u,
  find,
  fallback: 'points',
};
