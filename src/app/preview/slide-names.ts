import type { Deck, Slide, SlideText } from '../../deck/plan/types.ts';
import { inlineText } from '../../speech/text.ts';

/** Title of a slide for lists; a slide without one is named by its first spoken words, else empty. */
export function slideName(slide: Slide): string {
  if (slide.title) return textOf(slide.title);
  return slide.notes.find((part) => part.text.trim() !== '')?.text.trim() ?? '';
}

function textOf({ marker = '', inlines }: SlideText): string {
  return marker + inlineText(inlines);
}

/** The spoken text of a slide, one entry a line. */
export function spokenLines(slide: Slide): string[] {
  const lines: string[] = [];
  for (const { text, startsLine } of slide.notes) {
    if (startsLine || lines.length === 0) lines.push(text);
    else lines[lines.length - 1] += text;
  }
  return lines.filter((line) => line.trim() !== '');
}

/** The slide that speaks the text at an offset of the source; the nearest before it between two. */
export function slideAt(deck: Deck, offset: number): Slide | undefined {
  let nearest: Slide | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (const slide of deck.slides) {
    for (const { range } of slide.notes) {
      if (range.start <= offset && offset <= range.end && range.end > range.start) {
        if (offset < range.end) return slide;
        nearest = slide;
        distance = 0;
      } else if (range.end <= offset && offset - range.end < distance) {
        nearest = slide;
        distance = offset - range.end;
      }
    }
  }
  return nearest ?? deck.slides[0];
}

/** Where the text of a slide begins and ends in the source. */
export function spokenRange(slide: Slide): { start: number; end: number } {
  const [first] = slide.notes;
  const start = first?.range.start ?? slide.range.start;
  return { start, end: start };
}

/** `m:ss` for a number of seconds. */
export function clockTime(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
