import { splitInlines } from '../../speech/inlines.ts';
import { splitSentences } from '../../speech/sentences.ts';
import { inlineText } from '../../speech/text.ts';
import type { Block, List, Section } from '../../speech/types.ts';
import { characterWidth } from '../../text/width.ts';
import { contentSlides, type Density } from './content-slides.ts';
import { bodyLines, FIT, lineCount } from './fit.ts';
import { inGroups, type Room } from './groups.ts';
import { headingPart, itemParts, type Part, partsOf, sentenceParts } from './parts.ts';
import { isAskedFor } from './points.ts';
import { blockQuoteSlides, carryingQuotation, quotationSlide } from './quote-slides.ts';
import { keyOf, type SlideDraft } from './slide-draft.ts';
import { tableSlides } from './table-slides.ts';
import { shown, shownText } from './trim-point.ts';
import type { SlideText } from './types.ts';
import { weightOf } from './weight.ts';

/** A heading longer than this is a sentence: what it heads is shown with it, not on slides of its own. */
const LONGEST_HEADING = FIT.title * 3;
const LONGEST_KEY = 200;
/** Children with less text than this on average share the slide of their headings. */
const OWN_SLIDE = 90;

/** A title as part of a key: a point of one long sentence would make every key as long. */
function pathOf(title: SlideText): string {
  return shownText(title).slice(0, LONGEST_KEY);
}

export function titleOf(section: Section): SlideText {
  return shown(section.heading, section.marker?.text);
}

/**
 * A level-1 section: its divider, then its content.
 *
 * The divider owns the heading. Children that stand side by side are shown together first.
 */
export function sectionSlides(section: Section, density: Density): SlideDraft[] {
  if (section.heading.length === 0) return numeralSlides(section, density);
  const title = titleOf(section);
  const path = pathOf(title);
  const divider: SlideDraft = {
    layout: 'section',
    title,
    content: {},
    parts: [headingPart(section)],
    key: path,
  };
  return [divider, ...bodySlides(section.children, [], title, path, density)];
}

/** A section that has a number and no heading (一): its first sentence is the title, without a divider. */
function numeralSlides(section: Section, density: Density): SlideDraft[] {
  const [first, ...others] = section.children;
  const lead = [headingPart(section)];
  const path = section.marker?.text ?? '';
  if (first?.kind !== 'paragraph' || first.only)
    return bodySlides(section.children, lead, undefined, path, density);
  const [sentence] = splitSentences(first.children);
  if (!sentence || characterWidth(sentence.text) > LONGEST_HEADING)
    return bodySlides(section.children, lead, undefined, path, density);
  const title = shown(sentence.children);
  const [said, rest] = splitInlines(first.children, [sentence.text.length]);
  const parts = [...lead, ...sentenceParts(said!, first.joins)];
  const paragraph: Block = { ...first, children: rest!, joins: true };
  return bodySlides(rest!.length > 0 ? [paragraph, ...others] : others, parts, title, path, density);
}

/** A section below level 1: slides titled with its heading. */
function childSlides(section: Section, parent: string, density: Density): SlideDraft[] {
  const title = titleOf(section);
  const path = `${parent}/${pathOf(title)}`;
  return bodySlides(section.children, [headingPart(section)], title, path, density);
}

/**
 * What stands under a heading, as slides.
 *
 * @param lead heading's own part, for the first slide to own
 */
export function bodySlides(
  nodes: readonly (Section | Block)[],
  lead: readonly Part[],
  title: SlideText | undefined,
  path: string,
  density: Density,
): SlideDraft[] {
  const drafts: SlideDraft[] = [];
  let before: Part[] = [...lead];
  let text: Part[] = [];
  let nth = 0;
  const flush = () => {
    const made = textSlides(before, text, title, `${path}/${nth++}`, density);
    drafts.push(...made);
    before = [];
    text = [];
  };
  const flushText = () => {
    if (text.length > 0) flush();
  };
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Section | Block;
    // An empty block (a lone >) has nothing to show and nothing to own.
    if ((node.kind === 'quote' || node.kind === 'list') && partsOf(node).length === 0) continue;
    if ('only' in node && (node.only === 'notes' || node.only === 'print')) {
      text.push(...partsOf(node));
      continue;
    }
    switch (node.kind) {
      case 'section': {
        const siblings = siblingsFrom(nodes, i);
        const intro = [...before, ...text];
        const made = childrenSlides(siblings, intro, title, path, density, before.length);
        drafts.push(...made);
        before = [];
        text = [];
        i += siblings.length - 1;
        break;
      }
      case 'table':
        flushText();
        drafts.push(...tableSlides(node, title, before, path));
        before = [];
        break;
      case 'figure':
        flushText();
        drafts.push({
          layout: 'image',
          title: inlineText(node.caption) === '' ? title : shown(node.caption),
          content: { image: { src: node.image.src, alt: node.image.alt } },
          parts: [...before, ...partsOf(node)],
          key: keyOf(`${path}/image`, undefined, drafts.length),
        });
        before = [];
        break;
      case 'quote':
        flushText();
        drafts.push(...blockQuoteSlides(partsOf(node), title, before, `${path}/${nth++}`));
        before = [];
        break;
      case 'list': {
        // The sentence that announces a list is shown with it, by its place above: it stays in the notes.
        if (isAskedFor(text)) flush();
        const made = listSlides(node, [...before, ...text], title, `${path}/${nth++}`);
        drafts.push(...made);
        before = [];
        text = [];
        break;
      }
      case 'break':
        flushText();
        break;
      default:
        text.push(...partsOf(node));
    }
  }
  if (text.length > 0 || before.length > 0) flush();
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

