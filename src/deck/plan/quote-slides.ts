import { rangeOf, splitInlines } from '../../speech/inlines.ts';
import { inlineText } from '../../speech/text.ts';
import type { Inline, Quotation } from '../../speech/types.ts';
import { characterWidth } from '../../text/width.ts';
import { emphasisPoints } from './emphasis.ts';
import { FIT, lineCount } from './fit.ts';
import { inGroups } from './groups.ts';
import type { Part } from './parts.ts';
import { keyOf, type SlideDraft } from './slide-draft.ts';
import type { SlideText } from './types.ts';

/** A quotation worth a slide of its own has this many characters at least, marks taken off. */
const SHORTEST = 12;
/** … and at most what one slide holds; a longer one inside a paragraph stays in the notes. */
const LONGEST = FIT.quote * FIT.quoteLines;

/** The first quotation in a sentence that can stand on a slide by itself: with its speaker, or leading the text. */
export function carryingQuotation(part: Part, leads: boolean): Quotation | undefined {
  // What the author marked is shown as marked, not the quotation in it alone.
  if (part.place !== undefined || emphasisPoints(part.inlines ?? []).length > 0) return undefined;
  const quotation = quotationIn(part.inlines ?? []);
  if (quotation === undefined) return undefined;
  const opens = leads && part.text.trimStart().startsWith(inlineText([quotation]));
  if (quotation.speaker === undefined && !opens) return undefined;
  const length = characterWidth(inlineText(quotation.children));
  return length >= SHORTEST && length <= LONGEST ? quotation : undefined;
}

function quotationIn(inlines: readonly Inline[]): Quotation | undefined {
  for (const inline of inlines) {
    if (inline.kind === 'quotation') return inline;
    const inner = 'children' in inline ? quotationIn(inline.children) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

/** A slide for a quotation inside the running text. */
export function quotationSlide(
  quotation: Quotation,
  title: SlideText | undefined,
  parts: readonly Part[],
  key: string,
): SlideDraft {
  const speaker = quotation.speaker;
  return {
    layout: 'quote',
    ...(title && { title }),
    content: {
      quote: {
        text: { inlines: quotation.children, range: quotation.range },
        ...(speaker && {
          speaker: {
            inlines: [{ kind: 'text', text: speaker.text, range: speaker.range }],
            range: speaker.range,
          },
        }),
      },
    },
    parts,
    key,
  };
}

/** A block quotation as slides: whole sentences, as many as a slide holds; one sentence too long is cut. */
export function blockQuoteSlides(
  parts: readonly Part[],
  title: SlideText | undefined,
  before: readonly Part[],
  path: string,
): SlideDraft[] {
  // A line of verse is a line of the slide; sentences of one paragraph run on.
  const groups = inGroups(parts.flatMap(cutLong), {
    lines: (part) => lineCount(part.text, FIT.quote),
    room: FIT.quoteLines,
  });
  return groups.map((group, index) => ({
    layout: 'quote',
    ...(title && { title }),
    content: { lines: quoteLines(group) },
    parts: index === 0 ? [...before, ...group] : group,
    continued: index > 0,
    key: keyOf(`${path}/quote`, title, index),
  }));
}

/** Pieces that stand on one line of the source stand on one line of the slide. */
function quoteLines(parts: readonly Part[]): SlideText[] {
  const lines: Part[][] = [];
  for (const part of parts) {
    if (part.startsLine || lines.length === 0) lines.push([part]);
    else (lines.at(-1) as Part[]).push(part);
  }
  return lines.map((line) => {
    const inlines = line.flatMap((part) => part.inlines ?? []).filter((inline) => inline.kind !== 'note-ref');
    return { inlines, range: rangeOf(inlines, line[0]?.range.start ?? 0) };
  });
}

/** A sentence longer than a slide, cut after its commas, or where it must be when it has none. */
function cutLong(part: Part): Part[] {
  if (part.inlines === undefined || characterWidth(part.text) <= LONGEST) return [part];
  const ends: number[] = [];
  for (let from = 0; from + LONGEST < part.text.length; from = ends.at(-1)!) {
    const held = part.text.slice(from, from + LONGEST);
    const end = Math.max(...[...'，,；;、：:'].map((stop) => held.lastIndexOf(stop))) + 1;
    ends.push(from + (end || LONGEST));
  }
  return splitInlines(part.inlines, ends).map((inlines, index) => ({
    ...part,
    text: inlineText(inlines),
    inlines,
    range: rangeOf(inlines, part.range.start),
    startsLine: index === 0 && part.startsLine,
  }));
}
