import type { RawBlock, TextLine } from './block-parts.ts';
import { isCueLine } from './inline-spans.ts';
import { matchMarker } from './numbering.ts';
import { isGreeting, isSalutation } from './salutation.ts';
import { sentenceEnds } from './sentences.ts';
import type { NumberedItem } from './series-finder.ts';

const LONGEST_HEADING = 60;
/** A numbered line of one sentence is shown as a heading up to this length. */
const LONGEST_SENTENCE = 80;
/** 一是建台账，以乡镇为单位…: of a point of one sentence, the short clause it begins with. */
const LEAD = /^[^，。！？；：、“「『《]{2,14}[，：]/;
/** A point behind —— up to this length is shown whole. */
const LONGEST_DASH = 36;
const QUOTE_OPEN = '“「『';
const QUOTE_CLOSE = '”」』';

/** How the text after a marker is built: a heading on its own line, or the first sentence of a paragraph. */
export interface HeadingShape {
  readonly runIn: boolean;
  /** Length of the heading, from the end of the marker. */
  readonly headingLength: number;
}

/**
 * @param rest what follows the marker, up to the next point or the end of the line
 * @param wholeLine the point takes its whole line
 */
export function headingShape(rest: string, point: NumberedItem, wholeLine: boolean): HeadingShape {
  const { kind, style } = point.marker.habit;
  const spoken = kind === 'spoken';
  const end = headingEnd(rest);
  const oneSentence = end < 0 || end === rest.length;
  const short = style === 'dash' && rest.length <= LONGEST_DASH;
  const lead =
    spoken && oneSentence && !short && !(end < 0 && wholeLine && !/[；，、：]$/.test(rest))
      ? LEAD.exec(rest)
      : null;
  if (lead) return { runIn: true, headingLength: lead[0].length };
  const own = wholeLine && rest.length <= LONGEST_HEADING;
  if (end < 0) return { runIn: !own || (spoken && /[；，、：]$/.test(rest)), headingLength: rest.length };
  if (end < rest.length) return { runIn: true, headingLength: end };
  return { runIn: spoken || !wholeLine || rest.length > LONGEST_SENTENCE, headingLength: rest.length };
}

/** End of the first sentence, −1 if none ends: a quotation of several sentences (第一条：“…。…。”) is not cut. */
function headingEnd(text: string): number {
  let first = -1;
  let depth = 0;
  let at = 0;
  for (const end of sentenceEnds(text)) {
    for (; at < end; at++) {
      if (QUOTE_OPEN.includes(text[at]!)) depth++;
      else if (QUOTE_CLOSE.includes(text[at]!)) depth--;
    }
    if (first < 0) first = end;
    if (depth <= 0) return end;
    if (end > LONGEST_SENTENCE) break;
  }
  return first;
}

/**
 * A short line without a stop that stands alone above running text: an unnumbered heading.
 * @param above,below the neighbouring blocks
 */
export function isPlainHeading(
  line: TextLine,
  above: RawBlock | undefined,
  below: RawBlock | undefined,
): boolean {
  const { text } = line;
  if (text.length > 28 || text.length < 2 || !/[\p{L}\p{N}”」』》）)]$|？$/u.test(text)) return false;
  if (/[。；，：]/.test(text) || (/？$/.test(text) && text.length > 20)) return false;
  if (isCueLine(text) || isGreeting(text) || isSalutation(text) || /^附[件：:]/.test(text)) return false;
  if (below?.kind !== 'line' || below.depth !== undefined) return false;
  const runningBelow = below.text.length > 28 && /[。！？：；”」』）…]$/.test(below.text);
  const numberedBelow = matchMarker(below.text)?.ordinal === 1;
  const freeAbove =
    above === undefined || above.kind !== 'line' || /[。！？：；，”」』）…]$/.test(above.text);
  return freeAbove && (runningBelow || numberedBelow);
}
