import { characterWidth } from '../../text/width.ts';
import { FRONT } from './front-lines.ts';
import { blockSentences } from './sentences.ts';
import { runsText } from './text.ts';
import type { HandoutBlock, ItemBlock, RunBlock } from './types.ts';

/** Lines of two pages, less what headings kept with their text leave empty. */
const ROOM = 42;
/** Characters of a line, indented. */
const LINE = 24;
/** White above and below the title block, lines. */
const TITLE_WHITE = 4;

/** Headings under which questions are meant for the listeners. */
const FOR_DISCUSSION = /讨论|討論|思考|研讨|研討|交流|作业|作業/;
/** A count or a share: a number with what it counts, no year, date or ordinal. */
const QUANTITY =
  /(?<![第\d.])\d[\d,.]{0,20}(?:多|余|餘)?(?:[万萬亿億千百]+|%|％|个百分点|個百分點|倍|亩|畝|公里|户|戶|人|元)(?!月|日)/u;

/**
 * Priority of a piece, 1 = taken first. 1: title block and parts; 2: their sections; 3: passages the author emphasised,
 * and questions; 4: deeper headings; 5: figures; 6: the first sentence of each paragraph.
 */
type Rank = 1 | 2 | 3 | 4 | 5 | 6;

interface Candidate {
  readonly block: HandoutBlock;
  readonly rank: Rank;
}

/**
 * Selects the blocks of an outline: title block, headings, points the author emphasised, questions for discussion,
 * figures; as many kinds, by priority, as two pages hold. Every string is a whole sentence or heading of the author,
 * in the order of the speech.
 */
export function outlineOf(blocks: readonly HandoutBlock[]): HandoutBlock[] {
  const candidates = candidatesOf(blocks);
  const linesOf = (rank: Rank) =>
    candidates.filter((one) => one.rank === rank).reduce((sum, { block }) => sum + lineCount(block), 0);
  let lines = linesOf(1) + TITLE_WHITE;
  const taken = new Set<Rank>([1]);
  const bare = !candidates.some(({ block, rank }) => rank < 6 && !FRONT.has(block.kind));
  for (const rank of [2, 3, 4, 5, 6] as const) {
    const more = linesOf(rank);
    // Without headings the outline is the first sentence of each paragraph, also beyond two pages.
    if (lines + more > ROOM && !(rank === 6 && bare)) continue;
    lines += more;
    taken.add(rank);
  }
  return candidates.filter(({ rank }) => taken.has(rank)).map(({ block }) => block);
}

function candidatesOf(blocks: readonly HandoutBlock[]): Candidate[] {
  const candidates: Candidate[] = [];
  let discussion = false;
  let depth = 0;
  for (const block of blocks) {
    if (FRONT.has(block.kind)) candidates.push({ block, rank: 1 });
    else if (block.kind === 'heading') {
      depth = Math.min(2, block.level);
      discussion = FOR_DISCUSSION.test(runsText(block.runs));
      candidates.push({ block, rank: headingRank(block.level) });
    } else if (block.kind === 'paragraph' || block.kind === 'item' || block.kind === 'quote') {
      const text = runsText(block.runs).trim();
      if (FOR_DISCUSSION.test(text) && /[：:]$/.test(text)) discussion = true;
      candidates.push(...pointsOf(block, depth, discussion));
    }
  }
  return candidates;
}

function headingRank(level: number): Rank {
  return level === 1 ? 1 : level === 2 ? 2 : 4;
}

/** The sentences of a paragraph that may stand in an outline, each as a point of its own. */
function pointsOf(block: RunBlock, depth: number, discussion: boolean): Candidate[] {
  return blockSentences(block).flatMap(({ runs, text, range }, index): Candidate[] => {
    if (range === undefined || text.trim() === '') return [];
    const styles = new Set(runs.flatMap((run) => run.styles));
    const heading = [1, 2, 3, 4].find((level) => styles.has(`heading-${level}` as 'heading-1'));
    const rank: Rank =
      heading !== undefined
        ? headingRank(heading)
        : styles.has('mark') || styles.has('strong') || (discussion && /[？?][”’」』）》)]*$/.test(text))
          ? 3
          : QUANTITY.test(text)
            ? 5
            : index === 0
              ? 6
              : 4;
    if (rank === 4 && heading === undefined) return [];
    const point: ItemBlock = {
      kind: 'item',
      depth: heading === undefined ? depth : Math.max(0, Math.min(3, heading - 1)),
      bullet: heading === undefined,
      runs,
      range,
    };
    return [{ block: point, rank }];
  });
}

function lineCount(block: HandoutBlock): number {
  return 'runs' in block ? Math.max(1, Math.ceil(characterWidth(runsText(block.runs)) / LINE)) : 0;
}
