import { isRule } from './asides.ts';
import type { RawBlock, TextLine } from './block-parts.ts';
import { headingShape, isPlainHeading } from './heading-shape.ts';
import { isCueLine, wrapSpans } from './inline-spans.ts';
import { inlineLength, rangeOf, sliceInlines, splitInlines, trimInlines } from './inlines.ts';
import { findNumberedItems } from './numbered-items.ts';
import { matchMarker } from './numbering.ts';
import { isGreeting, isSalutation, isThanks, salutationLength } from './salutation.ts';
import { firstSentenceEnd } from './sentences.ts';
import type { NumberedItem } from './series-finder.ts';
import { inlineText } from './text.ts';
import type { Block, Inline, Marker, Paragraph, TopicSentence } from './types.ts';

/** Where a section begins; its nesting is not yet known. */
export interface HeadingToken {
  readonly kind: 'head';
  /** Sections of one key are siblings. */
  readonly key: string;
  /** Usual order from outside in, see numbering.ts. */
  readonly rank: number;
  readonly spoken: boolean;
  readonly ordinal: number;
  /** Of a spoken series: none of it follows. */
  readonly last: boolean;
  readonly marker?: Marker;
  readonly heading: readonly Inline[];
  readonly runIn: boolean;
  readonly joins: boolean;
  readonly range: { readonly start: number; readonly end: number };
}

/** A line that holds a whole series: sections where one is open, else a paragraph with its points marked. */
export interface InlineSeries {
  readonly kind: 'inline-series';
  readonly tokens: readonly (HeadingToken | Block)[];
  readonly paragraph: Paragraph;
}
export type Token = HeadingToken | Block | InlineSeries;

/** Ranks around those of numbering.ts. Markdown headings stand outside all numbering. */
const MARKDOWN_RANK = -10;
const PLAIN_RANK = 3.5;
/** 结束语 and the like stand beside the outermost sections, whatever these are. */
const FRAME_WORDS =
  /^(?:前言|引言|序言|序|导语|導語|导言|導言|开场白|開場白|结语|結語|结束语|結束語|尾声|尾聲|写在最后|寫在最後|后记|後記)$/;

/** Blocks of the body → heads and blocks in text order. Every character of a line goes to exactly one of them. */
export function tokensOf(blocks: readonly RawBlock[]): Token[] {
  const points = findNumberedItems(blocks);
  const plain = plainHeadings(blocks, points);
  const tokens: Token[] = [];
  let next = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'note-definition') continue;
    if (block.kind !== 'line') {
      tokens.push(block);
      continue;
    }
    const own: NumberedItem[] = [];
    while (points[next]?.block === index) own.push(points[next++]!);
    if (block.depth !== undefined && !isSalutation(block.text)) tokens.push(markdownHeading(block, own[0]));
    else if (own.length > 0 && own.every((item) => item.inline)) tokens.push(inlineSeries(block, own));
    else if (own.length > 0) tokens.push(...pointsOf(block, own));
    else if (plain.has(index)) tokens.push(plainHeading(block));
    else tokens.push(...lineBlocks(block));
  }
  return tokens;
}

function plainHeadings(blocks: readonly RawBlock[], points: readonly NumberedItem[]): Set<number> {
  const found = new Set<number>();
  // Where the author marks headings with #, an unmarked line is none.
  if (blocks.some((block) => block.kind === 'line' && block.depth !== undefined)) return found;
  const pointed = new Set(points.map((point) => point.block));
  const alike = new Map<string, number[]>();
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'line' || pointed.has(index) || matchMarker(block.text, 'line')) continue;
    const above = blocks[index - 1];
    if (!isPlainHeading(block, pointed.has(index - 1) ? undefined : above, blocks[index + 1])) continue;
    const kind = FRAME_WORDS.test(block.text) ? 'frame' : /？$/.test(block.text) ? 'question' : 'words';
    const same = alike.get(kind);
    if (same) same.push(index);
    else alike.set(kind, [index]);
  }
  // One short line alone is a short paragraph; only 结束语 and the like head a section without a second.
  for (const [kind, indices] of alike)
    if (kind === 'frame' || indices.length > 1) for (const index of indices) found.add(index);
  return found;
}

/** 做了三件事：第一…。第二…。第三…。 in one paragraph. */
function inlineSeries(block: TextLine, own: readonly NumberedItem[]): InlineSeries {
  const outer = own.filter((item) => item.key === own[0]!.key);
  const spans = outer.map((item, index) => {
    const from = item.offset;
    const next = outer[index + 1]?.offset ?? block.text.length;
    const start = from + item.marker.length;
    const end = firstSentenceEnd(block.text.slice(start, next));
    return { from, to: end < 0 ? next : start + end, wrap: topic };
  });
  return {
    kind: 'inline-series',
    tokens: pointsOf(block, own),
    paragraph: {
      kind: 'paragraph',
      children: wrapSpans(block.children, spans),
      joins: false,
      range: { start: block.start, end: block.end },
      ...(block.only && { only: block.only }),
    },
  };
}

function topic(children: Inline[]): TopicSentence {
  return { kind: 'topic', children, range: rangeOf(children, 0) };
}

