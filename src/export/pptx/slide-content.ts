import { SLIDE_LABELS } from '../../deck/plan/slide-labels.ts';
import type { CellRole, Deck, Slide, SlideContent, SlideText } from '../../deck/plan/types.ts';
import { inlineText } from '../../speech/text.ts';
import type { LayoutName } from './layouts.ts';

/** One paragraph of a slide's text. */
export interface SlideParagraph {
  readonly text: string;
  /** A dot stands before it, no character of the text. */
  readonly bullet: boolean;
}

/** What a slide shows, by the places of its layout. */
export interface ShownSlide {
  readonly layout: LayoutName;
  readonly title: string;
  /** The title is not seen: for the outline, and for who has the slides read out. */
  readonly titleHidden: boolean;
  readonly paragraphs: readonly SlideParagraph[];
  /** Who is quoted. */
  readonly source?: string;
  readonly table?: SlideContent['table'];
  readonly image?: SlideContent['image'];
  /** Lines of the spoken text. */
  readonly notes: readonly string[];
}

/** Layouts of ours that have one of their own; all others are a title with its content. */
const LAYOUT_OF: Readonly<Record<string, LayoutName>> = {
  cover: 'cover',
  section: 'section',
  quote: 'quote',
  'figure-number': 'figure',
  statement: 'figure',
  closing: 'closing',
};

/** Layouts whose points are set off by dots where they have no number. */
const DOTTED: ReadonlySet<string> = new Set(['points', 'agenda', 'cards']);

/**
 * The slides of a deck as they are shown. Every string is one of the deck's or a label of its closed list; a slide without
 * a title has, hidden, that of the slide before it.
 */
export function shownSlides(deck: Deck): ShownSlide[] {
  const labels = SLIDE_LABELS[deck.lang];
  let last = deck.title;
  return deck.slides.map((slide) => {
    // The heading that our slide shows small above its text is the title of a slide that has none.
    const heading = slide.title ?? slide.running;
    const own = heading && slideText(heading) + (slide.continued ? labels.continued : '');
    const title = own ?? (slide.layout === 'agenda' ? labels.agenda : undefined);
    const shown = shownSlide(slide, title ?? last, title === undefined);
    last = shown.title;
    return slide.layout === 'closing' && title === undefined ? closing(shown, labels.thanks) : shown;
  });
}

/** The last slide's first line is its title; 谢谢 where the author wrote none. */
function closing(shown: ShownSlide, thanks: string): ShownSlide {
  const [first, ...paragraphs] = shown.paragraphs;
  return { ...shown, title: first?.text ?? thanks, titleHidden: false, paragraphs };
}

function shownSlide(slide: Slide, title: string, titleHidden: boolean): ShownSlide {
  const { content, layout } = slide;
  const { table, image, quote, points, details, ...rest } = content;
  const texts = [
    ...(quote ? [[quote.text]] : []),
    ...(points ?? []).flatMap((point, index) => linesIn([point, details?.[index]])),
    ...linesIn(rest),
  ];
  const source = quote?.speaker && slideText(quote.speaker);
  return {
    layout: LAYOUT_OF[layout] ?? 'content',
    title,
    titleHidden,
    paragraphs: texts.map((line) => ({
      text: lineText(line),
      // One sentence alone is no list.
      bullet: texts.length > 1 && DOTTED.has(layout) && line[0]?.marker === undefined,
    })),
    ...(source !== undefined && { source }),
    ...(table && { table }),
    ...(image && { image }),
    notes: notesLines(slide),
  };
}

/** Cells that go on with the words before them: 412, 家次 · 81%, 提高到, 98%. The others stand apart. */
const GOING_ON: ReadonlySet<unknown> = new Set<CellRole>(['number', 'unit', 'after', 'from', 'verb', 'to']);

function lineText(texts: readonly SlideText[]): string {
  return texts
    .map((text, index) => {
      const apart = index > 0 && !('role' in text && GOING_ON.has(text.role));
      return (apart ? '\u3000' : '') + slideText(text);
    })
    .join('');
}

/** Text of a slide with its number. */
export function slideText({ marker, inlines }: SlideText): string {
  return (marker ?? '') + inlineText(inlines);
}

/**
 * All texts in the contents of a slide, in their order: one a line, the texts of a row on one. Whatever a layout holds its texts
 * in, none is left out.
 */
function linesIn(value: unknown): SlideText[][] {
  if (typeof value !== 'object' || value === null) return [];
  if (isText(value)) return [[value]];
  if (Array.isArray(value) && value.length > 0 && value.every(isText) && isRow(value)) return [value];
  return Object.values(value).flatMap(linesIn);
}

function isText(value: unknown): value is SlideText {
  return typeof value === 'object' && value !== null && 'inlines' in value;
}

/** Cells say what they are; the points of a list do not. */
function isRow(texts: readonly SlideText[]): boolean {
  return texts.every((text) => 'role' in text);
}

function notesLines({ notes }: Slide): string[] {
  const lines: string[] = [];
  for (const { text, startsLine } of notes) {
    if (startsLine || lines.length === 0) lines.push(text);
    else lines[lines.length - 1] += text;
  }
  return lines.filter((line) => line !== '');
}
