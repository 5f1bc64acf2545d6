import { inlineText } from '../../speech/text.ts';
import type { Section } from '../../speech/types.ts';
import { characterWidth } from '../../text/width.ts';
import type { PlanContext } from './context.ts';
import { figureClausesIn } from './figures.ts';
import { leadingClauseEnd } from './leading-clause.ts';
import { isBalanced } from './paired-marks.ts';
import { type Paragraph, paragraphsOf, sentenceStretch, textIn } from './paragraph.ts';
import { partsOf } from './parts.ts';
import { isFormality, isLeaning } from './stand-alone.ts';
import type { SlideText } from './types.ts';

/**
 * The second text of a card: its clauses with figures, from the first on.
 *
 * @param room cells
 */
export function figureDetail(section: Section, room: number, context: PlanContext): SlideText | undefined {
  for (const paragraph of paragraphsIn(section, context)) {
    const clauses = paragraph.facts.once('figure clauses', () => figureClausesIn(paragraph.text));
    const [first] = clauses;
    if (first === undefined) continue;
    const from = first.label.start;
    const ends = clauses.map(({ figure }) => figure.end);
    const to = ends.findLast((end) => isOneRun(paragraph.text.slice(from, end), room)) ?? first.figure.end;
    return characterWidth(paragraph.text.slice(from, to)) <= room
      ? textIn(paragraph, { from, to })
      : undefined;
  }
  return undefined;
}

function isOneRun(text: string, room: number): boolean {
  return characterWidth(text) <= room && !/[。！？]/u.test(text) && isBalanced(text);
}

/** The second text of a card: its figures, else its first sentence or leading clause. */
export function detailOf(section: Section, room: number, context: PlanContext): SlideText | undefined {
  const figures = figureDetail(section, room, context);
  if (figures) return figures;
  for (const paragraph of paragraphsIn(section, context)) {
    const found = firstClause(paragraph, room);
    if (found && inlineText(found.inlines) !== '') return found;
  }
  return undefined;
}

function paragraphsIn(section: Section, { secondsOf }: PlanContext): Paragraph[] {
  return paragraphsOf(section.children.flatMap(partsOf), secondsOf);
}

function firstClause(paragraph: Paragraph, room: number): SlideText | undefined {
  for (let index = 0; index < paragraph.sentences.length; index++) {
    const { from, to } = sentenceStretch(paragraph, index);
    const plain = paragraph.plain.slice(from, to);
    if (isLeaning(plain) || isFormality(plain) || /[？?“「]/u.test(plain)) continue;
    if (characterWidth(plain) <= room) return textIn(paragraph, { from, to });
    const end = leadingClauseEnd(plain, room);
    if (end > 0) return textIn(paragraph, { from, to: from + end });
  }
  return undefined;
}
