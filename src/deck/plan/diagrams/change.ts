import type { Stretch } from '../paired-marks.ts';
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

/** Cells of what changes, of one of its states. */
const LABEL = 16;
const STATE = 11;
const MOST_PAIRS = 3;
/** Bars of so different lengths can still be told apart. */
const MOST_RATIO = 20;

const NUMBER =
  '\\d[\\d,.]*(?:[万亿]\\d[\\d,]*)?|百分之[一二三四五六七八九十百零点]+|[一二三四五六七八九十百千两]+';
const UNIT = '[^\\d，。；、和与到至为从由提增下升降减扩压缩]{0,5}?';
const VERB =
  '提高|增加|增长|上升|提升|升|扩大|下降|降低|降|减少|减|压减|压缩|缩短|缩|拓展|扩展|延长|发展|跃升|攀升|改|变|回升|回落|翻番';
/** 妥善率从81%提高到98%: what changes, from, the change, to. */
const FIGURES = new RegExp(
  `(?:从|由)(?:原来|过去|去年|上年|前年|年初|当初)?的?(${NUMBER})(${UNIT})(?:的)?((?:${VERB})?(?:到|至|为|成))(?:现在|今年|目前|如今)?的?(${NUMBER})([^，。；、\\d]{0,5})$`,
  'u',
);
/** 从“要我学”变成“我要学”: states that are no figures. */
const WORDS = /(?:从|由)([^，。；从由到]{2,10}?)((?:转变|变|转|发展|升级)(?:为|成|到|向))([^，。；]{2,10})$/u;

function find(paragraph: Paragraph): FoundDiagram[] {
  const { text, plain } = paragraph;
  return openSentences(paragraph).flatMap((sentence): FoundDiagram[] => {
    if (!/[从由]/u.test(sentence.plain)) return [];
    const clauses = splitStretch(plain, sentence, CLAUSE_STOPS);
    const rows = clauses.flatMap((clause, index): CellPlace[][] => {
      const row = rowIn(plain, clause, clauses[index - 1]);
      return row ? [row] : [];
    });
    if (rows.length === 0 || rows.length > MOST_PAIRS || !allBalanced(text, rows.flat())) return [];
    const compared = rows.map((row) => sharesOf(text, row));
    const bars = compared.every((row) => row !== undefined);
    return [
      {
        from: sentence.index,
        to: sentence.index + 1,
        form: bars ? 'bars' : 'arrow',
        rows: bars ? (compared as CellPlace[][]) : rows,
        score: 4.5 + rows.length,
      },
    ];
  });
}

/** The clause as label, state, verb, state; its label may be the clause before. */
function rowIn(plain: string, clause: Stretch, before: Stretch | undefined): CellPlace[] | undefined {
  const words = plain.slice(clause.from, clause.to);
  const figures = FIGURES.exec(words);
  const match = figures ?? WORDS.exec(words);
  if (!match) return undefined;
  const at = clause.from + match.index;
  // 把药房的窗口从…: the object is what changes.
  const own = { from: clause.from + (/^[把将使让]/u.test(words) ? 1 : 0), to: at };
  const label = own.to > own.from ? own : before;
  if (label === undefined || cellsOf(plain, label) < 2 || cellsOf(plain, label) > LABEL) return undefined;
  if (/^(?:在|当|如果|为了|通过)/u.test(plain.slice(label.from, label.to))) return undefined;
  const [a, verb, b] = figures
    ? [`${figures[1]}${figures[2]}`, figures[3] ?? '', `${figures[4]}${figures[5]}`]
    : [match[1] ?? '', match[2] ?? '', match[3] ?? ''];
  const from = plain.indexOf(a, at);
  const verbAt = plain.indexOf(verb, from + a.length);
  const to = plain.lastIndexOf(b, clause.to);
  const row: CellPlace[] = [
    { ...label, role: 'label' },
    { from, to: from + a.length, role: 'from' },
    { from: verbAt, to: verbAt + verb.length, role: 'verb' },
    { from: to, to: to + b.length, role: 'to' },
  ];
  const states = [row[1] as CellPlace, row[3] as CellPlace];
  return states.every((state) => cellsOf(plain, state) <= STATE) ? row : undefined;
}

/** The same row with lengths of bars, where both states are numbers of one unit. */
function sharesOf(text: string, row: readonly CellPlace[]): CellPlace[] | undefined {
  const [a, b] = [row[1], row[3]].map((cell) => measureOf(text.slice(cell?.from, cell?.to)));
  // 从81提高到98%: the first may leave its unit to the second.
  if (!a || !b || (a.unit !== '' && a.unit !== b.unit) || !(a.value > 0) || !(b.value > 0)) return undefined;
  const most = Math.max(a.value, b.value);
  if (most / Math.min(a.value, b.value) > MOST_RATIO) return undefined;
  return row.map((cell) =>
    cell.role === 'from'
      ? { ...cell, share: a.value / most }
      : cell.role === 'to'
        ? { ...cell, share: b.value / most }
        : cell,
  );
}

function measureOf(text: string): { value: number; unit: string } | undefined {
  const match = /^(\d[\d,]*(?:\.\d+)?)(.*)$/u.exec(text.trim());
  return match ? { value: Number((match[1] ?? '').replaceAll(',', '')), unit: match[2] ?? '' } : undefined;
}

export const CHANGE: DiagramKind = {
  layout: 'change',
  trigger: /[从由].{1,24}(?:到|至|为|成|向)/u,
  find,
  fallback: 'points',
  always: true,
};
