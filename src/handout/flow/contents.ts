import { runsText } from './text.ts';
import type { ContentsBlock, HandoutBlock } from './types.ts';

/** Levels of headings that a table of contents lists. */
export const DEEPEST_LISTED = 2;

/** The table of contents of `blocks`, one entry a heading in their order; undefined when there is nothing to list. */
export function contentsOf(blocks: readonly HandoutBlock[]): ContentsBlock | undefined {
  const entries = blocks.flatMap((block) =>
    block.kind === 'heading' && block.level <= DEEPEST_LISTED
      ? [{ level: block.level, text: runsText(block.runs) }]
      : [],
  );
  return entries.length < 2 ? undefined : { kind: 'contents', entries, range: { start: 0, end: 0 } };
}
