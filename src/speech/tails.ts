import { looksBack } from './turns.ts';
import type { Block, Passage, Section } from './types.ts';

/** A section whose children and level are not final. */
export type MutableSection = { -readonly [K in keyof Omit<Section, 'children'>]: Section[K] } & {
  children: (MutableSection | Block)[];
};

export function isSection(child: MutableSection | Passage | Block): child is MutableSection {
  return child.kind === 'section';
}

const SPOKEN = new Set(['ordinal', 'first-is', 'first-of', 'keyword', 'dash']);

/**
 * A spoken point is said in its one paragraph: where every earlier member of the series keeps to that,
 * what follows the last one's paragraph belongs to the section around the series.
 */
export function giveBackTails(siblings: readonly MutableSection[], around: (MutableSection | Block)[]): void {
  for (const section of siblings) giveBackTails(section.children.filter(isSection), section.children);
  const last = siblings.at(-1);
  // Only what ends the text of its parent can have swallowed the parent's own words.
  if (!last?.runIn || (around.length > 0 && around.at(-1) !== last)) return;
  const tail = last.children.slice(looseFrom(siblings, last));
  if (tail.length === 0) return;
  if (!SPOKEN.has(last.marker?.style ?? '') && !isBackward(tail[0]!)) return;
  // Outermost, only blocks can stand beside sections, and only the end of the speech does.
  if (around.length === 0 && (tail.some(isSection) || !tail.some(isBackward))) return;
  last.children.length -= tail.length;
  around.push(...tail);
}

/** Takes what follows the one paragraph of the last point out of it, where that is loose: see {@link looseFrom}. */
export function looseTail(
  siblings: readonly MutableSection[],
  last: MutableSection,
): (MutableSection | Block)[] {
  const from = looseFrom(siblings, last);
  return last.children.slice(from).some(isSection) ? [] : last.children.splice(from);
}

/**
 * Where the children of the last point begin that do not belong to it, since all earlier ones have one
 * paragraph each; the number of its children if there are none.
 */
function looseFrom(siblings: readonly MutableSection[], last: MutableSection): number {
  const series = siblings.filter((section) => section.marker?.style === last.marker?.style && section.runIn);
  const from = tailStart(last);
  const single = series.length > 1 && series.slice(0, -1).every((section) => tailStart(section) < 0);
  return from >= 0 && single ? from : last.children.length;
}

function isBackward(child: MutableSection | Block): boolean {
  return child.kind !== 'section' && looksBack(child);
}

/** Index of the first child that begins a paragraph of its own; −1 when all is one printed paragraph. */
export function tailStart(section: MutableSection): number {
  return section.children.findIndex(
    (child) => child.kind === 'paragraph' && !child.joins && child.role === undefined,
  );
}
