import { optionalPassages } from '../../speech/optional-passages.ts';
import { runsText } from './text.ts';
import type { HandoutBlock, RunBlock } from './types.ts';

/** The blocks with those marked that the author says may be left out. Text and order do not change. */
export function markOptional(blocks: readonly HandoutBlock[]): HandoutBlock[] {
  const withText = blocks.filter((block): block is RunBlock => 'runs' in block);
  const flags = optionalPassages(
    withText.map((block) => ({
      text: runsText(block.runs),
      topHeading: block.kind === 'heading' && block.level === 1,
    })),
  );
  const optional = new Set(withText.filter((_, index) => flags[index]));
  return blocks.map((block) =>
    'runs' in block && optional.has(block) ? { ...block, optional: true } : block,
  );
}