/** Running text: a quotation that leads it gets a slide of its own, the rest becomes points. */
function textSlides(
  lead: readonly Part[],
  parts: readonly Part[],
  title: SlideText | undefined,
  path: string,
  density: Density,
): SlideDraft[] {
  const first = parts[0];
  const quotation = first && carryingQuotation(first, true);
  if (first && quotation) {
    const quote = quotationSlide(quotation, title, [...lead, first], keyOf(`${path}/quote`, title, 0));
    const rest = contentSlides([], parts.slice(1), title, path, density);
    return [quote, ...rest];
  }
  return contentSlides(lead, parts, title, path, density);
}

/**
 * Sections side by side: an overview of their headings, which owns the text before them, then each one's own
 * slides; or, where they are short, the headings alone with all the text.
 *
 * @param leadCount how many of `intro`'s parts are the heading's own
 */
function childrenSlides(
  siblings: readonly Section[],
  intro: readonly Part[],
  title: SlideText | undefined,
  path: string,
  density: Density,
  leadCount: number,
): SlideDraft[] {
  const headings = siblings.map(titleOf);
  const weights = siblings.map((section) => weightOf(section.children));
  const length = weights.reduce((sum, { width }) => sum + width, 0);
  const long = headings.some((heading) => characterWidth(shownText(heading)) > LONGEST_HEADING);
  const asked = weights.some((weight) => weight.asked);
  const short = !asked && (long || length / siblings.length < OWN_SLIDE);
  const leadQuote = introQuote(intro, leadCount, title, path);
  const rest = leadQuote ? intro.slice(leadCount + 1) : intro;
  const overview = headingSlides(headings, title, path);
  // What the author wants seen before the overview, and what stands before a single child, has slides of its own.
  const apart = rest.length > 0 && (isAskedFor(rest) || (!short && siblings.length < 2));
  const before = [
    ...(leadQuote ? [leadQuote] : []),
    ...(apart ? introSlides(rest, leadQuote ? 0 : leadCount, title, path, density) : []),
  ];
  const owned = apart ? [] : rest;
  if (short) {
    // Every heading's text belongs to the slide that shows the heading.
    let shownSoFar = 0;
    const drafts = overview.map((draft, index) => {
      const count = draft.content.points?.length ?? 0;
      const own = siblings.slice(shownSoFar, shownSoFar + count).flatMap(partsOf);
      shownSoFar += count;
      return { ...draft, parts: index === 0 ? [...owned, ...own] : own };
    });
    return [...before, ...drafts];
  }
  const children = siblings.flatMap((section) => childSlides(section, path, density));
  // One child needs no overview.
  if (siblings.length < 2) return [...before, ...children];
  const [firstOverview, ...moreOverview] = overview;
  return [
    ...before,
    ...(firstOverview ? [{ ...firstOverview, parts: owned }] : []),
    ...moreOverview,
    ...children,
  ];
}

function introSlides(
  parts: readonly Part[],
  leadCount: number,
  title: SlideText | undefined,
  path: string,
  density: Density,
): SlideDraft[] {
  return contentSlides(parts.slice(0, leadCount), parts.slice(leadCount), title, `${path}/intro`, density);
}

/** Slide of the quotation that opens the text before the children, if one does. */
function introQuote(
  intro: readonly Part[],
  leadCount: number,
  title: SlideText | undefined,
  path: string,
): SlideDraft | undefined {
  const first = intro[leadCount];
  const quotation = first && carryingQuotation(first, true);
  if (!first || !quotation) return undefined;
  const parts = intro.slice(0, leadCount + 1);
  return quotationSlide(quotation, title, parts, keyOf(`${path}/quote`, title, 0));
}

/** What a slide of headings or list items holds beside its title. */
function bodyRoom<Item>(title: SlideText | undefined, textOf: (item: Item) => SlideText): Room<Item> {
  return {
    lines: (item) => lineCount(shownText(textOf(item)), FIT.body),
    room: bodyLines(title ? shownText(title) : ''),
    most: FIT.points + 1,
  };
}

/** Headings as slides of points, or cards for two to four short ones. */
function headingSlides(
  headings: readonly SlideText[],
  title: SlideText | undefined,
  path: string,
): SlideDraft[] {
  const groups = inGroups(
    headings,
    bodyRoom(title, (heading) => heading),
  );
  return groups.map((points, index) => ({
    layout: asCards(headings) ? 'cards' : 'points',
    ...(title && { title }),
    content: { points },
    parts: [],
    continued: index > 0,
    key: keyOf(`${path}/overview`, title, index),
  }));
}

/** Two to four headings short enough to stand side by side. */
function asCards(headings: readonly SlideText[]): boolean {
  return (
    headings.length >= 2 &&
    headings.length <= 4 &&
    headings.every((heading) => heading.marker !== undefined && characterWidth(shownText(heading)) <= 16)
  );
}

function listSlides(
  list: List,
  before: readonly Part[],
  title: SlideText | undefined,
  path: string,
): SlideDraft[] {
  const items = list.items.map((item) => {
    const parts = itemParts(list, item);
    const inlines = parts[0]?.inlines ?? [];
    return { parts, text: shown(inlines, list.ordered ? item.marker : undefined) };
  });
  const groups = inGroups(
    items,
    bodyRoom(title, (item) => item.text),
  );
  return groups.map((group, index) => ({
    layout: 'points',
    ...(title && { title }),
    content: { points: group.map((item) => item.text) },
    parts: [...(index === 0 ? before : []), ...group.flatMap((item) => item.parts)],
    continued: index > 0,
    key: keyOf(`${path}/list`, title, index),
  }));
}
