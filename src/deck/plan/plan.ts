import { outermostSections } from '../../speech/outermost-sections.ts';
import { DEFAULT_RATE, DEFAULT_THEME } from '../../speech/settings.ts';
import { inlineText } from '../../speech/text.ts';
import type { Block, Passage, Section, Speech, TitleLine } from '../../speech/types.ts';
import { characterWidth } from '../../text/width.ts';
import type { Density } from './content-slides.ts';
import { FIT, lineCount } from './fit.ts';
import { inGroups } from './groups.ts';
import { type Part, partsOf } from './parts.ts';
import { bodySlides, sectionSlides, titleOf } from './section-slides.ts';
import { finish, keyOf, type SlideDraft } from './slide-draft.ts';
import { shown, shownText } from './trim-point.ts';
import type { Deck } from './types.ts';

export interface PlanOptions {
  /** Id of a theme; the front matter's, then {@link DEFAULT_THEME}, when absent. */
  readonly theme?: string;
  /** Characters a minute. */
  readonly rate?: number;
  readonly agenda?: boolean;
  readonly density?: Density;
}

/** Closing words up to this many cells stand on the last slide itself. */
const CLOSING_LINE = 26;

/**
 * Plans the slides of a speech.
 *
 * Every visible string is a piece of the author's text. Every piece of the text belongs to the notes of
 * exactly one slide, in order: joined, the notes are the text of the speech.
 */
export function planDeck(speech: Speech, options: PlanOptions = {}): Deck {
  const { settings } = speech.meta;
  const density = options.density ?? settings.deck?.density ?? 'normal';
  const rate = options.rate ?? settings.rate ?? DEFAULT_RATE;
  const wantsAgenda = options.agenda ?? settings.deck?.agenda ?? true;
  const drafts = [
    ...openingSlides(speech, density, wantsAgenda && hasPlan(speech)),
    ...mainSlides(speech, density),
    ...closingSlides(speech, density),
  ];
  return {
    title: speech.meta.title?.text ?? (speech.front[0] ? inlineText(speech.front[0].children) : ''),
    lang: speech.meta.lang,
    theme: options.theme ?? settings.theme ?? DEFAULT_THEME,
    slides: finish(withoutEmpty(drafts), rate),
  };
}

/**
 * A slide that would show nothing is none: what it owns is said while the slide before it stays on, or,
 * where there is none, with the slide after it.
 */
function withoutEmpty(drafts: readonly SlideDraft[]): SlideDraft[] {
  const kept: SlideDraft[] = [];
  let waiting: readonly Part[] = [];
  for (const draft of drafts) {
    const last = kept.at(-1);
    const blank = draft.layout === 'points' && (draft.content.points ?? []).length === 0;
    const told = !draft.title || (last?.title && shownText(last.title) === shownText(draft.title));
    // A heading that was not shown yet and has nothing to show under it stands alone.
    if (!blank || !told) {
      kept.push({ ...draft, ...(blank && { layout: 'section' }), parts: [...waiting, ...draft.parts] });
      waiting = [];
    } else if (last) kept[kept.length - 1] = { ...last, parts: [...last.parts, ...draft.parts] };
    else waiting = [...waiting, ...draft.parts];
  }
  return kept;
}

/** True if a list of the outermost headings tells what the speech is about. */
function hasPlan(speech: Speech): boolean {
  const sections = outermostSections(speech);
  return sections.length > 1 && !speech.seriesRestart && sections.every(({ heading }) => heading.length > 0);
}

/** The slides from the first section to the last. */
function mainSlides(speech: Speech, density: Density): SlideDraft[] {
  const drafts: SlideDraft[] = [];
  const nodes = speech.sections;
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]!;
    if (node.kind === 'passage') {
      drafts.push(...bodySlides(node.children, [], undefined, `passage/${index}`, density));
      continue;
    }
    if (!speech.seriesRestart || !node.runIn) {
      drafts.push(...sectionSlides(node, density));
      continue;
    }
    // Spoken points of one of several series: an overview of the series, not a divider for each point.
    const series = runOfPoints(nodes, index);
    drafts.push(...bodySlides(series, [], undefined, `series/${index}`, density));
    index += series.length - 1;
  }
  return drafts;
}

function runOfPoints(nodes: readonly (Section | Passage)[], from: number): Section[] {
  const series: Section[] = [];
  for (const node of nodes.slice(from)) {
    if (node.kind !== 'section' || !node.runIn) break;
    if (series.length > 0 && (node.marker?.ordinal ?? 2) === 1) break;
    series.push(node);
  }
  return series;
}

