import type { ParagraphBlock, Run } from '../document.ts';
import { runsText } from '../document.ts';
import type { FlatBlock } from './unwrap-layout.ts';

/** A line up to this length that does not end in a stop is a title, a heading, a salutation. */
const LONGEST_LABEL = 60;
/** Where more than this share of the running text is bold, bold is the look of the text. */
const MOST = 0.5;

/**
 * Takes away the bold that is the look of titles, headings, salutations and heads of tables. What is left
 * is what the author emphasised.
 */
export function withoutTypographicBold(blocks: readonly FlatBlock[]): FlatBlock[] {
  let bold = 0;
  let all = 0;
  for (const block of blocks) {
    if (block.kind === 'table' || isLabel(block)) continue;
    for (const run of block.runs) {
      if (run.kind !== 'text') continue;
      all += run.text.length;
      if (run.bold) bold += run.text.length;
    }
  }
  const everywhere = bold > all * MOST && all > LONGEST_LABEL;
  return blocks.map((block) =>
    block.kind === 'table'
      ? {
          ...block,
          rows: block.rows.map((row) =>
            row.map((cell) => ({
              ...cell,
              paragraphs: cell.paragraphs.every(isWhollyBold) ? cell.paragraphs.map(plain) : cell.paragraphs,
            })),
          ),
        }
      : everywhere || block.heading !== undefined || (isLabel(block) && isWhollyBold(block))
        ? plain(block)
        : block,
  );
}

function isLabel({ runs, heading }: ParagraphBlock): boolean {
  if (heading !== undefined) return true;
  const text = runsText(runs).trim();
  return text.length <= LONGEST_LABEL && !/[。！？；…]$/.test(text);
}

function isWhollyBold({ runs }: ParagraphBlock): boolean {
  return runs.every((run) => run.kind !== 'text' || run.bold === true || !/[\p{L}\p{N}]/u.test(run.text));
}

function plain(block: ParagraphBlock): ParagraphBlock {
  return {
    ...block,
    runs: block.runs.map((run): Run => (run.kind === 'text' && run.bold ? { ...run, bold: false } : run)),
  };
}
