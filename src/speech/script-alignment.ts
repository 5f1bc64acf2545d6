import { inlineLength } from './inlines.ts';

import type { Inline } from './types.ts';

/** One plain text → the same text in the target script. */
export type TextConverter = (text: string) => string;

const HAN_RUN = /(\p{Script=Han}+)/u;

/**
 * Where each offset of a text stands in its conversion. One character nearly always becomes one; where
 * a phrase changes its length, runs of Han between other characters are matched, and within such a run
 * offsets are spread evenly.
 */
export function alignment(before: string, after: string): (offset: number) => number {
  if (before.length === after.length) return (offset) => offset;
  const left = before.split(HAN_RUN);
  const right = after.split(HAN_RUN);
  if (left.length !== right.length) return spread(before.length, after.length, 0, 0);
  const borders: { from: number; to: number; length: number; becomes: number }[] = [];
  let from = 0;
  let to = 0;
  for (const [index, run] of left.entries()) {
    borders.push({ from, to, length: run.length, becomes: right[index]!.length });
    from += run.length;
    to += right[index]!.length;
  }
  return (offset) => {
    const border = borders.findLast((candidate) => candidate.from <= offset)!;
    return spread(border.length, border.becomes, border.from, border.to)(offset);
  };
}

function spread(length: number, becomes: number, from: number, to: number): (offset: number) => number {
  return (offset) => {
    const inside = offset - from;
    if (length === becomes || length === 0) return to + Math.min(inside, becomes);
    return to + Math.round((inside * becomes) / length);
  };
}

/** Deals the converted text of a line out to its nodes. */
export function redistribute(
  nodes: readonly Inline[],
  before: string,
  after: string,
  convert: TextConverter,
): Inline[] {
  const place = alignment(before, after);
  let at = 0;
  const take = (length: number): { text: string; start: number } => {
    const start = place(at);
    at += length;
    return { text: after.slice(start, at === before.length ? after.length : place(at)), start };
  };
  const visit = (node: Inline): Inline => {
    switch (node.kind) {
      case 'text': {
        const from = at;
        const { text, start } = take(node.text.length);
        if (!node.anchors) return { ...node, text };
        const anchors = node.anchors.map((value, index) =>
          index % 2 === 0 ? place(from + value) - start : value,
        );
        return { ...node, text, anchors };
      }
      case 'cue-inline':
        return { ...node, text: take(node.text.length).text };
      case 'ruby':
        return { ...node, base: take(node.base.length).text, note: take(node.note.length).text };
      case 'note-ref':
      case 'image':
        return node;
      case 'quotation': {
        const children = node.children.map(visit);
        const { speaker } = node;
        return {
          ...node,
          children,
          ...(speaker && { speaker: { ...speaker, text: convert(speaker.text) } }),
        };
      }
      default:
        return { ...node, children: node.children.map(visit) };
    }
  };
  return inlineLength(nodes) === before.length ? nodes.map(visit) : [...nodes];
}
