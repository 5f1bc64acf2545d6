import type { SourceRange } from '../../speech/types.ts';

export const HANDOUT_LAYOUTS = ['official', 'podium', 'notes', 'outline'] as const;
export type HandoutLayout = (typeof HANDOUT_LAYOUTS)[number];

/** A run of text in one style. Concatenated runs of a block are exactly its text. */
export interface Run {
  readonly text: string;
  /** Faces and marks that apply; the order has no meaning. */
  readonly styles: readonly RunStyle[];
  /** Must not break over a line: number with unit, 张·李 names, the last two Han of a paragraph. */
  readonly noBreak?: boolean;
  /** With `noBreak`: also no break between this run and the one before it. */
  readonly joinsRunBefore?: boolean;
  /** Number of the footnote called here; such a run has empty text. */
  readonly noteNumber?: number;
  readonly href?: string;
  /** Reading shown above (ruby): then `text` is the base followed by the note as written. */
  readonly ruby?: { readonly base: string; readonly reading: string };
  /** A small picture in the line; such a run has empty text. */
  readonly image?: { readonly src: string; readonly alt: string };
  readonly range: SourceRange;
}

export type RunStyle =
  | 'strong'
  | 'emphasis'
  | 'mark'
  | 'heading-1' // run-in heading or marker, by level of its section
  | 'heading-2'
  | 'heading-3'
  | 'heading-4'
  | 'lead' // 一是群众路线是…。
  | 'cue';

export type ParagraphRole = 'greeting' | 'closing' | 'thanks' | 'attachment';
export type CellAlign = 'left' | 'center' | 'right' | null;

interface BlockOf<Kind extends string> {
  readonly kind: Kind;
  readonly runs: readonly Run[];
  readonly range: SourceRange;
}

export type FrontBlock = BlockOf<'title' | 'subtitle' | 'byline' | 'date' | 'front-line'>;
export type LineBlock = BlockOf<'salutation' | 'cue' | 'signature-line'>;
export interface ParagraphBlock extends BlockOf<'paragraph'> {
  readonly role?: ParagraphRole;
}
export interface HeadingBlock extends BlockOf<'heading'> {
  readonly level: number;
}
export interface ItemBlock extends BlockOf<'item'> {
  /** 0 = outermost list. */
  readonly depth: number;
  /** A drawn dot stands before it. */
  readonly bullet: boolean;
  /** Second or later paragraph of its item: no marker. */
  readonly continued?: boolean;
}
export interface QuoteBlock extends BlockOf<'quote'> {
  readonly verse: boolean;
}
export interface NoteBlock extends BlockOf<'note'> {
  readonly number: number;
  /** Second or later paragraph of its note: no number. */
  readonly continued?: boolean;
}
export interface TableBlock {
  readonly kind: 'table';
  readonly headRows: number;
  readonly align: readonly CellAlign[];
  readonly caption: readonly Run[];
  readonly rows: readonly (readonly (readonly Run[])[])[];
  readonly range: SourceRange;
}
export interface FigureBlock {
  readonly kind: 'figure';
  readonly src: string;
  readonly alt: string;
  readonly caption: readonly Run[];
  readonly range: SourceRange;
}

/** A block whose text is one line of runs. */
export type RunBlock =
  | FrontBlock
  | LineBlock
  | ParagraphBlock
  | HeadingBlock
  | ItemBlock
  | QuoteBlock
  | NoteBlock;
export type HandoutBlock = RunBlock | TableBlock | FigureBlock;

/** A handout, ready to be laid out on pages. */
export interface Handout {
  /** Title of the document: of the window, and of the PDF. */
  readonly title: string;
  readonly lang: 'zh-Hans' | 'zh-Hant';
  readonly layout: HandoutLayout;
  readonly theme: string;
  readonly blocks: readonly HandoutBlock[];
}
