import type { Slide, SlideText } from './types.ts';

/** Every text a slide shows, its title included, in the order of reading. */
export function shownTexts(slide: Slide): SlideText[] {
  return [...(slide.title ? [slide.title] : []), ...bodyTexts(slide)];
}

/** Every text a slide shows under its title, in the order of reading. */
export function bodyTexts({ content }: Slide): SlideText[] {
  const { lines = [], points = [], quote, table } = content;
  return [
    ...lines,
    ...points,
    ...(quote ? [quote.text, ...(quote.speaker ? [quote.speaker] : [])] : []),
    ...(table?.rows.flat() ?? []),
  ];
}

/**
 * New things to see on a slide, at least one: each point or card comes by itself, a table, picture or quotation
 * as a whole.
 */
export function newThings({ content }: Slide): number {
  return Math.max(1, content.points?.length ?? 0);
}
