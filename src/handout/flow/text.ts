import type { Handout, HandoutBlock, Run } from './types.ts';

/** Text of runs, in order. Note calls and pictures have none. */
export function runsText(runs: readonly Run[]): string {
  let text = '';
  for (const run of runs) text += run.text;
  return text;
}

/** Lines of a block in the order of the speech: a table's caption, then its cells. */
export function blockLines(block: HandoutBlock): string[] {
  switch (block.kind) {
    case 'table':
      return [runsText(block.caption), ...block.rows.flatMap((row) => row.map(runsText))];
    case 'figure':
      return [runsText(block.caption)];
    case 'contents':
      return [];
    default:
      return [runsText(block.runs)];
  }
}

/**
 * The whole text of a handout, one line a block or cell, without labels (note numbers, page numbers).
 * Its bare text equals that of the speech: nothing lost, nothing twice, nothing moved.
 */
export function handoutText(handout: Handout): string {
  return handout.blocks
    .flatMap(blockLines)
    .filter((line) => line !== '')
    .join('\n');
}
