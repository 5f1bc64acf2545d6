import { inlineText } from './text.ts';
import type { Inline, SourceRange, Text } from './types.ts';

/** Length of the text of inlines, UTF-16 units. */
export function inlineLength(inlines: readonly Inline[]): number {
  let length = 0;
  for (const inline of inlines) length += lengthOf(inline);
  return length;
}

function lengthOf(inline: Inline): number {
  if (inline.kind === 'text') return inline.text.length;
  return inlineText([inline]).length;
}

/**
 * Cuts inlines at text offsets; ranges of the pieces are exact, also through repairs.
 * What has no text (a note call, a picture) stays with the piece before it; a ruby is never cut.
 * @param cuts ascending offsets into {@link inlineText}
 * @returns `cuts.length + 1` pieces, some perhaps empty
 */
export function splitInlines(inlines: readonly Inline[], cuts: readonly number[]): Inline[][] {
  const pieces: Inline[][] = [[]];
  let at = 0;
  let next = 0;
  for (const inline of inlines) {
    const length = lengthOf(inline);
    if (length === 0) {
      pieces.at(-1)!.push(inline);
      continue;
    }
    while (next < cuts.length && cuts[next]! <= at) {
      pieces.push([]);
      next++;
    }
    const inner: number[] = [];
    while (next < cuts.length && cuts[next]! < at + length) inner.push(cuts[next++]! - at);
    if (inner.length === 0) {
      pieces.at(-1)!.push(inline);
    } else {
      cutOne(inline, inner).forEach((piece, index) => {
        if (index > 0) pieces.push([]);
        pieces.at(-1)!.push(...piece);
      });
    }
    at += length;
  }
  while (next++ < cuts.length) pieces.push([]);
  return pieces;
}

/** The inlines of text offsets `from` to `to`; from 0 on with what stands there and has no text. */
export function sliceInlines(inlines: readonly Inline[], from: number, to: number): Inline[] {
  if (from <= 0) return splitInlines(inlines, [to])[0]!;
  return splitInlines(inlines, [from, to])[1]!;
}

/** Without the white space at both ends. */
export function trimInlines(inlines: readonly Inline[]): Inline[] {
  const text = inlineText(inlines);
  const from = text.length - text.trimStart().length;
  const to = text.trimEnd().length;
  if (from === 0 && to === text.length) return [...inlines];
  const pieces = splitInlines(inlines, [from, Math.max(from, to)]);
  // What has no text stays: a picture or note call at the very edge is not white space.
  const edge = (piece: readonly Inline[]) => piece.filter((inline) => lengthOf(inline) === 0);
  return [...edge(pieces[0]!), ...pieces[1]!, ...edge(pieces[2]!)];
}

/** From the start of the first to the end of the last; `fallback` when there is none. */
export function rangeOf(nodes: readonly { readonly range: SourceRange }[], fallback: number): SourceRange {
  const first = nodes[0];
  const last = nodes.at(-1);
  return first && last
    ? { start: first.range.start, end: Math.max(first.range.start, last.range.end) }
    : { start: fallback, end: fallback };
}

function cutOne(inline: Inline, cuts: readonly number[]): Inline[][] {
  switch (inline.kind) {
    case 'text':
      return cutText(inline, cuts).map((piece) => [piece]);
    case 'ruby':
      return [[], ...cuts.slice(1).map(() => []), [inline]];
    case 'note-ref':
    case 'image':
      return [[inline]];
    case 'cue-inline':
      return [...cuts.map(() => []), [inline]];
    default: {
      const pieces = splitInlines(inline.children, cuts);
      return pieces.map((children, index) => {
        if (children.length === 0) return [];
        const range = rangeOf(children, inline.range.start);
        return [
          {
            ...inline,
            children,
            range: {
              start: index === 0 ? inline.range.start : range.start,
              end: index === pieces.length - 1 ? inline.range.end : range.end,
            },
          },
        ];
      });
    }
  }
}

function cutText(node: Text, cuts: readonly number[]): Text[] {
  const borders = [0, ...cuts, node.text.length];
  return borders.slice(1).map((to, index) => {
    const from = borders[index]!;
    const range = {
      start: from === 0 ? node.range.start : sourceOffset(node, from, 'start'),
      end: to === node.text.length ? node.range.end : sourceOffset(node, to, 'end'),
    };
    const anchors = node.anchors && shiftAnchors(node.anchors, from, to);
    const piece = { kind: 'text' as const, text: node.text.slice(from, to), range };
    return anchors && anchors.length > 0 ? { ...piece, anchors: withStart(anchors, range.start) } : piece;
  });
}

function shiftAnchors(anchors: readonly number[], from: number, to: number): number[] {
  const kept: number[] = [];
  for (let pair = firstPair(anchors, from + 1); pair < anchors.length; pair += 2) {
    if (anchors[pair]! >= to) break;
    kept.push(anchors[pair]! - from, anchors[pair + 1]!);
  }
  return kept;
}

/** Index of the first pair whose offset is at least `offset`. */
function firstPair(anchors: readonly number[], offset: number): number {
  let low = 0;
  let high = anchors.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (anchors[middle * 2]! < offset) low = middle + 1;
    else high = middle;
  }
  return low * 2;
}

function withStart(anchors: readonly number[], start: number): number[] {
  return anchors[0] === 0 ? [...anchors] : [0, start, ...anchors];
}

/**
 * Where offset `at` of a text node stands in the source.
 * @param side of a place where reading removed something: `start` = after it, `end` = before it
 */
export function sourceOffset(node: Text, at: number, side: 'start' | 'end'): number {
  const anchors = node.anchors;
  if (!anchors) return Math.min(node.range.start + at, node.range.end);
  // The first pair that does not count: behind the offset, or at it where its end is asked for.
  const next = firstPair(anchors, side === 'end' && at > 0 ? at : at + 1);
  const offset = next === 0 ? 0 : anchors[next - 2]!;
  const source = next === 0 ? node.range.start : anchors[next - 1]!;
  const limit = anchors[next + 1] ?? node.range.end;
  return Math.min(source + at - offset, limit);
}
