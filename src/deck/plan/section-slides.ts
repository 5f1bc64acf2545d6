import { sliceInlines } from '../../speech/inlines.ts';
import { inlineText } from '../../speech/text.ts';
import type { Block, Figure, Passage, Section, Speech } from '../../speech/types.ts';
import { characterWidth } from '../../text/width.ts';
import { type PlanContext, secondsOfAll } from './context.ts';
import { dividerSlide } from './divider.ts';
import { type Heading, headed } from './heading.ts';
import { listSlides } from './list-slides.ts';
import { matchingText } from './matching-text.ts';
import { isBalanced } from './paired-marks.ts';
import { headingPart, type Part, partsOf } from './parts.ts';
import { askedPoints } from './points.ts';
import { blockQuotation } from './quote-slides.ts';
import { seriesSlides } from './series-slides.ts';
import type { SlideDraft, SlideForm } from './slide-draft.ts';
import { isFormality } from './stand-alone.ts';
import { tableSlides } from './table-slides.ts';
import { textSlides } from './text-slides.ts';
import { shown, shownText } from './trim-point.ts';
import type { SlideText } from './types.ts';

/** The slides from the first section to the last, with the passages between them. */
export function sectionsSlides({ sections }: Speech, context: PlanContext): SlideDraft[] {
  const drafts: SlideDraft[] = [];
  for (let index = 0; index < sections.length; ) {
    const node = sections[index] as Section | Passage;
    if (node.kind === 'passage') {
      drafts.push(...bodySlides(node.children, [], { path: `passage/${index}` }, context));
      index++;
      continue;
    }
    const series = seriesFrom(sections, index);
    drafts.push(...seriesSlides(series, [], [], { path: '' }, context, outerSlides));
    index += series.length;
  }
  return drafts;
}

/** Sections that follow each other, up to where a series of spoken points begins anew. */
function seriesFrom(nodes: readonly (Section | Passage)[], from: number): Section[] {
  const series: Section[] = [];
  for (let index = from; index < nodes.length; index++) {
    const node = nodes[index] as Section | Passage;
    if (node.kind === 'passage') break;
    if (series.length > 0 && node.runIn && node.marker?.ordinal === 1) break;
    series.push(node);
  }
  return series;
}

/** A section of the first level: its divider, where it has one, then its content. */
function outerSlides(section: Section, heading: Heading, context: PlanContext): SlideDraft[] {
  if (heading.title === undefined) return numeralSlides(section, heading, context);
  const divider = dividerSlide(section, heading, context);
  if (!divider) return bodySlides(section.children, [headingPart(section)], heading, context);
  return [divider, ...bodySlides(section.children, [], heading, context)];
}

/** A section that has a number and no heading (一): its first sentence is the title, without a divider. */
function numeralSlides(section: Section, heading: Heading, context: PlanContext): SlideDraft[] {
  const [first, ...others] = section.children;
  const lead = [headingPart(section)];
  const [sentence, ...rest] = first?.kind === 'paragraph' && !first.only ? partsOf(first) : [];
  const title = sentence?.inlines && shown(sentence.inlines);
  if (first?.kind !== 'paragraph' || sentence === undefined || title === undefined || !canBeTitle(title))
    return bodySlides(section.children, lead, heading, context);
  const text = sliceInlines(first.children, sentence.text.length, inlineText(first.children).length);
  const said: readonly (Section | Block)[] =
    rest.length > 0 ? [{ ...first, children: text, joins: true }, ...others] : others;
  return bodySlides(said, [...lead, sentence], { ...heading, title }, context);
}

/** Cells of a sentence that is the title of a section without a heading. */
const LONGEST_TITLE = 34;

function canBeTitle(title: SlideText): boolean {
  const words = shownText(title);
  return words !== '' && characterWidth(words) <= LONGEST_TITLE && isBalanced(words);
}

function innerSlides(section: Section, heading: Heading, context: PlanContext): SlideDraft[] {
  return bodySlides(section.children, [headingPart(section)], heading, context);
}

/**
 * What stands under a heading, as slides.
 *
 * @param lead the heading's own part, for the first slide to own
 */
