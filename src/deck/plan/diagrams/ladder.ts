import { characterWidth } from '../../../text/width.ts';
import { hasEmphasis, hasTopic } from '../emphasis.ts';
import { leadingClauseEnd } from '../leading-clause.ts';
import type { Paragraph } from '../paragraph.ts';
import {
  allBalanced,
  type CellPlace,
  type DiagramKind,
  type FoundDiagram,
  openSentences,
  type Sentence,
} from './diagram.ts';

/** Steps of a ladder, and cells of one. */
const STEPS = { least: 3, most: 6 } as const;
const STEP = 18;
/** Cells of a topic sentence of the model, shown whole. */
const TOPIC = 24;
/** Cells of a step that the author asked for: it is shown whole. */
const ASKED = 34;
/** Lines of all steps where one takes two. */
const MOST_LINES = 5;

/** Words all steps begin with. */
const CALLS: readonly RegExp[] = [
  /^要(?!求|么|是|不是|不然|知道)/u,
  /^必须/u,
  /^坚持/u,
  /^始终/u,
  /^不断/u,
  /^着力/u,
  /^坚决/u,
  /^持续/u,
];

function find(paragraph: Paragraph): FoundDiagram[] {
  const sentences = openSentences(paragraph);
  // Topic sentences of the model are such steps, with what explains them between.
  const topics = sentences.filter(({ index }) => hasTopic(paragraph.sentences[index]?.inlines ?? []));
  const calls = CALLS.map((call) => sentences.filter(({ plain }) => call.test(plain)));
  const found = [
    ladderOf(paragraph, topics, 2, TOPIC),
    ...calls.map((steps) => ladderOf(paragraph, steps, STEPS.least, STEP)),
  ].filter((ladder) => ladder !== undefined);
  // Of two, the one with more steps: none of a series is left out.
  return found.sort((one, other) => other.rows.length - one.rows.length).slice(0, 1);
}

/** All of these sentences, each by its first clause, or none. */
function ladderOf(
  paragraph: Paragraph,
  steps: readonly Sentence[],
  least: number,
  most: number,
): FoundDiagram | undefined {
  if (steps.length < least || steps.length > STEPS.most) return undefined;
  const long = steps.filter((step) => isAsked(paragraph, step) && characterWidth(step.plain) > most);
  if (long.length > 0 && steps.length + long.length > MOST_LINES) return undefined;
  const cells = steps.map((step) => firstClause(step, isAsked(paragraph, step) ? ASKED : most));
  if (!cells.every((cell) => cell !== undefined) || !allBalanced(paragraph.text, cells)) return undefined;
  if (new Set(cells.map(({ from, to }) => paragraph.plain.slice(from, to))).size < cells.length)
    return undefined;
  return {
    from: (steps[0] as Sentence).index,
    to: (steps.at(-1) as Sentence).index + 1,
    rows: cells.map((cell) => [cell]),
    score: 5 + steps.length,
  };
}

/** True where the author made words of the sentence strong or asked for them on the slide. */
function isAsked({ sentences }: Paragraph, { index }: Sentence): boolean {
  return hasEmphasis(sentences[index]?.inlines ?? []);
}

function firstClause({ plain, from }: Sentence, most: number): CellPlace | undefined {
  const whole = plain.replace(/[。！；]$/u, '');
  if (characterWidth(whole) <= most) return { from, to: from + whole.length, role: 'item' };
  const end = leadingClauseEnd(plain, most) || demandEnd(plain);
  return end > 0 ? { from, to: from + end, role: 'item' } : undefined;
}

/** A first clause of a demand stands by itself: 要加强学习，… */
function demandEnd(plain: string): number {
  if (!CALLS.some((call) => call.test(plain))) return 0;
  const clause = /^[^，；：“「]{4,18}(?=[，；])/u.exec(plain)?.[0] ?? '';
  return characterWidth(clause) <= STEP ? clause.length : 0;
}

/** 要…。要…。要…。: each call a step, with its own time. */
export const LADDER: DiagramKind = {
  layout: 'ladder',
  trigger: /要|必须|坚持|始终|不断|着力|坚决|持续/u,
  find,
  fallback: 'points',
  always: true,
};
