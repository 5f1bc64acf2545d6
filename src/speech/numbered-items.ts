import type { RawBlock, TextLine } from './block-parts.ts';
import { isCueLine } from './inline-spans.ts';
import { type FoundMarker, matchMarker } from './numbering.ts';
import { isGreeting, isSalutation } from './salutation.ts';
import { firstSentenceEnd } from './sentences.ts';

/** A place where a numbered point begins, decided. */
export interface NumberedItem {
  /** Index into the blocks. */
  readonly block: number;
  /** Offset into the text of that block's line. */
  readonly offset: number;
  readonly marker: FoundMarker;
  readonly ordinal: number;
  /** Points of one series share it; two series never do unless they are numbered headings of one style. */
  readonly key: string;
  /** Of a spoken series: no member comes after this one. */
  readonly last: boolean;
}

const LONGEST_HEADING = 60;
/** A numbered line of one sentence is shown as a heading up to this length. */
const LONGEST_SENTENCE = 80;
/** 一是建台账，以乡镇为单位…: of a point of one sentence, the short clause it begins with. */
const LEAD = /^[^，。！？；：、]{2,14}[，：]/;
const QUOTE_OPEN = '“「『《（(【';
const QUOTE_CLOSE = '”」』》）)】';
/** Where a point may begin behind it, and the marks inside which none does. */
const BORDER = /[。！？；：，“「『《（(【”」』》）)】]/g;

/**
 * Every numbered point, in order: headings at line starts by their form, spoken series (一是…二是…) only
 * where at least two follow each other from one on, wherever in the text they stand.
 */
export function findNumberedItems(blocks: readonly RawBlock[]): NumberedItem[] {
  const points: NumberedItem[] = [];
  const seen = new Map<string, number>();
  const series = new SeriesFinder();
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'line' || isAttachmentItem(blocks, index)) continue;
    const found = candidatesIn(block, index);
    const marker = matchMarker(block.text, 'line');
    const head = marker !== undefined && believable(block, marker, seen);
    if (head && runsOn(marker, found)) {
      series.take({ block: index, offset: 0, marker });
      for (const candidate of found) series.take(candidate);
      continue;
    }
    if (head) {
      series.passHead(marker.key, marker.ordinal);
      seen.set(marker.key, marker.ordinal);
      points.push({ block: index, offset: 0, marker, ordinal: marker.ordinal, key: marker.key, last: false });
    } else if (block.depth !== undefined) series.passHead('markdown', Number.POSITIVE_INFINITY);
    for (const candidate of found) if (!head || candidate.offset > 0) series.take(candidate);
  }
  points.push(...withoutAnnouncements(series.points(), firstHeading(blocks, points)));
  return points.sort((a, b) => a.block - b.block || a.offset - b.offset);
}

/** Block of the first heading with a line of its own, Infinity when the speech has none. */
function firstHeading(blocks: readonly RawBlock[], points: readonly NumberedItem[]): number {
  const marked = blocks.findIndex((block) => block.kind === 'line' && block.depth !== undefined);
  return Math.min(
    points[0]?.block ?? Number.POSITIVE_INFINITY,
    marked >= 0 ? marked : Number.POSITIVE_INFINITY,
  );
}

/**
 * 一是…二是… in the opening words of a speech that has headings later is what is said there, no section
 * beside these headings. A series that goes on around them (第一，（一）（二）第二，) is.
 */
function withoutAnnouncements(points: readonly NumberedItem[], heading: number): readonly NumberedItem[] {
  if (heading === Number.POSITIVE_INFINITY) return points;
  const lasting = new Set(points.filter((point) => point.block >= heading).map((point) => point.key));
  return points.filter((point) => lasting.has(point.key));
}

/** 附件：1. … and, on the lines below it, 2. …: names of attachments, no headings. */
function isAttachmentItem(blocks: readonly RawBlock[], index: number): boolean {
  for (let above = index - 1; above >= Math.max(0, index - 9); above--) {
    const block = blocks[above];
    if (block?.kind !== 'line') return false;
    if (/^附件[：:]/.test(block.text)) return true;
    if (!/^[0-9０-９]{1,2}[.．、]/.test(block.text)) return false;
  }
  return false;
}

/** ①…②… inside one line: its first number opens a series of the line's own. */
function runsOn(marker: FoundMarker, found: readonly Candidate[]): boolean {
  return (
    marker.habit.inline === true &&
    marker.ordinal === 1 &&
    found.some((candidate) => candidate.marker.key === marker.key && candidate.marker.ordinal === 2)
  );
}

