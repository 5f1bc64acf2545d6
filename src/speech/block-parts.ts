import type { TrimmedLine } from '../text/lines.ts';
import type { TextFormat } from '../text/source.ts';
import { type InlineContext, parseInlines } from './inline-markdown.ts';
import { decorate } from './inline-spans.ts';
import { trimInlines } from './inlines.ts';
import type { Block, Inline, Paragraph, Placed, SlideChoices } from './types.ts';

/** A line of running text, not yet known as title line, heading or paragraph. */
export interface TextLine {
  readonly kind: 'line';
  /** What the author sees: the text of `children`. */
  readonly text: string;
  readonly children: readonly Inline[];
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  readonly gapBefore: boolean;
  /** Of a Markdown heading: how many `#`. */
  readonly depth?: number;
  readonly only?: Placed['only'];
}
export interface NoteDefinition {
  readonly kind: 'note-definition';
  readonly id: string;
  readonly children: readonly Inline[];
  readonly start: number;
  readonly end: number;
}
export type RawBlock = TextLine | Block | NoteDefinition;

export interface BlockContext extends InlineContext {
  readonly format: TextFormat;
  /** A paragraph may be wrapped over lines, and numbered lines are a list, as in Markdown. */
  readonly wraps: boolean;
  /** Takes what the author says about slides, in order. */
  readonly choices: SlideChoices[];
}

export interface FoundBlocks {
  readonly blocks: RawBlock[];
  /** How many lines they took. */
  readonly lines: number;
}

/** A line as a paragraph with its inlines complete. */
export function paragraph(line: TrimmedLine, context: BlockContext): Paragraph {
  const range = { start: line.start, end: line.end };
  return { kind: 'paragraph', children: spans(line.text, line.start, context), joins: false, range };
}

/** The author's markup, then ruby and stage cues; quotations are found when sentences are known. */
export function spans(text: string, start: number, context: InlineContext): Inline[] {
  return trimInlines(decorate(parseInlines(text, start, context)));
}