/** Cover, what is said before the first section, and the agenda. */
function openingSlides(speech: Speech, density: Density, agenda: boolean): SlideDraft[] {
  const front = speech.front.flatMap(titleParts);
  // The cover stays on the screen while the audience is addressed and greeted.
  const greeted = speech.opening.findIndex((block) => !isAddress(block));
  const split = greeted === -1 ? speech.opening.length : greeted;
  const addressed = speech.opening.slice(0, split).flatMap(partsOf);
  const rest = speech.opening.slice(split);
  const drafts: SlideDraft[] = [];
  let lead = [...front, ...addressed];
  if (speech.front.length > 0) {
    drafts.push(coverSlide(speech.front, lead));
    lead = [];
  }
  const body = bodySlides(rest, lead, undefined, 'opening', density);
  if (!agenda) return [...drafts, ...body];
  return [...drafts, ...withAgenda(body, speech)];
}

function isAddress(block: Block): boolean {
  if ('only' in block && block.only === 'print') return true;
  return block.kind === 'salutation' || (block.kind === 'paragraph' && block.role === 'greeting');
}

function titleParts(line: TitleLine): Part[] {
  const text = inlineText(line.children);
  return text === '' ? [] : [{ kind: 'title', text, startsLine: true, range: line.range }];
}

function coverSlide(front: readonly TitleLine[], parts: readonly Part[]): SlideDraft {
  const titles = front.filter((line) => line.role === 'title');
  const shownTitle = titles.length > 0 ? titles : front.slice(0, 1);
  const others = front.filter((line) => !shownTitle.includes(line));
  // Several title lines are one title, broken where the author broke it.
  const inlines = shownTitle.flatMap((line, index) =>
    index === 0
      ? [...line.children]
      : [
          { kind: 'text' as const, text: '\n', range: { start: line.range.start, end: line.range.start } },
          ...line.children,
        ],
  );
  const range = { start: shownTitle[0]?.range.start ?? 0, end: shownTitle.at(-1)?.range.end ?? 0 };
  return {
    layout: 'cover',
    title: { inlines, range },
    content: { lines: others.map((line) => ({ inlines: line.children, range: line.range })) },
    parts,
    key: 'cover',
  };
}

/**
 * The agenda stands before the first section. It owns the last sentence said before it, which announces
 * what follows (今天我讲三点), unless a slide shows that sentence itself.
 */
function withAgenda(body: readonly SlideDraft[], speech: Speech): SlideDraft[] {
  const headings = outermostSections(speech).map(titleOf);
  const last = body.at(-1);
  const announcement =
    last && last.layout === 'points' && last.parts.length > 1 ? last.parts.at(-1) : undefined;
  const showsIt =
    announcement && last?.content.points?.some((point) => announcement.text.includes(shownText(point)));
  const moved = announcement && !showsIt ? [announcement] : [];
  const kept =
    moved.length > 0 && last ? [...body.slice(0, -1), { ...last, parts: last.parts.slice(0, -1) }] : body;
  const groups = inGroups(headings, {
    lines: (heading) => lineCount(shownText(heading), FIT.agendaLine),
    room: FIT.lines,
    most: FIT.agenda,
  });
  const agenda = groups.map(
    (points, index): SlideDraft => ({
      layout: 'agenda',
      content: { points },
      parts: index === 0 ? moved : [],
      continued: index > 0,
      key: keyOf('agenda', undefined, index),
    }),
  );
  return [...kept, ...agenda];
}

/** What is said after the last section; thanks and signature on the last slide, with the footnotes in its notes. */
function closingSlides(speech: Speech, density: Density): SlideDraft[] {
  const thanksAt = speech.closing.findIndex((block) => block.kind === 'paragraph' && block.role === 'thanks');
  const signatureAt = speech.closing.findIndex((block) => block.kind === 'signature');
  const end =
    [thanksAt, signatureAt].filter((at) => at !== -1).sort((a, b) => a - b)[0] ?? speech.closing.length;
  const said = speech.closing.slice(0, end);
  const last = speech.closing.slice(end);
  const drafts = bodySlides(said, [], undefined, 'closing', density);
  const parts = last.flatMap(partsOf);
  const lines = parts
    .filter((part) => part.inlines !== undefined && characterWidth(part.text) <= CLOSING_LINE)
    .slice(0, 4)
    .map((part) => shown(part.inlines ?? []));
  const footnotes = speech.notes
    .flatMap((note) => note.children.flatMap(partsOf))
    .map((part): Part => ({ ...part, kind: 'footnote' }));
  return [
    ...drafts,
    { layout: 'closing', content: { lines }, parts: [...parts, ...footnotes], key: 'closing' },
  ];
}

/** Where each slide that is spoken over comes on: the offset of its first note, and its number from 1. */
export function slideStarts(deck: Deck): { offset: number; number: number }[] {
  return deck.slides.flatMap((slide, index) => {
    const [first] = slide.notes;
    return first ? [{ offset: first.range.start, number: index + 1 }] : [];
  });
}
