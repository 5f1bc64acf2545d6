import { sliceInlines } from '../../speech/inlines.ts';
import { inlineText } from '../../speech/text.ts';
import type { Inline, Section } from '../../speech/types.ts';
import { characterWidth } from '../../text/width.ts';
import { leadingClauseEnd } from './leading-clause.ts';
import { matchingText } from './matching-text.ts';
import { isBalanced } from './paired-marks.ts';
import { shown } from './trim-point.ts';
import type { SlideText } from './types.ts';

/** A heading wider than this is a sentence: its leading clause stands for it. Cells. */
const LONG = 34;
/** Cells of such a clause. */
const CLAUSE = 26;

/** The heading of a section with its marker, as its slides show it. */
export function titleOf(section: Section): SlideText {
  const { marker } = section;
  const heading = wholeHeading(section);
  const text = inlineText(heading);
  if (characterWidth(text) > LONG || !isBalanced(text)) {
    const end = leadingClauseEnd(matchingText(text), CLAUSE) || demandEnd(text);
    if (end > 0) return shown(sliceInlines(heading, 0, end), marker?.text);
  }
  return shown(heading, marker?.text);
}

/** A heading that ends inside a pair of marks stands with the words up to its partner. */
function wholeHeading({ heading, children: [first] }: Section): readonly Inline[] {
  const text = inlineText(heading);
  if (isBalanced(text) || first?.kind !== 'paragraph' || !first.joins) return heading;
  const rest = inlineText(first.children);
  for (const { index } of rest.matchAll(/[”’」』）》]/gu))
    if (isBalanced(text + rest.slice(0, index + 1)))
      return [...heading, ...sliceInlines(first.children, 0, index + 1)];
  return heading;
}

/** A first clause that asks for something needs no more: 要尽早谋划自己的职业生涯，… */
const DEMAND =
  /^(?:要|必须|坚持|加强|推进|做到|学会|深化|强化|提高|完善|抓好)[^，。；：“”「」]{5,22}(?=[，；：])/u;

function demandEnd(text: string): number {
  return DEMAND.exec(matchingText(text))?.[0].length ?? 0;
}

/** Numbers and the words that number parts. */
const NUMBERING = /[一二三四五六七八九十百零〇壹贰叁肆伍陆柒捌玖拾\d第章节部分讲篇\s、，.．（）()]/gu;

/** True if the heading has words of its own: a bare 一 heads nothing. */
export function hasWords(section: Section): boolean {
  return /[\p{L}\p{N}]/u.test(inlineText(section.heading).replace(NUMBERING, ''));
}
