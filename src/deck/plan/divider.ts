import { inlineText } from '../../speech/text.ts';
import type { Block, Section } from '../../speech/types.ts';
import { characterWidth } from '../../text/width.ts';
import { type PlanContext, secondsOfAll } from './context.ts';
import type { Heading } from './heading.ts';
import { headingPart, partsOf } from './parts.ts';
import { hasWords, titleOf } from './section-title.ts';
import { shareSlides } from './series-slides.ts';
import type { SlideDraft } from './slide-draft.ts';
import type { SlideText } from './types.ts';

/** Seconds of a section that has a divider. */
const OWN_DIVIDER = 60;
/** Children a divider lists, and cells of one. */
const CHILDREN = { least: 2, most: 6, cells: 18 } as const;

/**
 * The divider of a section, which is its overview too: its heading and, where they are short, those of its children.
 *
 * @returns undefined for a run-in heading, and for a section too short to need one
 */
export function dividerSlide(
  section: Section,
  heading: Heading,
  context: PlanContext,
): SlideDraft | undefined {
  const { title, path } = heading;
  if (title === undefined || section.runIn || section.joins) return undefined;
  if (secondsOfAll(partsOf(section), context) < OWN_DIVIDER) return undefined;
  const children = childTitles(section);
  // What the next slide shows need not stand here.
  const listed = children.length > 0 && !shareSlides(section.children.filter(isSection), heading, context);
  return {
    layout: 'section',
    title,
    content: listed ? { points: children } : {},
    parts: [headingPart(section)],
    trail: 1,
    key: path,
  };
}

const isSection = (child: Section | Block): child is Section => child.kind === 'section';

/** Headings of the children, all of them or none. */
function childTitles(section: Section): SlideText[] {
  const children = section.children.filter(isSection);
  if (children.length < CHILDREN.least || children.length > CHILDREN.most) return [];
  const titles = children.filter(hasWords).map(titleOf);
  const fits = titles.every((title) => characterWidth(inlineText(title.inlines)) <= CHILDREN.cells);
  return fits && titles.length === children.length ? titles : [];
}
