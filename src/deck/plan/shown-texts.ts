import type { Slide, SlideText } from './types.ts';

/** Every text a slide shows, its title included, in the order of reading. */
export function shownTexts(slide: Pick<Slide, 'running' | 'title' | 'content'>): SlideText[] {
  return [
    ...(slide.running ? [slide.running] : []),
    ...(slide.title ? [slide.title] : []),
    ...bodyTexts(slide),
  ];
}

/** Every text a slide shows under its title, in the order of reading. */
export function bodyTexts({ content }: Pick<Slide, 'content'>): SlideText[] {
  const { lines = [], points = [], details = [], quote, diagram, table } = content;
  return [
    ...lines,
    ...points.flatMap((point, index) => [point, ...(details[index] ? [details[index]] : [])]),
    ...(quote ? [quote.text, ...(quote.speaker ? [quote.speaker] : [])] : []),
    ...(diagram
      ? [
          ...(diagram.subject ? [diagram.subject] : []),
          ...(diagram.head ? [diagram.head] : []),
          ...diagram.rows.flat(),
          ...(diagram.tail ? [diagram.tail] : []),
        ]
      : []),
    ...(table?.rows.flat() ?? []),
  ];
}

/**
 * New things to see on a slide, at least one: each point, card, text of a card or row of a diagram comes by itself, a table, picture
 * or quotation as a whole, and so do agenda and divider.
 */
export function newThings({ layout, content }: Pick<Slide, 'layout' | 'content'>): number {
  if (layout === 'agenda' || layout === 'section') return 1;
  const details = content.details?.filter((detail) => detail !== undefined).length ?? 0;
  return Math.max(1, (content.points?.length ?? 0) + details, content.diagram?.rows.length ?? 0);
}
