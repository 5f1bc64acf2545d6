import type { Speech, TitleLine, TitleLineRole } from '../../speech/types.ts';
import { appendBlocks, appendNote } from './blocks.ts';
import { runsOf } from './runs.ts';
import {
  type FrontBlock,
  HANDOUT_LAYOUTS,
  type Handout,
  type HandoutBlock,
  type HandoutLayout,
} from './types.ts';
import { markUnbreakable } from './unbreakable.ts';

export interface FlowOptions {
  /** Default: what the author's front matter says, else `official`. */
  readonly layout?: HandoutLayout;
  /** Id of the theme; default: the author's, else `dang-hong`. */
  readonly theme?: string;
}

const FRONT_KIND: Readonly<Record<TitleLineRole, FrontBlock['kind']>> = {
  title: 'title',
  subtitle: 'subtitle',
  date: 'date',
  speaker: 'byline',
  occasion: 'front-line',
  place: 'front-line',
  other: 'front-line',
};

/**
 * Lays a speech out as the blocks of a handout, in the order of the model: title block, opening, sections,
 * closing, notes at the end. Pure. The handout's text is exactly the speech's (`handoutText`, `speechText`).
 *
 * So far every layout has the blocks of `official` (spec/typography.md §3); they differ in their style sheet.
 */
export function flowHandout(speech: Speech, options: FlowOptions = {}): Handout {
  const { meta } = speech;
  const blocks: HandoutBlock[] = speech.front.map(frontBlock);
  appendBlocks(blocks, [...speech.opening, ...speech.sections, ...speech.closing]);
  for (const note of speech.notes) appendNote(blocks, note);
  return {
    title: meta.title?.text ?? '',
    lang: meta.lang,
    layout:
      options.layout ??
      HANDOUT_LAYOUTS.find((layout) => layout === meta.settings.handout?.layout) ??
      'official',
    theme: options.theme ?? meta.settings.theme ?? 'dang-hong',
    blocks: blocks.map(markBlock),
  };
}

function frontBlock(line: TitleLine): FrontBlock {
  return { kind: FRONT_KIND[line.role], runs: runsOf(line.children), range: line.range };
}

/** Kinds set as running text: their last line must not be one character. */
const RUNNING: ReadonlySet<HandoutBlock['kind']> = new Set(['paragraph', 'heading', 'item', 'quote', 'note']);

/** The block with its unbreakable pieces marked; done last, when no more text joins it. */
function markBlock(block: HandoutBlock): HandoutBlock {
  switch (block.kind) {
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map((cell) => markUnbreakable(cell, false))) };
    case 'figure':
      return block;
    default:
      return { ...block, runs: markUnbreakable(block.runs, RUNNING.has(block.kind)) };
  }
}
