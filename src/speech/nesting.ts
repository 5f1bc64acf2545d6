import type { HeadingToken, InlineSeries, Token } from './sections.ts';
import { giveBackTails, isSection, looseTail, type MutableSection, tailStart } from './tails.ts';
import { turnOf } from './turns.ts';
import type { Block, Passage, Section } from './types.ts';

interface Open {
  readonly head: HeadingToken;
  readonly section: MutableSection;
}
export interface Nested {
  readonly opening: readonly Block[];
  readonly sections: readonly (Section | Passage)[];
  /** What follows the last section but belongs to none. */
  readonly after: readonly Block[];
  /** More than one series begins on the outermost level. */
  readonly seriesRestart: boolean;
}

/**
 * Heads and blocks → sections, by nesting and first appearance: a head whose series is open becomes its
 * next member; any other opens a level below, unless nothing of the level above follows and the usual
 * order of numbering says it stands outside.
 */
export function nest(tokens: readonly Token[]): Nested {
  return new Nesting(tokens).run();
}

/** Numbering that opens more levels is no build of a speech (一是 in a thousand lines); it goes on in the last one. */
const DEEPEST = 12;

class Nesting {
  private readonly opening: Block[] = [];
  private readonly sections: (MutableSection | Passage)[] = [];
  /** What was said since the last outermost section ended. */
  private between: Block[] = [];
  private readonly stack: Open[] = [];
  private readonly outerPlain: boolean;
  private readonly coming: Map<string, number>;
  /** Heads that no further member of their series follows. */
  private readonly last: ReadonlySet<HeadingToken>;
  private before: Token | undefined;

  constructor(private readonly tokens: readonly Token[]) {
    const flat = tokens.flatMap((token) => (token.kind === 'inline-series' ? token.tokens : [token]));
    this.outerPlain = plainIsOuter(flat);
    this.coming = countKeys(flat);
    this.last = lastMembers(flat);
  }

  run(): Nested {
    for (const token of this.tokens) {
      if (token.kind === 'head') this.takeHead(token);
      else if (token.kind === 'inline-series') this.takeSeries(token);
      else this.takeBlock(token);
      this.before = token;
    }
    const after: (MutableSection | Block)[] = [];
    const own = this.sections.filter(isSection);
    if (this.between.length === 0) giveBackTails(own, after);
    else for (const section of own) giveBackTails(section.children.filter(isSection), section.children);
    for (const section of own) finish(section, 1);
    return {
      opening: this.opening,
      sections: this.sections as (Section | Passage)[],
      after: [...this.between, ...(after as Block[])],
      seriesRestart: restarts(this.sections),
    };
  }

  private takeHead(head: HeadingToken): void {
    this.coming.set(head.key, (this.coming.get(head.key) ?? 1) - 1);
    makeRoom(this.stack, head, this.outerPlain, this.coming, this.before);
    this.stack.length = Math.min(this.stack.length, DEEPEST - 1);
    const section = openSection(head, this.stack.length + 1);
    const parent = this.stack.at(-1);
    if (parent) parent.section.children.push(section);
    else {
      if (this.between.length > 0) this.sections.push(passageOf(this.between));
      this.between = [];
      this.sections.push(section);
    }
    this.stack.push({ head, section });
  }

  /** A series inside one paragraph never makes an outermost section: nothing would end its last point. */
  private takeSeries({ tokens, paragraph }: InlineSeries): void {
    const first = tokens.find((token) => token.kind === 'head')!;
    const room = [...this.stack];
    makeRoom(room, first, this.outerPlain, this.coming, this.before);
    if (room.length === 0) {
      this.takeBlock(paragraph);
      return;
    }
    for (const token of tokens) {
      if (token.kind === 'head') this.takeHead(token);
      else this.takeBlock(token);
      this.before = token;
    }
  }

  private takeBlock(block: Block): void {
    this.endSeries(block);
    if (this.sections.length > 0) this.place([block]);
    else this.opening.push(block);
  }

  /**
   * Closes the sections a block cannot belong to, because the speaker turns to the hearers anew or looks back
   * on the points or beyond them.
   */
  private endSeries(block: Block): void {
    const { stack } = this;
    const turns = turnOf(block);
    if (turns === undefined) return;
    if (turns === 'salutation') stack.length = Math.min(stack.length, 1);
    while (stack.length > 0) {
      const { head, section } = stack.at(-1)!;
      if (!this.last.has(head)) return;
      // Under a heading with a line of its own, words that look back may be its own text.
      if (stack.length === 1 ? !head.runIn : !head.runIn && turns === 'words') return;
      if (turns === 'words' && !head.spoken && tailStart(section) >= 0) return;
      stack.pop();
      if (head.spoken) this.place(looseTail(this.siblings(), section));
    }
  }

  private siblings(): MutableSection[] {
    const parent = this.stack.at(-1);
    if (parent) return parent.section.children.filter(isSection);
    const passage = this.sections.findLastIndex((node) => node.kind === 'passage');
    return this.sections.slice(passage + 1).filter(isSection);
  }

  private place(nodes: readonly (MutableSection | Block)[]): void {
    const parent = this.stack.at(-1);
    for (const node of nodes) {
      if (parent) parent.section.children.push(node);
      else if (node.kind !== 'section') this.between.push(node);
    }
  }
}

/** Heads whose series does not go on: the next head of the same kind, if any, begins anew. */
function lastMembers(tokens: readonly Token[]): Set<HeadingToken> {
  const next = new Map<string, number>();
  const last = new Set<HeadingToken>();
  for (const token of tokens.toReversed()) {
    if (token.kind !== 'head') continue;
    const following = next.get(token.key);
    if (following === undefined || following <= token.ordinal) last.add(token);
    next.set(token.key, token.ordinal);
  }
  return last;
}

function passageOf(children: readonly Block[]): Passage {
  const range = { start: children[0]!.range.start, end: children.at(-1)!.range.end };
  return { kind: 'passage', children, range };
}

function restarts(sections: readonly (MutableSection | Passage)[]): boolean {
  let series = 0;
  for (const node of sections) {
    if (node.kind === 'passage') return true;
    if (node.marker?.ordinal === 1) series++;
  }
  return series > 1;
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
  head: HeadingToken,
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
  top: HeadingToken,
  head: HeadingToken,
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

function openSection(head: HeadingToken, level: number): MutableSection {
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
