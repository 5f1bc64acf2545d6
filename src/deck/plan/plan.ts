import { sliceInlines } from '../../speech/inlines.ts';
import { DEFAULT_RATE, DEFAULT_RATIO, DEFAULT_THEME } from '../../speech/settings.ts';
import { inlineText } from '../../speech/text.ts';
import type { Block, Speech } from '../../speech/types.ts';
import { agendaEntries, agendaParts, agendaSlide } from './agenda-slide.ts';
import { assemble } from './assemble.ts';
import { closingSlide, lastWords } from './closing-slide.ts';
import { type Density, type PlanContext, planContext, type Ratio } from './context.ts';
import { coverSlide, titleParts } from './cover-slide.ts';
import type { Heading } from './heading.ts';
import { type Part, partsOf } from './parts.ts';
import { bodySlides, sectionsSlides } from './section-slides.ts';
import { finish, type SlideDraft } from './slide-draft.ts';
import { blankSlide, textSlides } from './text-slides.ts';
import type { Deck } from './types.ts';

export interface PlanOptions {
  /** Id of a theme; the front matter's, then {@link DEFAULT_THEME}, when absent. */
  readonly theme?: string;
  /** Characters a minute. */
  readonly rate?: number;
  /** True: an agenda however short the speech; false: none; absent: the front matter's, then by its length. */
  readonly agenda?: boolean;
  readonly density?: Density;
  /** The screen the deck is planned for; the front matter's, then {@link DEFAULT_RATIO}, when absent. */
  readonly ratio?: Ratio;
  /** The screen at hand, for front matter that asks for its ratio. */
  readonly screen?: Ratio;
}

/**
 * Plans the slides of a speech (docs/slides.md).
 *
 * Every visible string is a piece of the author's text. Every piece of the text belongs to the notes of
 * exactly one slide, in order: joined, the notes are the text of the speech.
 */
export function planDeck(speech: Speech, options: PlanOptions = {}): Deck {
  const { settings } = speech.meta;
  const rate = options.rate ?? settings.rate ?? DEFAULT_RATE;
  const density = options.density ?? settings.deck?.density ?? 'normal';
  const asked = options.ratio ?? settings.deck?.ratio ?? DEFAULT_RATIO;
  const ratio = asked === 'screen' ? (options.screen ?? DEFAULT_RATIO) : asked;
  const context = planContext(density, ratio, rate);
  const entries = agendaEntries(speech, options.agenda ?? settings.deck?.agenda, context);
  const drafts = [
    ...openingSlides(speech, entries, context),
    ...sectionsSlides(speech, context),
    ...closingSlides(speech, context),
  ];
  const { drafts: slides, unmet } = assemble(drafts, speech.choices, context);
  return {
    title: speech.meta.title?.text ?? (speech.front[0] ? inlineText(speech.front[0].children) : ''),
    lang: speech.meta.lang,
    theme: options.theme ?? settings.theme ?? DEFAULT_THEME,
    ratio,
    slides: finish(slides, context.secondsOf),
    unmet,
  };
}

/** What stands before or behind the sections; all there is where the speech has none. */
function outside(path: 'opening' | 'closing', { sections }: Speech): Heading {
  return { path, required: sections.length === 0 };
}

/** Cover, what is said before the first section, and the agenda. */
function openingSlides(
  speech: Speech,
  entries: ReturnType<typeof agendaEntries>,
  context: PlanContext,
): SlideDraft[] {
  const front = speech.front.flatMap(titleParts);
  // The cover stays on the screen while the audience is addressed and greeted.
  const greeted = speech.opening.findIndex((block) => !isAddress(block));
  const split = greeted === -1 ? speech.opening.length : greeted;
  const lead = [...front, ...speech.opening.slice(0, split).flatMap(partsOf)];
  const rest = speech.opening.slice(split);
  const cover = coverSlide(speech, lead);
  const own = cover ? [cover] : lead.length > 0 ? [blankSlide(lead, outside('opening', speech))] : [];
  if (entries.length === 0) return [...own, ...bodySlides(rest, [], outside('opening', speech), context)];
  const { said, announced } = withoutAnnouncement(rest, context);
  return [
    ...own,
    ...bodySlides(said, [], outside('opening', speech), context),
    agendaSlide(entries, announced),
  ];
}

/** The opening, parted into what is said before the agenda and what is said while it stands. */
function withoutAnnouncement(
  opening: readonly Block[],
  context: PlanContext,
): { said: readonly Block[]; announced: readonly Part[] } {
  const last = opening.at(-1);
  if (last?.kind !== 'paragraph') return { said: opening, announced: [] };
  const parts = partsOf(last);
  const count = parts.length - agendaParts(parts, context);
  const length = parts.slice(0, count).reduce((sum, { text }) => sum + text.length, 0);
  const before = opening.slice(0, -1);
  return {
    said: length > 0 ? [...before, { ...last, children: sliceInlines(last.children, 0, length) }] : before,
    announced: parts.slice(count),
  };
}

function isAddress(block: Block): boolean {
  if ('only' in block && block.only === 'print') return true;
  return block.kind === 'salutation' || (block.kind === 'paragraph' && block.role === 'greeting');
}

/** What is said after the last section; signature and footnotes belong to the last slide. */
function closingSlides(speech: Speech, context: PlanContext): SlideDraft[] {
  const words = lastWords(speech.closing);
  const footnotes = speech.notes
    .flatMap((note) => note.children.flatMap(partsOf))
    .map((part): Part => ({ ...part, kind: 'footnote' }));
  const closing = closingSlide(words, footnotes);
  const text = closing ? words.text : [...words.text, ...words.words];
  const drafts = text.length > 0 ? textSlides([], text, outside('closing', speech), context) : [];
  if (closing) return [...drafts, closing];
  const rest = [...words.rest, ...footnotes];
  return rest.length > 0 ? [...drafts, blankSlide(rest, outside('closing', speech))] : drafts;
}

/** Where each slide that is spoken over comes on: the offset of its first note, and its number from 1. */
export function slideStarts(deck: Deck): { offset: number; number: number }[] {
  return deck.slides.flatMap((slide, index) => {
    const [first] = slide.notes;
    return first ? [{ offset: first.range.start, number: index + 1 }] : [];
  });
}
