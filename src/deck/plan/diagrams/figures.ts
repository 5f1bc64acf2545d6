import type { Ratio } from '../context.ts';
import { type Figure, figuresIn } from '../figures.ts';
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
  type Sentence,
  splitStretch,
  trimmed,
} from './diagram.ts';

/** Cells of a label, of the words behind a figure, of a figure; rows of one slide. */
const LABEL = 22;
const AFTER = 14;
const NUMBER = 8;
const MOST_ROWS = 6;
/** Cells of labels of tiles: longer ones stand in a ledger. */
const TILE_LABEL = 9;
/** Cells of what the sentence begins and ends with. */
const HEAD = 26;
const TAIL = 30;
/** Cells of clauses between two figures that are left to the ear. */
const BETWEEN = 14;
/** Bars of so different lengths can still be told apart. */
const MOST_RATIO = 20;

/** A figure with the words around it in its clause. */
interface Row {
  readonly label: Stretch;
  readonly number: Stretch;
  readonly unit: Stretch;
  readonly after: Stretch;
}

/** Figures of a sentence with their labels: all of them, or none. */
function find(paragraph: Paragraph, ratio: Ratio): FoundDiagram[] {
  const found: (FoundDiagram & { readonly list: readonly Row[] })[] = [];
  for (const sentence of openSentences(paragraph)) {
    const one = inSentence(paragraph, sentence, ratio);
    if (one === undefined) continue;
    const last = found.at(-1);
    // Neighbours that count on, without words of their own before: one slide.
    if (
      last &&
      last.to === one.from &&
      !one.head &&
      !last.tail &&
      last.list.length + one.list.length <= MOST_ROWS
    ) {
      const list = [...last.list, ...one.list];
      found[found.length - 1] = {
        ...last,
        ...shape(paragraph, list, ratio),
        to: one.to,
        list,
        ...(one.tail && { tail: one.tail }),
      };
    } else found.push(one);
  }
  return found;
}

function inSentence(
  paragraph: Paragraph,
  sentence: Sentence,
  ratio: Ratio,
): (FoundDiagram & { readonly list: readonly Row[] }) | undefined {
  const { text } = paragraph;
  if (!/\d|[百千万亿]/u.test(sentence.plain) || CONCESSION.test(sentence.plain)) return undefined;
  const segments = bySegments(paragraph, sentence, ratio);
  if (segments) return segments;
  const clauses = splitStretch(text, sentence, CLAUSE_STOPS);
  const list: Row[] = [];
  let first = -1;
  let last = -1;
  for (const [index, clause] of clauses.entries()) {
    const figures = figuresIn(text.slice(clause.from, clause.to));
    if (figures.length === 0) {
      if (first >= 0 && cellsOf(text, clause) > BETWEEN) last = last < 0 ? index : last;
      continue;
    }
    // Words between two figures that are too long to be left out.
    if (last >= 0) return undefined;
    const row = rowOf(text, clause, figures);
    if (row === undefined) return undefined;
    if (first < 0) first = index;
    list.push(row);
  }
  // 17项建议里，已经完成13项，…: what is counted of stands over the rows.
  const whole = list.length > 1 && isEmpty((list[0] as Row).label) ? clauses[first] : undefined;
  if (whole) list.shift();
  if (list.length === 0 || list.length > MOST_ROWS) return undefined;
  if (list.length === 1 && !isRemarkable(text, list[0] as Row)) return undefined;
  const before = whole ?? clauses[first - 1];
  const end = clauses.findLastIndex((clause) => figuresIn(text.slice(clause.from, clause.to)).length > 0);
  const head = before && trimmed(text, { from: sentence.from, to: before.to });
  const behind = clauses[end + 1];
  const tail = behind && trimmed(text, { from: behind.from, to: sentence.to });
  const kept = {
    ...(head && cellsOf(text, head) <= HEAD
      ? { head }
      : before && cellsOf(text, before) <= HEAD
        ? { head: before }
        : {}),
    ...(tail && cellsOf(text, tail) <= TAIL && !AGAINST.test(text.slice(tail.from, tail.to)) && { tail }),
  };
  const places = [...list.flatMap(({ label, after }) => [label, after]), ...Object.values(kept)];
  if (!allBalanced(text, places)) return undefined;
  return {
    from: sentence.index,
    to: sentence.index + 1,
    ...shape(paragraph, list, ratio),
    ...kept,
    list,
    score: 3 + list.length,
  };
}

/** Words before a figure that belong to what follows it. */
const NO_LABEL =
  /^(?:在|当|如果|要是|只要|自|从|每|按|以(?!上|下)|到(?!位)|第|不到|接近|将近|大约|约|近|超过|至少)$|^(?:对(?!外|口)|對(?!外|口)|把|将|將|在|从|從|由|与|與|和|让|讓|当|當|如果|每当)/u;
/** Words behind a figure that make it an attribute of another thing. */
const ATTRIBUTE = /^之|的./u;
/** A label that begins so sets its figure against another. */
const AGAINST = /^(?:但|可是|不过|不過|然而|却|卻)/u;
/** Figures of a concession mean something else without it. */
const CONCESSION = /虽然|雖然|尽管|儘管|之所以/u;

