import { characterWidth } from '../../text/width.ts';
import { runsText } from './text.ts';
import type { HandoutBlock } from './types.ts';

const DATE = /[年月日]|\d{4}[-./]\d/;

/**
 * Right indents of signature lines, in characters (GB/T 9704—2012 7.3.5.2): the name 2 from the right, the date
 * below it begins 2 to the right of the name's first character; a date longer than the name stands 2 from the
 * right itself and pushes the name out.
 */
export function signatureIndents(blocks: readonly HandoutBlock[]): Map<HandoutBlock, number> {
  const indents = new Map<HandoutBlock, number>();
  for (let index = 0; index < blocks.length; index++) {
    const group: HandoutBlock[] = [];
    while (blocks[index]?.kind === 'signature-line') group.push(blocks[index++]!);
    if (group.length === 0) continue;
    const widths = group.map((block) => ('runs' in block ? characterWidth(runsText(block.runs)) : 0));
    const isDate = group.map((block) => 'runs' in block && DATE.test(runsText(block.runs)));
    const names = Math.max(0, ...widths.filter((_, i) => !isDate[i]));
    const dates = Math.max(0, ...widths.filter((_, i) => isDate[i]));
    // Distance of the name's first character from the right margin.
    const nameStart = Math.max(names + 2, dates > 0 ? dates + 4 : 0);
    group.forEach((block, i) => {
      const start = isDate[i] ? nameStart - (names > 0 ? 2 : 0) : nameStart;
      indents.set(block, Math.max(0, start - widths[i]!));
    });
  }
  return indents;
}
