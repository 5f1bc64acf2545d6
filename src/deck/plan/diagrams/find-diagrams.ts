import { characterWidth } from '../../../text/width.ts';
import type { PlanContext, Ratio } from '../context.ts';
import { equalGroups } from '../equal-groups.ts';
import { FIT } from '../fit.ts';
import type { Item } from '../items.ts';
import { type Paragraph, sentenceAt, sentenceStretch, textIn } from '../paragraph.ts';
import type { Part } from '../parts.ts';
import { pointForms } from '../point-forms.ts';
import type { SlideForm } from '../slide-draft.ts';
import { shownText } from '../trim-point.ts';
import type { Diagram } from '../types.ts';
import type { CellPlace, DiagramKind, FoundDiagram } from './diagram.ts';
import { DIAGRAMS } from './table.ts';

/** A paragraph has one diagram for so many seconds, one at least. */
const SECONDS_EACH = 35;
/** Longest a slide stands, seconds. */
const LONGEST = 180;

/** A diagram that a paragraph offers. */
interface Offer {
  readonly kind: DiagramKind;
  readonly order: number;
  readonly found: FoundDiagram;
}

/** The diagrams a paragraph offers, as items; what else the same sentences could be are further forms of an item. */
export function diagramItems(paragraph: Paragraph, { density, ratio, secondsOf }: PlanContext): Item[] {
  const all = paragraph.facts.once(`diagrams ${ratio}`, () => offersOf(paragraph, ratio));
  const offers = density === 'low' ? all.filter(({ kind }) => kind.always) : all;
  if (offers.length === 0) return [];
  const most = Math.max(1, Math.round(paragraph.seconds / SECONDS_EACH));
  const taken: Offer[][] = [];
  /** By sentence: which diagram lies over it, counted from 1. */
  const owners = new Uint32Array(paragraph.sentences.length);
  for (const offer of offers) {
    const over = taken[firstOver(owners, offer.found) - 1];
    if (over === undefined) {
      if (taken.length < most) owners.fill(taken.push([offer]), offer.found.from, offer.found.to);
    } else if (sameRange(offer.found, (over[0] as Offer).found)) over.push(offer);
  }
  // Up to where it is too long: more makes no difference.
  const seconds = ({ from, to }: { from: number; to: number }) => {
    let sum = 0;
    for (let at = from; at < to && sum <= LONGEST; at++) sum += secondsOf(paragraph.sentences[at] as Part);
    return sum;
  };
  return taken.flatMap((own) => itemsOf(paragraph, own, seconds));
}

/** All that hold, the weightiest first, then in the order of the table. */
function offersOf(paragraph: Paragraph, ratio: Ratio): Offer[] {
  return DIAGRAMS.flatMap((kind, order): Offer[] => {
    if (!kind.trigger.test(paragraph.plain)) return [];
    return kind.find(paragraph, ratio).map((found) => ({ kind, order, found }));
  }).sort((a, b) => b.found.score - a.found.score || a.order - b.order);
}

/** The first taken of the diagrams over a stretch of sentences; 0 for none. */
function firstOver(owners: Uint32Array, { from, to }: FoundDiagram): number {
  let first = 0;
  for (let at = from; at < to; at++) {
    const owner = owners[at] as number;
    if (owner > 0 && (first === 0 || owner < first)) first = owner;
  }
  return first;
}

const sameRange = (a: FoundDiagram, b: FoundDiagram): boolean => a.from === b.from && a.to === b.to;

/** One item, or several of equal size where the rows are said in more time than a slide stands. */
function itemsOf(
  paragraph: Paragraph,
  offers: readonly Offer[],
  seconds: (sentences: { from: number; to: number }) => number,
): Item[] {
  const [{ found, kind }] = offers as [Offer];
  const end = { from: found.from, to: paragraph.sentences.length };
  if (found.rows.length < 4 || seconds(end) <= LONGEST) return [itemOf(paragraph, offers)];
  const starts = found.rows.map(([cell]) => sentenceAt(paragraph, (cell as CellPlace).from));
  const rows = found.rows.map((row, index) => ({
    row,
    from: starts[index] as number,
    to: starts[index + 1] ?? paragraph.sentences.length,
  }));
  const groups = equalGroups(rows, (group) => group.reduce((sum, own) => sum + seconds(own), 0) <= LONGEST);
  if (groups.length < 2 || groups.some((group) => group.length < 2)) return [itemOf(paragraph, offers)];
  return groups.map((group, index) => {
    const last = group.at(-1) as (typeof rows)[number];
    const from = (group[0] as (typeof rows)[number]).from;
    const part = { ...found, from, to: last.from + 1, rows: group.map(({ row }) => row) };
    return itemOf(paragraph, [{ kind, order: index, found: part }]);
  });
}

function itemOf(paragraph: Paragraph, offers: readonly Offer[]): Item {
  const [{ found: first, kind }] = offers as [Offer];
  const start = paragraph.starts[first.from] as number;
  return {
    from: paragraph.at + first.from,
    to: paragraph.at + first.to,
    forms: [...offers.map((offer) => formOf(paragraph, offer)), ...fallbackOf(paragraph, first, kind)],
    score: first.score,
    name: `${kind.layout}/${paragraph.plain.slice(start, start + KEY)}`,
  };
}

/** Characters of a sentence that name its slide. */
const KEY = 4;

function formOf(paragraph: Paragraph, { kind, found }: Offer): SlideForm {
  const diagram: Diagram = {
    ...(found.form && { form: found.form }),
    ...(found.subject && { subject: textIn(paragraph, found.subject) }),
    ...(found.head && { head: textIn(paragraph, found.head) }),
    rows: found.rows.map((row) =>
      row.map(({ role, share, ...place }) => ({
        ...textIn(paragraph, place),
        role,
        ...(share !== undefined && { share }),
      })),
    ),
    ...(found.tail && { tail: textIn(paragraph, found.tail) }),
  };
  return { layout: kind.layout, content: { diagram } };
}

/** The sentences themselves, where a slide holds them. */
function fallbackOf(paragraph: Paragraph, { from, to }: FoundDiagram, kind: DiagramKind): SlideForm[] {
  if (to - from > FIT.points) return [];
  const points = Array.from({ length: to - from }, (_, index) =>
    textIn(paragraph, sentenceStretch(paragraph, from + index)),
  );
  if (points.some((point) => characterWidth(shownText(point)) > FIT.point)) return [];
  return points.length === 1 ? pointForms(points) : [{ layout: kind.fallback, content: { points } }];
}
