import type { Paragraph } from '../paragraph.ts';
import {
  allBalanced,
  type CellPlace,
  CLAUSE_STOPS,
  cellsOf,
  type DiagramKind,
  type FoundDiagram,
  openSentences,
  splitStretch,
} from './diagram.ts';

const NODES = { least: 3, most: 5, cells: 16 } as const;

const YEAR = /^((?:\d{4}|[一二〇零三四五六七八九]{4})年(?:\d{1,2}月)?(?:\d{1,2}日)?)[，]?(.*)$/u;

/** Years and what happened in them: a clause each, or the rest of the clause that begins with the year. */
function find(paragraph: Paragraph): FoundDiagram[] {
  const { plain, text } = paragraph;
  const nodes: { row: CellPlace[]; sentence: number }[] = [];
  for (const sentence of openSentences(paragraph)) {
    const clauses = splitStretch(plain, sentence, CLAUSE_STOPS);
    for (const [index, clause] of clauses.entries()) {
      const match = YEAR.exec(plain.slice(clause.from, clause.to));
      if (!match) continue;
      const time = { from: clause.from, to: clause.from + (match[1] ?? '').length };
      const rest = { from: clause.to - (match[2] ?? '').length, to: clause.to };
      const event = rest.to > rest.from ? rest : clauses[index + 1];
      if (event === undefined || cellsOf(text, event) > NODES.cells || cellsOf(text, event) < 2) return [];
      nodes.push({
        row: [
          { ...time, role: 'time' },
          { ...event, role: 'event' },
        ],
        sentence: sentence.index,
      });
    }
  }
  const years = new Set(nodes.map(({ row: [time] }) => plain.slice(time?.from, time?.to)));
  if (nodes.length < NODES.least || nodes.length > NODES.most || years.size !== nodes.length) return [];
  if (
    !allBalanced(
      text,
      nodes.flatMap(({ row }) => row),
    )
  )
    return [];
  return [
    {
      from: (nodes[0] as { sentence: number }).sentence,
      to: (nodes.at(-1) as { sentence: number }).sentence + 1,
      rows: nodes.map(({ row }) => row),
      score: 5 + nodes.length / 2,
    },
  ];
}

export const TIMELINE: DiagramKind = {
  layout: 'timeline',
  trigger: /(?:\d{4}年.*){3}|(?:[一二〇零三四五六七八九]{4}年.*){3}/u,
  find,
  fallback: 'points',
};
