import { addressLength } from '../../../speech/salutation.ts';
import { characterWidth } from '../../../text/width.ts';
import type { Ratio } from '../context.ts';
import { isBalanced, type Stretch } from '../paired-marks.ts';
import { type Paragraph, quotedStretches, sentenceStretch } from '../paragraph.ts';
import { isFormality, isLeaning } from '../stand-alone.ts';
import type { CellRole, Diagram, DiagramLayout } from '../types.ts';

/** A cell as a place in its paragraph. */
export interface CellPlace extends Stretch {
  readonly role: CellRole;
  readonly share?: number;
}

/** A diagram that a paragraph offers; places are offsets in its text. */
export interface FoundDiagram {
  /** Index of the first sentence it shows, and of the one behind the last. */
  readonly from: number;
  readonly to: number;
  readonly form?: Diagram['form'];
  /** What the rows are about. */
  readonly subject?: Stretch;
  readonly head?: Stretch;
  readonly rows: readonly (readonly CellPlace[])[];
  readonly tail?: Stretch;
  /** How much it says, on the scale of sentences. */
  readonly score: number;
}

/** An entry of the table of diagrams. */
export interface DiagramKind {
  readonly layout: DiagramLayout;
  /** What a paragraph must hold to be looked at; read on matchingText. */
  readonly trigger: RegExp;
  /** The diagrams whose condition holds. */
  find(paragraph: Paragraph, ratio: Ratio): FoundDiagram[];
  /** What the same words are where no diagram fits. */
  readonly fallback: 'points' | 'statement';
  /** Shown at low density too. */
  readonly always?: boolean;
}

/** A sentence of a paragraph that may become a diagram. */
export interface Sentence extends Stretch {
  readonly index: number;
  /** matchingText of it, without white space before it. */
  readonly plain: string;
}

/**
 * Sentences that may become diagrams: not those that lean on another, speak to the room, quote somebody, or are placed
 * by the author.
 */
export function openSentences(paragraph: Paragraph): Sentence[] {
  const quoted = quotedStretches(paragraph);
  return paragraph.sentences.flatMap((part, index) => {
    if (part.place !== undefined || part.kind !== 'sentence') return [];
    const { from, to } = sentenceStretch(paragraph, index);
    if (quoted.some((one) => one.from < to && from < one.to)) return [];
    const text = paragraph.plain.slice(from, to);
    const start = from + text.length - text.trimStart().length + addressLength(text.trimStart());
    const plain = paragraph.plain.slice(start, to).trimEnd();
    if (plain === '' || isLeaning(plain) || isFormality(plain)) return [];
    return [{ index, from: start, to: start + plain.length, plain }];
  });
}

/** Pieces between stops, without white space around, in order; empty ones are left out. */
export function splitStretch(text: string, { from, to }: Stretch, stops: RegExp): Stretch[] {
  const pieces: Stretch[] = [];
  let start = from;
  const push = (end: number) => {
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    const length = raw.trim().length;
    if (length > 0) pieces.push({ from: start + lead, to: start + lead + length });
  };
  for (const match of text.slice(from, to).matchAll(stops)) {
    push(from + match.index);
    start = from + match.index + match[0].length;
  }
  push(to);
  return pieces;
}

/** Stops between clauses; a comma between digits is none. */
export const CLAUSE_STOPS = /[，；：。！？;!?]|,(?!\d)/gu;

export function cellsOf(text: string, { from, to }: Stretch): number {
  return characterWidth(text.slice(from, to).trim());
}

/** A place without the white space and the stops at its ends. */
export function trimmed(text: string, { from, to }: Stretch): Stretch {
  let [start, end] = [from, to];
  while (start < end && /[\s，；：、]/u.test(text[start] as string)) start++;
  while (end > start && /[\s，；：、。！,;]/u.test(text[end - 1] as string)) end--;
  return { from: start, to: end };
}

/** True if every place has its marks in pairs. */
export function allBalanced(text: string, places: readonly Stretch[]): boolean {
  return places.every(({ from, to }) => isBalanced(text.slice(from, to)));
}
