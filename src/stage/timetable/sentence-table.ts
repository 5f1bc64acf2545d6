import type { Deck, NotePart, Slide } from '../../deck/plan/types.ts';
import { optionalPassages } from '../../speech/optional-passages.ts';
import { DEFAULT_RATE } from '../../speech/settings.ts';
import { syllables } from '../../speech/spoken-length.ts';
import { HEADING_PAUSE, PARAGRAPH_PAUSE, speakingSeconds } from '../../speech/timing.ts';

/** Seconds given to a slide without spoken text, a table or a title, when the text scrolls by itself. */
export const SILENT_SLIDE = 3;

/** One line of the prompter: a sentence, a heading, or text that is shown and not read out. */
export interface TableEntry {
  readonly kind: NotePart['kind'];
  readonly text: string;
  /** Id of the slide it belongs to. */
  readonly slide: string;
  /** Number of the slide, from 1, at the first entry of the slide. */
  readonly cue?: number;
  readonly startsParagraph: boolean;
  /** The author has marked it （可略）: it may be left out when time is short. */
  readonly optional: boolean;
  /** It is read out. */
  readonly spoken: boolean;
  /** Offset of its beginning in the author's source. */
  readonly offset: number;
  readonly syllables: number;
  /** Silence in and behind it, seconds; for the first entry of a slide without spoken text {@link SILENT_SLIDE}. */
  readonly pause: number;
}

/** What is read out; table cells, captions, footnotes, the title are seen. */
const SPOKEN: ReadonlySet<NotePart['kind']> = new Set(['heading', 'salutation', 'sentence']);

/**
 * All text of a deck in the order of the speech: the cells of a table row are one entry, every other piece is its own.
 * A slide without text, such as an agenda, has one entry with the empty text.
 */
export function sentenceTable(deck: Deck): TableEntry[] {
  const notes = deck.slides.flatMap(linesOf);
  const optional = optionalOf(notes);
  return notes.map(({ slide, number, first, silentSlide, ...part }, index) => {
    const spoken = SPOKEN.has(part.kind);
    const next = notes[index + 1];
    const ends = next === undefined || next.startsLine || next.slide !== slide;
    return {
      kind: part.kind,
      text: part.text,
      slide: slide.id,
      ...(first && { cue: number }),
      startsParagraph: part.startsLine || index === 0,
      optional: optional[index] ?? false,
      spoken,
      offset: part.range.start,
      syllables: spoken ? syllables(part.text) : 0,
      pause: spoken ? pauseOf(part, ends) : silentSlide && first ? SILENT_SLIDE : 0,
    };
  });
}

interface Line extends NotePart {
  readonly slide: Slide;
  readonly number: number;
  readonly first: boolean;
  readonly silentSlide: boolean;
}

function linesOf(slide: Slide, index: number): Line[] {
  const silentSlide = slide.notes.every(({ kind }) => !SPOKEN.has(kind));
  const lines: NotePart[] = [];
  for (const part of slide.notes) {
    const before = lines.at(-1);
    if (part.text.trim() === '') continue;
    if (part.kind === 'cell' && before?.kind === 'cell' && !part.startsLine)
      lines[lines.length - 1] = { ...before, text: `${before.text}　${part.text}` };
    else lines.push(part);
  }
  // An agenda has no text of its own in the speech, but a moment of it.
  if (lines.length === 0) lines.push({ kind: 'aside', text: '', startsLine: true, range: slide.range });
  return lines.map((part, at) => ({ ...part, slide, number: index + 1, first: at === 0, silentSlide }));
}

/** A paragraph is optional as a whole: the author's mark stands at its beginning or end. */
function optionalOf(lines: readonly Line[]): boolean[] {
  const starts: number[] = [];
  lines.forEach((line, index) => {
    if (line.startsLine || index === 0) starts.push(index);
  });
  const paragraphs = starts.map((start, index) => lines.slice(start, starts[index + 1]));
  const flags = optionalPassages(
    paragraphs.map((parts) => ({
      text: parts.map(({ text }) => text).join(''),
      topHeading: parts[0]?.kind === 'heading' && /^[一二三四五六七八九十]+、/u.test(parts[0].text),
    })),
  );
  return paragraphs.flatMap((parts, index) => parts.map(() => flags[index] ?? false));
}

function pauseOf(part: NotePart, endsParagraph: boolean): number {
  const inside = speakingSeconds(part.text, Number.POSITIVE_INFINITY);
  if (!endsParagraph) return inside;
  return inside + (part.kind === 'heading' ? HEADING_PAUSE : PARAGRAPH_PAUSE);
}

/**
 * Seconds of each entry.
 *
 * @param rate characters a minute; what is not above 0 counts as the default
 */
export function secondsOf(entries: readonly TableEntry[], rate: number): number[] {
  const pace = rate > 0 ? rate : DEFAULT_RATE;
  return entries.map((entry) => (60 * entry.syllables) / pace + entry.pause);
}

/** The rate a deck was planned for, characters a minute, from the times of its slides; they are whole seconds. */
export function plannedRate(deck: Deck, entries: readonly TableEntry[]): number {
  const spoken = entries.filter((entry) => entry.spoken);
  const sum = (of: (entry: TableEntry) => number) => spoken.reduce((total, entry) => total + of(entry), 0);
  const seconds = deck.slides.reduce((total, slide) => total + slide.seconds, 0);
  const speaking = seconds - sum(({ pause }) => pause);
  const rate = (60 * sum((entry) => entry.syllables)) / speaking;
  if (!(speaking > 0) || !(rate > 0)) return DEFAULT_RATE;
  return clampRate(Math.round(rate / 5) * 5);
}

/** Slowest and fastest rate of the prompter, characters a minute. */
export const RATES = { slowest: 100, fastest: 280, step: 10 } as const;

export function clampRate(rate: number): number {
  return Math.min(RATES.fastest, Math.max(RATES.slowest, rate));
}