function rowOf(text: string, clause: Stretch, figures: readonly Figure[]): Row | undefined {
  const figure = figures.at(-1) as Figure;
  // 高度超过50米的塔吊作业点14个: a figure may belong to the label.
  const clauseText = text.slice(clause.from, clause.to);
  const changes =
    figures.length === 2 && /[从從由].*(?:到|至|为|為)/u.test(clauseText.slice(0, figure.start));
  const inLabel = figures.slice(0, -1).every(({ end }) => /^[^，]{0,2}的/u.test(clauseText.slice(end)));
  if (!changes && !inLabel) return undefined;
  const number = { from: clause.from + figure.start, to: clause.from + figure.end };
  const label = trimmed(text, { from: clause.from, to: number.from });
  const after = trimmed(text, { from: number.to, to: clause.to });
  if (cellsOf(text, number) > NUMBER) return undefined;
  const words = text.slice(label.from, label.to);
  // A figure needs something that is counted: before it, or right behind it.
  if (words === '' ? cellsOf(text, after) < 2 : NO_LABEL.test(words)) return undefined;
  if (ATTRIBUTE.test(text.slice(after.from, after.to)) || AGAINST.test(words)) return undefined;
  if (cellsOf(text, label) > LABEL || cellsOf(text, after) > (words === '' ? LABEL : AFTER)) return undefined;
  const split = unitStart(text.slice(number.from, number.to));
  return {
    label,
    number: { from: number.from, to: number.from + split },
    unit: { from: number.from + split, to: number.to },
    after,
  };
}

/**
 * A sentence of many figures, parted by semicolons: the first of each part with its label, the rest of the part behind
 * it: 出院病人4.72万人次，同比增长15.8%；…
 */
function bySegments(
  paragraph: Paragraph,
  sentence: Sentence,
  ratio: Ratio,
): (FoundDiagram & { readonly list: readonly Row[] }) | undefined {
  const { text } = paragraph;
  if (figuresIn(text.slice(sentence.from, sentence.to)).length <= MOST_ROWS) return undefined;
  const segments = splitStretch(text, sentence, /[；。;]/gu);
  if (segments.length < 3 || segments.length > MOST_ROWS) return undefined;
  const list = segments.map((segment): Row | undefined => {
    const [first, ...rest] = splitStretch(text, segment, CLAUSE_STOPS);
    const figures = first ? figuresIn(text.slice(first.from, first.to)) : [];
    const row = first && figures.length > 0 ? rowOf(text, first, figures) : undefined;
    const after = { from: rest[0]?.from ?? segment.to, to: segment.to };
    if (row === undefined || !isEmpty(row.after) || cellsOf(text, after) > SEGMENT_REST) return undefined;
    return { ...row, after };
  });
  if (!list.every((row) => row !== undefined)) return undefined;
  if (
    !allBalanced(
      text,
      list.flatMap(({ label, after }) => [label, after]),
    )
  )
    return undefined;
  const from = sentence.index;
  return { from, to: from + 1, ...shape(paragraph, list, ratio, 'ledger'), list, score: 5 + list.length };
}

/** Cells of what follows the first figure of a part. */
const SEGMENT_REST = 18;

const isEmpty = ({ from, to }: Stretch): boolean => to <= from;

/** Length of the number in a figure: 5.2 of 5.2万元; a number in Han stays whole. */
function unitStart(figure: string): number {
  const digits = /^[\d,.]*\d(?:[万亿萬億]\d[\d,]*)?/u.exec(figure)?.[0].length ?? 0;
  return digits === 0 ? figure.length : digits;
}

/** One figure alone is worth a slide where it is large, a share, or money: no 10个. */
function isRemarkable(text: string, { number, unit, label }: Row): boolean {
  const figure = text.slice(number.from, unit.to);
  if (isEmpty(label)) return false;
  return /[%％‰,，.万萬亿億倍]|\d{3,}|百分|个百分点|個百分點/u.test(figure) && !/[个個]$/u.test(figure);
}

function shape(
  paragraph: Paragraph,
  list: readonly Row[],
  ratio: Ratio,
  only?: 'ledger',
): Pick<FoundDiagram, 'form' | 'rows'> {
  const { text } = paragraph;
  const width = ({ label, after }: Row) => cellsOf(text, label) + cellsOf(text, after);
  const shares = sharesOf(text, list);
  const form =
    only !== undefined
      ? only
      : list.length === 1
        ? 'number'
        : shares && list.every((row) => width(row) <= LABEL)
          ? 'bars'
          : (list.length < 3 || ratio !== '4:3') && list.every((row) => width(row) <= TILE_LABEL)
            ? 'tiles'
            : 'ledger';
  const rows = list.map((row, index): CellPlace[] => [
    ...(!isEmpty(row.label) ? [{ ...row.label, role: 'label' as const }] : []),
    {
      ...row.number,
      role: 'number',
      ...(form === 'bars' && shares && { share: shares[index] as number }),
    },
    ...(!isEmpty(row.unit) ? [{ ...row.unit, role: 'unit' as const }] : []),
    ...(!isEmpty(row.after) ? [{ ...row.after, role: 'after' as const }] : []),
  ]);
  return { form, rows };
}

/** Lengths of bars, where three or more figures count one thing in one unit; shares of a whole are not compared. */
function sharesOf(text: string, list: readonly Row[]): number[] | undefined {
  const units = new Set(list.map(({ unit }) => text.slice(unit.from, unit.to)));
  const [unit = ''] = units;
  if (list.length < 3 || units.size !== 1 || /[%％‰]|百分/u.test(unit) || unit === '') return undefined;
  if (list.some(({ label }) => /合计|合計|平均|总计|總計|共/u.test(text.slice(label.from, label.to))))
    return undefined;
  const values = list.map(({ number }) => Number(text.slice(number.from, number.to).replaceAll(',', '')));
  const most = Math.max(...values);
  if (values.some((value) => !(value > 0) || most / value > MOST_RATIO)) return undefined;
  return values.map((value) => value / most);
}

export const FIGURES: DiagramKind = {
  layout: 'figures',
  trigger: /\d|[百千万亿]/u,
  find,
  fallback: 'points',
  always: true,
};
