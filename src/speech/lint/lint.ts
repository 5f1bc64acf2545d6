import type { Diagnostic } from '../../text/diagnostic.ts';
import { inlineText } from '../text.ts';
import type { Inline, Speech } from '../types.ts';
import { dateChecks } from './date-checks.ts';
import { headingChecks, lonePoints, numberingChecks } from './numbering-checks.ts';
import { type Printed, printedParagraphs } from './printed.ts';
import { structureChecks } from './structure-checks.ts';
import { tableChecks } from './table-checks.ts';
import { breathChecks, nameChecks, pairChecks, widthChecks } from './text-checks.ts';

function titleText(inlines: readonly Inline[]): Printed {
  const text = inlineText(inlines);
  return { inlines, text, said: text };
}

/**
 * What a careful secretary would point out before the speech is given: findings by code with values,
 * printed by messages.ts; a fix only where it cannot change what is said. In the order of the text.
 * A false alarm is worse than silence: every check keeps to what its form makes certain.
 */
export function lint(speech: Speech): Diagnostic[] {
  const paragraphs = printedParagraphs(speech);
  const titles = speech.front.map(({ children }) => titleText(children));
  const names = nameChecks(speech);
  const found = [
    ...numberingChecks(speech),
    ...headingChecks(speech),
    ...lonePoints(paragraphs),
    ...structureChecks(speech, paragraphs),
    ...tableChecks(speech),
    ...[...titles, ...paragraphs].flatMap((printed) => [...dateChecks(printed)]),
    ...paragraphs.flatMap((printed) => [
      ...pairChecks(printed),
      ...widthChecks(printed),
      ...breathChecks(printed),
      ...names(printed),
    ]),
  ];
  return found.sort((a, b) => a.range.start - b.range.start);
}
