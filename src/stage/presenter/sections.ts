import type { Slide } from '../../deck/plan/types.ts';
import { inlineText } from '../../speech/text.ts';

/** A part of the speech, as its slides show it. */
export interface Section {
  /** Its marker and heading; empty for what stands before the first. */
  readonly name: string;
  /** Slides from `begin` up to and without `end`, from 0. */
  readonly begin: number;
  readonly end: number;
  /** Planned. */
  readonly seconds: number;
}

type Sectioned = Pick<Slide, 'layout' | 'title' | 'continued' | 'seconds'>;

const CHIEF_MARKER = /^第?[一二三四五六七八九十百]+[、，部章篇]/;

/**
 * The parts of a deck: each begins at its divider; in a deck without dividers, at a title with a marker 一、. A deck that
 * has neither is one part.
 */
export function sectionsOf(slides: readonly Sectioned[]): readonly Section[] {
  const divided = slides.some(({ layout }) => layout === 'section');
  const begins = (slide: Sectioned) =>
    divided ? slide.layout === 'section' : !slide.continued && CHIEF_MARKER.test(slide.title?.marker ?? '');
  const starts = slides.flatMap((slide, index) => (index === 0 || begins(slide) ? [index] : []));
  return starts.map((begin, place) => {
    const end = starts[place + 1] ?? slides.length;
    const first = slides[begin];
    const named = first && begins(first) ? first.title : undefined;
    return {
      name: named ? `${named.marker ?? ''}${inlineText(named.inlines)}` : '',
      begin,
      end,
      seconds: slides.slice(begin, end).reduce((sum, slide) => sum + slide.seconds, 0),
    };
  });
}