/** Whether a numbered line is a heading: 24. at a line's start with no 1. before it is none. */
function believable(block: TextLine, marker: FoundMarker, seen: ReadonlyMap<string, number>): boolean {
  const rest = block.text.slice(marker.length);
  if (rest === '') return marker.habit.alone === true;
  if (marker.ordinal === 1 || marker.habit.firm) return true;
  const before = seen.get(marker.key);
  return before !== undefined && marker.ordinal <= before + 3;
}

interface Candidate {
  readonly block: number;
  readonly offset: number;
  readonly marker: FoundMarker;
}

/** Possible members of a series: at the start of the line and after a stop outside quotation marks. */
function candidatesIn(line: TextLine, block: number): Candidate[] {
  const { text } = line;
  const found: Candidate[] = [];
  const start = matchMarker(text, 'spoken');
  if (start && start.length < text.length) found.push({ block, offset: 0, marker: start });
  if (line.depth !== undefined) return found;
  let depth = 0;
  for (const { 0: character, index: at } of text.matchAll(BORDER)) {
    if (QUOTE_OPEN.includes(character)) depth++;
    else if (QUOTE_CLOSE.includes(character)) {
      depth = Math.max(0, depth - 1);
      if (!'。！？；'.includes(text[at - 1] ?? '，')) continue;
    }
    if (depth > 0 || QUOTE_OPEN.includes(character)) continue;
    const marker = matchMarker(text.slice(at + 1, at + 41), 'inline');
    if (!marker || at + 1 + marker.length >= text.length) continue;
    // After a comma only the first of a series can stand (要做到这一点，一要短。二要新。).
    if (character !== '，' || marker.ordinal === 1) found.push({ block, offset: at + 1, marker });
  }
  return found;
}

interface Series {
  readonly members: { candidate: Candidate; ordinal: number }[];
}

/**
 * Groups candidates into series: 1 opens one, n joins the innermost open one that stands at n−1 (or n−2:
 * a gap is reported, not punished). A series of one is none. A numbered heading ends the series that
 * began since its own predecessor: those before it may go on around it.
 */
class SeriesFinder {
  private readonly all: Series[] = [];
  /** Open series by key, outermost first. */
  private readonly open = new Map<string, Series[]>();
  /** By key of headings: how many series there were when its number 1 came. */
  private readonly before = new Map<string, number>();

  take(candidate: Candidate): void {
    const { key, ordinal } = candidate.marker;
    const stack = this.open.get(key) ?? [];
    this.open.set(key, stack);
    if (ordinal === 1) {
      const series: Series = { members: [{ candidate, ordinal }] };
      stack.push(series);
      this.all.push(series);
      return;
    }
    for (let index = stack.length - 1; index >= Math.max(0, stack.length - DEEPEST); index--) {
      const { members } = stack[index]!;
      const last = members.at(-1)!;
      const value = ordinal === Number.POSITIVE_INFINITY ? last.ordinal + 1 : ordinal;
      if (value <= last.ordinal || value > last.ordinal + 2) continue;
      if (candidate.offset > 0 && candidate.block !== last.candidate.block) continue;
      members.push({ candidate, ordinal: value });
      stack.length = index + 1;
      return;
    }
  }

  passHead(key: string, ordinal: number): void {
    if (ordinal === 1) {
      this.before.set(key, this.all.length);
      return;
    }
    const ended = new Set(this.all.slice(this.before.get(key) ?? 0));
    if (ended.size === 0) return;
    for (const [name, stack] of this.open)
      this.open.set(
        name,
        stack.filter((series) => !ended.has(series)),
      );
    this.before.set(key, this.all.length);
  }

  points(): NumberedItem[] {
    return this.all.flatMap(({ members }) => {
      if (members.length < 2) return [];
      const { block, offset, marker } = members[0]!.candidate;
      const key = `${marker.key}@${block}.${offset}`;
      return members.map(({ candidate, ordinal }, index) => ({
        ...candidate,
        ordinal,
        key,
        last: index === members.length - 1,
      }));
    });
  }
}

/** How many open series of one kind are looked through: bounds the work on senseless input. */
const DEEPEST = 8;

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
  const spoken = point.marker.habit.kind === 'spoken';
  const end = firstSentenceEnd(rest);
  const lead =
    spoken && (end < 0 || end === rest.length) && !(end < 0 && wholeLine && !/[；，、：]$/.test(rest))
      ? LEAD.exec(rest)
      : null;
  if (lead) return { runIn: true, headingLength: lead[0].length };
  const own = wholeLine && rest.length <= LONGEST_HEADING;
  if (end < 0) return { runIn: !own || (spoken && /[；，、：]$/.test(rest)), headingLength: rest.length };
  if (end < rest.length) return { runIn: true, headingLength: end };
  return { runIn: spoken || !wholeLine || rest.length > LONGEST_SENTENCE, headingLength: rest.length };
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