export function bodySlides(
  nodes: readonly (Section | Block)[],
  lead: readonly Part[],
  heading: Heading,
  context: PlanContext,
): SlideDraft[] {
  const drafts: SlideDraft[] = [];
  let before: readonly Part[] = lead;
  let text: Part[] = [];
  let nth = 0;
  const next = (): Heading => ({ ...heading, path: `${heading.path}/${nth++}` });
  const flush = () => {
    if (text.length === 0) return;
    drafts.push(...textSlides(before, text, next(), context));
    before = [];
    text = [];
  };
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Section | Block;
    if ('only' in node && (node.only === 'notes' || node.only === 'print')) {
      text.push(...partsOf(node));
      continue;
    }
    switch (node.kind) {
      case 'section': {
        const siblings = siblingsFrom(nodes, i);
        drafts.push(...seriesSlides(siblings, before, text, heading, context, innerSlides));
        before = [];
        text = [];
        i += siblings.length - 1;
        break;
      }
      case 'table': {
        const leadIn = leadInOf(text, context);
        const announced = leadIn ? text.slice(-1) : [];
        text = leadIn ? text.slice(0, -1) : text;
        flush();
        drafts.push(...tableSlides(node, heading, leadIn?.title, [...before, ...announced], context));
        before = [];
        break;
      }
      case 'figure':
        flush();
        drafts.push(imageSlide(node, heading, before, drafts.length));
        before = [];
        break;
      case 'quote': {
        const parts = partsOf(node);
        if (parts.length === 0) break;
        const form = blockQuotation(parts, context);
        if (form === undefined) {
          text.push(...parts.map((part) => ({ ...part, place: 'notes' as const })));
          break;
        }
        flush();
        drafts.push({
          ...headed(form, heading),
          parts: [...before, ...parts],
          lead: before.length,
          trail: 0,
          key: `${next().path}/quote`,
        });
        before = [];
        break;
      }
      case 'list':
        // An empty list (a lone -) has nothing to show and nothing to own.
        if (partsOf(node).length === 0) break;
        drafts.push(...listSlides(node, before, text, next(), context));
        before = [];
        text = [];
        break;
      case 'break':
        flush();
        break;
      default:
        text.push(...partsOf(node));
    }
  }
  if (text.length > 0) flush();
  else if (before.length > 0) drafts.push(...textSlides(before, [], next(), context));
  return drafts;
}

/** The run of sections of one level that begins at `from`. */
function siblingsFrom(nodes: readonly (Section | Block)[], from: number): Section[] {
  const siblings: Section[] = [];
  for (let i = from; i < nodes.length; i++) {
    const node = nodes[i] as Section | Block;
    if (node.kind !== 'section') break;
    siblings.push(node);
  }
  return siblings;
}

/** Cells of a sentence that can be the title of the table it announces. */
const LEAD_IN = 28;

/** The last sentence before a table, and the title it makes where it names what the table shows. */
function leadInOf(text: readonly Part[], context: PlanContext): { title?: SlideText } | undefined {
  const part = text.at(-1);
  if (part?.kind !== 'sentence' || part.place !== undefined || part.inlines === undefined) return undefined;
  if (askedPoints([part]).length > 0) return undefined;
  const ends = /[：:]\s*$/u.test(part.text);
  const announces = ends || isFormality(matchingText(part.text));
  if (!announces && secondsOfAll([part], context) > 10) return undefined;
  const title = shown(part.inlines);
  const width = characterWidth(shownText(title));
  const named = ends && !/[我你您]|大家|请/u.test(matchingText(part.text));
  return named && width >= 4 && width <= LEAD_IN ? { title } : {};
}

function imageSlide(node: Figure, heading: Heading, before: readonly Part[], nth: number): SlideDraft {
  const caption = inlineText(node.caption) === '' ? undefined : shown(node.caption);
  const form: SlideForm = {
    layout: 'image',
    ...(caption && { title: caption }),
    content: { image: { src: node.image.src, alt: node.image.alt } },
  };
  return {
    ...headed(form, heading),
    parts: [...before, ...partsOf(node)],
    lead: before.length,
    key: `${heading.path}/image/${nth}`,
  };
}
