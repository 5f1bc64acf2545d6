import { DEFAULT_THEME, type HandoutLayout } from '../../speech/settings.ts';
import type { Speech, TitleLine, TitleLineRole } from '../../speech/types.ts';
import { appendBlocks, appendNote } from './blocks.ts';
import { contentsOf } from './contents.ts';
import { outlineOf } from './outline.ts';
import { markForPodium, type PodiumOptions } from './podium.ts';
import { asSentence, runsOf } from './runs.ts';
import { handoutStyle } from './style.ts';
import type { FrontBlock, Handout, HandoutBlock, HandoutStyle } from './types.ts';
import { markUnbreakable } from './unbreakable.ts';

export interface FlowOptions extends PodiumOptions {
  /** Default: what the author's front matter says, else `official`. */
  readonly layout?: HandoutLayout;
  /** Id of the theme; default: the author's, else {@link DEFAULT_THEME}. */
  readonly theme?: string;
  /** Choices about the pages; default: the author's, else what offices use. */
  readonly style?: Partial<HandoutStyle>;
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
 * closing, notes at the end. Pure. The handout's text equals the speech's (`handoutText`, `speechText`), except
 * for `outline`, which is a selection of its sentences.
 */
export function flowHandout(speech: Speech, options: FlowOptions = {}): Handout {
  const { meta } = speech;
  const layout = handoutLayout(speech, options);
  const whole = allBlocks(speech);
  const blocks =
    layout === 'outline'
      ? outlineOf(whole)
      : layout === 'podium'
        ? markForPodium(whole, { ...options, rate: options.rate ?? meta.settings.rate })
        : whole;
  const style = handoutStyle(meta.settings.handout, options.style);
  return {
    title: meta.title?.text ?? '',
    ...(meta.speaker && { speaker: meta.speaker.text }),
    lang: meta.lang,
    layout,
    style,
    theme: options.theme ?? meta.settings.theme ?? DEFAULT_THEME,
    blocks: withContents(blocks, style, layout).map(markBlock),
  };
}

/** The layout that was asked for, by the caller or else by the author; `official` when by nobody. */
export function handoutLayout(speech: Speech, options: Pick<FlowOptions, 'layout'> = {}): HandoutLayout {
  return options.layout ?? speech.meta.settings.handout?.layout ?? 'official';
}

function allBlocks(speech: Speech): HandoutBlock[] {
  const blocks: HandoutBlock[] = speech.front.map(frontBlock);
  appendBlocks(blocks, [...speech.opening, ...speech.sections, ...speech.closing]);
  for (const note of speech.notes) appendNote(blocks, note);
  return blocks;
}

/** Puts the table of contents behind the title block, where it is wanted and there is something to list. */
function withContents(
  blocks: readonly HandoutBlock[],
  style: HandoutStyle,
  layout: HandoutLayout,
): readonly HandoutBlock[] {
  const contents = style.contents && layout !== 'outline' ? contentsOf(blocks) : undefined;
  if (contents === undefined) return blocks;
  const kinds = new Set<string>(Object.values(FRONT_KIND));
  const body = blocks.findIndex((block) => !kinds.has(block.kind));
  return [...blocks.slice(0, body), contents, ...blocks.slice(body)];
}

function frontBlock(line: TitleLine): FrontBlock {
  return {
    kind: FRONT_KIND[line.role],
    runs: asSentence(runsOf(line.children), line.range),
    range: line.range,
  };
}

/** Kinds set as running text: their last line must not be one character. */
const RUNNING: ReadonlySet<HandoutBlock['kind']> = new Set(['paragraph', 'heading', 'item', 'quote', 'note']);

/** The block with its unbreakable pieces marked; done last, when no more text joins it. */
function markBlock(block: HandoutBlock): HandoutBlock {
  switch (block.kind) {
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map((cell) => markUnbreakable(cell, false))) };
    case 'figure':
    case 'contents':
      return block;
    default:
      return { ...block, runs: markUnbreakable(block.runs, RUNNING.has(block.kind)) };
  }
}
