import type { ChangeSet } from '@codemirror/state';
import { SourceMap } from '../repair/source-map.ts';
import type { SourceRange } from './types.ts';

/**
 * Moves every `range` of a tree, made in offsets of the clean text, to the author's source, and gives
 * repaired Text nodes their `anchors`. Changes the tree in place: it is the parser's own, not yet shared.
 */
export function moveToSource(tree: unknown, changes: ChangeSet): void {
  if (changes.empty) return;
  const steps: Step[] = [];
  changes.iterChanges((sourceFrom, sourceTo, cleanFrom, cleanTo) => {
    if (sourceTo - sourceFrom !== cleanTo - cleanFrom)
      steps.push({ sourceFrom, sourceTo, cleanFrom, cleanTo });
  }, true);
  walk(tree, { map: SourceMap.of(changes), steps, moved: new Set() });
}

/** A change after which clean text and source no longer run in step. */
interface Step {
  readonly sourceFrom: number;
  readonly sourceTo: number;
  readonly cleanFrom: number;
  readonly cleanTo: number;
}
interface Move {
  readonly map: SourceMap;
  readonly steps: readonly Step[];
  /** Nodes shared by two places (a value in `meta` and in `front`) move once. */
  readonly moved: Set<object>;
}
interface Ranged {
  kind?: string;
  text?: string;
  range?: SourceRange;
  anchors?: readonly number[];
}

function walk(node: unknown, move: Move): void {
  if (typeof node !== 'object' || node === null || move.moved.has(node)) return;
  move.moved.add(node);
  if (Array.isArray(node)) {
    for (const child of node) walk(child, move);
    return;
  }
  const ranged = node as Ranged;
  const { range } = ranged;
  if (range) {
    const source = move.map.toSource(range);
    if (ranged.kind === 'text' && ranged.text!.length === range.end - range.start) {
      const anchors = anchorsWithin(range, move.steps);
      if (anchors.length > 0) ranged.anchors = [0, source.start, ...anchors];
    }
    ranged.range = source;
  }
  for (const key in node) {
    if (key === 'range' || key === 'anchors') continue;
    const child = (node as Record<string, unknown>)[key];
    if (typeof child === 'object') walk(child, move);
  }
}

/** Pairs (offset from range.start, source offset) where the step changes inside the range. */
function anchorsWithin(range: SourceRange, steps: readonly Step[]): number[] {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle]!.cleanTo < range.start) low = middle + 1;
    else high = middle;
  }
  const anchors: number[] = [];
  const push = (clean: number, source: number) => {
    if (clean <= range.start || clean >= range.end) return;
    if (anchors.at(-2) === clean - range.start) anchors[anchors.length - 1] = source;
    else anchors.push(clean - range.start, source);
  };
  for (; low < steps.length && steps[low]!.cleanFrom < range.end; low++) {
    push(steps[low]!.cleanFrom, steps[low]!.sourceFrom);
    push(steps[low]!.cleanTo, steps[low]!.sourceTo);
  }
  return anchors;
}