function markdownHeading(block: TextLine, point: NumberedItem | undefined): HeadingToken {
  const marked = point?.offset === 0 ? point : undefined;
  const from = marked?.marker.length ?? 0;
  return {
    kind: 'head',
    key: `markdown/${block.depth}`,
    rank: MARKDOWN_RANK + block.depth!,
    spoken: false,
    ordinal: marked?.ordinal ?? 1,
    last: false,
    ...(marked && { marker: markerOf(block, marked) }),
    heading: [
      ...(marked ? callsBehind(block, marked) : []),
      ...sliceInlines(block.children, from, block.text.length),
    ],
    runIn: false,
    joins: false,
    range: { start: block.start, end: block.end },
  };
}

function plainHeading(block: TextLine): HeadingToken {
  return {
    kind: 'head',
    key: FRAME_WORDS.test(block.text) ? 'frame' : 'plain',
    rank: PLAIN_RANK,
    spoken: false,
    ordinal: 1,
    last: false,
    heading: block.children,
    runIn: false,
    joins: false,
    range: { start: block.start, end: block.end },
  };
}

function markerOf(block: TextLine, point: NumberedItem): Marker {
  const from = point.offset;
  const to = from + point.marker.length;
  // A call right before the number has no text and is cut off with it: it stands at the heading.
  const pieces = sliceInlines(block.children, from, to).filter((inline) => inlineLength([inline]) > 0);
  const text = block.text.slice(from, to);
  return {
    text,
    style: point.marker.habit.style,
    ordinal: point.ordinal,
    range: rangeOf(pieces, block.start),
  };
}

/** Calls of notes and pictures right before and behind a marker: without text of their own they are cut off with it. */
function callsBehind(block: TextLine, { offset, marker }: NumberedItem): Inline[] {
  return sliceInlines(block.children, offset, offset + marker.length).filter(
    (inline) => inlineLength([inline]) === 0,
  );
}

/** A line with points: what stands before the first, then head and rest of each. */
function pointsOf(block: TextLine, points: readonly NumberedItem[]): (HeadingToken | Block)[] {
  const tokens: (HeadingToken | Block)[] = [];
  const first = points[0]!.offset;
  if (first > 0) tokens.push(...paragraphOf(block, 0, first, false));
  for (const [index, point] of points.entries()) {
    const to = points[index + 1]?.offset ?? block.text.length;
    const from = point.offset + point.marker.length;
    const wholeLine = points.length === 1 && point.offset === 0;
    const shape = headingShape(block.text.slice(from, to), point, wholeLine);
    const heading = [
      ...callsBehind(block, point),
      ...sliceInlines(block.children, from, from + shape.headingLength),
    ];
    const marker = markerOf(block, point);
    tokens.push({
      kind: 'head',
      key: point.key,
      rank: point.marker.habit.rank,
      spoken: point.marker.habit.kind === 'spoken',
      ordinal: point.ordinal,
      last: point.last,
      marker,
      heading,
      runIn: shape.runIn,
      joins: point.offset > 0,
      range: {
        start: Math.min(marker.range.start, heading[0]?.range.start ?? marker.range.start),
        end: Math.max(marker.range.end, heading.at(-1)?.range.end ?? 0),
      },
    });
    tokens.push(...paragraphOf(block, from + shape.headingLength, to, true));
  }
  return tokens;
}

function paragraphOf(block: TextLine, from: number, to: number, joins: boolean): Paragraph[] {
  const whole = from === 0 && to === block.text.length;
  const children = whole ? block.children : trimInlines(sliceInlines(block.children, from, to));
  // A cut right behind the last character leaves a text node without text.
  if (children.every((inline) => inline.kind === 'text' && inline.text === '')) return [];
  const range = whole ? { start: block.start, end: block.end } : rangeOf(children, block.start);
  return [{ kind: 'paragraph', children, joins, range, ...(block.only && { only: block.only }) }];
}

function lineBlocks(block: TextLine): Block[] {
  const length = salutationLength(block.text);
  if (length === 0) return [lineBlock(block)];
  const [address, rest] = splitInlines(block.children, [length]).map(trimInlines) as [Inline[], Inline[]];
  const only = block.only && { only: block.only };
  return [
    { kind: 'salutation', children: address, range: rangeOf(address, block.start) },
    {
      kind: 'paragraph',
      children: rest,
      joins: true,
      ...(isGreeting(inlineText(rest)) && { role: 'greeting' as const }),
      range: rangeOf(rest, block.start),
      ...only,
    },
  ];
}

function lineBlock(block: TextLine): Block {
  const range = { start: block.start, end: block.end };
  const { children, text } = block;
  if (isSalutation(text)) return { kind: 'salutation', children, range };
  if (isCueLine(text)) return { kind: 'cue', children, range };
  if (isRule(text)) return { kind: 'paragraph', children, joins: false, range, only: block.only ?? 'print' };
  const role = isGreeting(text) ? 'greeting' : isThanks(text) && text.length <= 20 ? 'thanks' : undefined;
  return {
    kind: 'paragraph',
    children,
    joins: false,
    ...(role && { role }),
    range,
    ...(block.only && { only: block.only }),
  };
}
