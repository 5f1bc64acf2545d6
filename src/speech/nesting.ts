import type { Head, Token } from './sections.ts';
import { inlineText } from './text.ts';
import type { Block, Section } from './types.ts';

interface Open {
  readonly head: Head;
  readonly section: MutableSection;
}
type MutableSection = { -readonly [K in keyof Omit<Section, 'children'>]: Section[K] } & {
  children: (MutableSection | Block)[];
};

export interface Nested {
  readonly opening: readonly Block[];
  readonly sections: readonly Section[];
  /** What follows the last section but belongs to none. */
  readonly after: readonly Block[];
}

/**
 * Heads and blocks → sections, by nesting and first appearance: a head whose series is open becomes its
 * next member; any other opens a level below, unless nothing of the level above follows and the usual
 * order of numbering says it stands outside.
 */
export function nest(tokens: readonly Token[]): Nested {
  const opening: Block[] = [];
  const sections: MutableSection[] = [];
  const stack: Open[] = [];
  const outerPlain = plainIsOuter(tokens);
  const coming = countKeys(tokens);
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'head') {
      // The speaker turns to the hearers anew: what follows belongs to no inner point.
      if (token.kind === 'salutation') stack.length = Math.min(stack.length, 1);
      const top = stack.at(-1);
      if (top) top.section.children.push(token);
      else opening.push(token);
      continue;
    }
    coming.set(token.key, (coming.get(token.key) ?? 1) - 1);
    makeRoom(stack, token, outerPlain, coming, tokens[index - 1]);
    const section = openSection(token, stack.length + 1);
    const parent = stack.at(-1);
    if (parent) parent.section.children.push(section);
    else sections.push(section);
    stack.push({ head: token, section });
  }
  const after: (MutableSection | Block)[] = [];
  giveBackTails(sections, after);
  for (const section of sections) finish(section, 1);
  return { opening, sections, after: after as Block[] };
}

function countKeys(tokens: readonly Token[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens)
    if (token.kind === 'head') counts.set(token.key, (counts.get(token.key) ?? 0) + 1);
  return counts;
}

/** Whether unnumbered headings contain the numbered ones: numbering starts again under two of them. */
function plainIsOuter(tokens: readonly Token[]): boolean {
  let restarts = 0;
  let plainBefore = false;
  for (const token of tokens) {
    if (token.kind !== 'head') continue;
    if (token.key === 'plain') plainBefore = true;
    else if (plainBefore && !token.spoken && token.ordinal === 1) {
      restarts++;
      plainBefore = false;
    } else plainBefore = false;
  }
  return restarts >= 2;
}

/** Closes what the new head does not belong to. */
function makeRoom(
  stack: Open[],
  head: Head,
  outerPlain: boolean,
  coming: ReadonlyMap<string, number>,
  before: Token | undefined,
): void {
  if (head.key === 'frame' || (outerPlain && head.key === 'plain')) {
    stack.length = 0;
    return;
  }
  const sibling = stack.findLastIndex((open) => open.head.key === head.key);
  if (sibling >= 0) {
    stack.length = sibling;
    return;
  }
  while (stack.length > 0) {
    const top = stack.at(-1)!;
    if (staysOpen(top.head, head, outerPlain, coming, before)) return;
    stack.pop();
  }
}

function staysOpen(
  top: Head,
  head: Head,
  outerPlain: boolean,
  coming: ReadonlyMap<string, number>,
  before: Token | undefined,
): boolean {
  if (top.key === 'frame') return false;
  if (outerPlain && top.key === 'plain') return true;
  const follows = (coming.get(top.key) ?? 0) > 0;
  if (top.spoken && head.spoken) {
    if (!top.last || head.joins || top.rank < head.rank) return true;
    // Right below the last point: its own points. After a paragraph between: a new series beside it.
    return top.rank === head.rank && isHeadOrJoined(before);
  }
  if (top.spoken) return !top.last;
  if (top.rank <= head.rank) return true;
  return follows && head.ordinal === 1 && top.key !== 'plain';
}

function isHeadOrJoined(token: Token | undefined): boolean {
  return token?.kind === 'head' || (token?.kind === 'paragraph' && token.joins);
}

function openSection(head: Head, level: number): MutableSection {
  return {
    kind: 'section',
    level,
    ...(head.marker && { marker: head.marker }),
    heading: head.heading,
    runIn: head.runIn,
    joins: head.joins,
    children: [],
    range: head.range,
  };
}

const SPOKEN = new Set(['ordinal', 'first-is', 'first-of', 'keyword']);

/**
 * A spoken point is said in its one paragraph: where every earlier member of the series keeps to that,
 * what follows the last one's paragraph belongs to the section around the series.
 */
function giveBackTails(siblings: readonly MutableSection[], around: (MutableSection | Block)[]): void {
  for (const section of siblings) giveBackTails(section.children.filter(isSection), section.children);
  const last = siblings.at(-1);
  // Only what ends the text of its parent can have swallowed the parent's own words.
  if (!last?.runIn || (around.length > 0 && around.at(-1) !== last)) return;
  const series = siblings.filter((section) => section.marker?.style === last.marker?.style && section.runIn);
  const from = tailStart(last);
  if (series.length < 2 || from < 0 || !series.slice(0, -1).every((section) => tailStart(section) < 0))
    return;
  const tail = last.children.slice(from);
  if (!SPOKEN.has(last.marker?.style ?? '') && !looksBack(tail[0]!)) return;
  // Outermost, only blocks can stand beside sections, and only the end of the speech does.
  if (around.length === 0 && (tail.some(isSection) || !tail.some(looksBack))) return;
  last.children.splice(from);
  around.push(...tail);
}

/** 这十二条，… 以上三点，… 总之，…: words about all points of the series before. */
const LOOKING_BACK =
  /^(?:[这這以]上?(?:述|面)?(?:[一二三四五六七八九十两兩几幾0-9]{1,3})[个個条條点點项項句件方]|上述|总之|總之|综上|綜上|总的来说|總的來說|最后[，我]|最後[，我])/;

function looksBack(child: MutableSection | Block): boolean {
  return child.kind === 'paragraph' && LOOKING_BACK.test(inlineText(child.children));
}

function isSection(child: MutableSection | Block): child is MutableSection {
  return child.kind === 'section';
}

/** Index of the first child that begins a paragraph of its own; −1 when all is one printed paragraph. */
function tailStart(section: MutableSection): number {
  return section.children.findIndex(
    (child) => child.kind === 'paragraph' && !child.joins && child.role === undefined,
  );
}

/** Levels after tails moved, and ranges that span the children. */
function finish(section: MutableSection, level: number): number {
  section.level = level;
  let end = section.range.end;
  for (const child of section.children) {
    end = Math.max(end, child.kind === 'section' ? finish(child, level + 1) : child.range.end);
  }
  section.range = { start: section.range.start, end };
  return end;
}
