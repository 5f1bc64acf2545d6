import type { Paragraph } from '../paragraph.ts';
import {
  allBalanced,
  type CellPlace,
  cellsOf,
  type DiagramKind,
  type FoundDiagram,
  openSentences,
  splitStretch,
} from './diagram.ts';

const NODES = { least: 3, most: 5, cells: 16 } as const;
const FIRST = /^(?:首先|先(?!进|后|生|锋|烈|辈|贤|例|行))/u;
const NEXT = /^(?:再|然后|接着|其次|随后|最后|而后)/u;

/** 先…，再…，最后…: clauses in the order of what is done. */
function find(paragraph: Paragraph): FoundDiagram[] {
  const { plain, text } = paragraph;
  return openSentences(paragraph).flatMap((sentence): FoundDiagram[] => {
    const clauses = splitStretch(plain, sentence, /[，；：。！？、]/gu);
    const first = clauses.findIndex(({ from, to }) => FIRST.test(plain.slice(from, to)));
    if (first < 0) return [];
    let last = first + 1;
    while (last < clauses.length && NEXT.test(plain.slice(clauses[last]?.from, clauses[last]?.to))) last++;
    const nodes = clauses.slice(first, last);
    if (nodes.length < NODES.least || nodes.length > NODES.most) return [];
    if (nodes.some((node) => cellsOf(text, node) > NODES.cells) || !allBalanced(text, nodes)) return [];
    const rows = nodes.map((node): CellPlace[] => [{ ...node, role: 'event' }]);
    const before = clauses[first - 1];
    const title = before && cellsOf(text, before) <= 20 && cellsOf(text, before) >= 4 ? before : undefined;
    return [
      { from: sentence.index, to: sentence.index + 1, ...(title && { subject: title }), rows, score: 5 },
    ];
  });
}

export const STEPS: DiagramKind = {
  layout: 'steps',
  trigger: /先.+(?:再|然后|接着|最后)/u,
  find,
  fallback: 'points',
};
