import { breakLines } from '../../speech/line-breaking/break-lines.ts';
import { characterWidth } from '../../text/width.ts';
import { runsText } from './text.ts';
import type { Handout, HandoutBlock, RunBlock } from './types.ts';

/** Kinds of block that make up the title block. */
export const FRONT: ReadonlySet<HandoutBlock['kind']> = new Set([
  'title',
  'subtitle',
  'byline',
  'date',
  'front-line',
]);

/** A paragraph of the title block, cut into the lines it is printed on. */
export interface FrontLines {
  /** Without white space at their ends. */
  readonly lines: readonly string[];
  /** A line is longer than the type area: it must be let wrap. */
  readonly long: boolean;
}

/** Characters of a line of the type area. */
function lineLength({ layout, style }: Pick<Handout, 'layout' | 'style'>): number {
  if (layout === 'podium') return style.size === 'large' ? 24 : 20;
  return layout === 'notes' ? 24 : 28;
}

/** The lines of a paragraph of the title block, broken by meaning. Spaces between Han become one full-width space. */
export function frontLines(block: RunBlock, handout: Pick<Handout, 'layout' | 'style'>): FrontLines {
  const text = runsText(block.runs).replace(/(?<=[^\x20-\x7e\s])\s+(?=[^\x20-\x7e\s])/gu, '\u3000');
  const whole = lineLength(handout) - 2;
  // The title is set larger; both keep white at their sides.
  const room = block.kind === 'title' ? Math.floor(lineLength(handout) * 0.68) : whole;
  const lines = breakLines(text, { room }).map((line) => line.trim());
  return { lines, long: lines.some((line) => characterWidth(line) > whole) };
}
