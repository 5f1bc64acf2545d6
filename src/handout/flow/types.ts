import type {
  FOLIOS,
  FONTS,
  HandoutLayout,
  LINE_PITCHES,
  PAPERS,
  PODIUM_SIZES,
} from '../../speech/settings.ts';
import type { SourceRange } from '../../speech/types.ts';

/** Choices about the pages, all made. */
export interface HandoutStyle {
  /** Paper it is printed on. Pages are the same on each, only smaller: an A5 page is the A4 page at 70 %. */
  readonly paper: (typeof PAPERS)[number];
  /** `official`: lines of 10.22 mm as Word's grid gives, or of 10.44 mm, which fill the type area (GB/T 9704—2012 3.2). */
  readonly linePitch: (typeof LINE_PITCHES)[number];
  /** Page number: at the outer edge (GB/T 9704—2012 7.5), in the middle, or none. */
  readonly folio: (typeof FOLIOS)[number];
  /** Binding edge of even pages on the right: for paper printed on both sides. */
  readonly mirror: boolean;
  /** The title block on a page of its own. */
  readonly cover: boolean;
  /** Table of contents with page numbers. */
  readonly contents: boolean;
  /** The title at the head of each page after the first. */
  readonly runningHead: boolean;
  /** `podium`: 24 characters by 19 lines, or 20 by 16. */
  readonly size: (typeof PODIUM_SIZES)[number];
  /** Printed two pages a sheet, in the order that makes a booklet when the sheets are folded. */
  readonly booklet: boolean;
  /**
   * `bundled`: the free faces that come with Jiangtai, the same everywhere; `system`: the office faces of this computer
   * (方正小标宋, 仿宋_GB2312 …) where it has them.
   */
  readonly fonts: (typeof FONTS)[number];
}

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
  /** A sentence begins with this run: its place in the author's source. */
  readonly sentence?: SourceRange;
  /** Podium: the slide that comes on with this sentence; a label, no text. */
  readonly slide?: number;
  /** Podium: whole minutes spoken when this sentence begins, at the first sentence of each minute; a label. */
  readonly minutes?: number;
  /** Podium: reading of a rare character or surname, one syllable a character of `text`; a label. */
  readonly pinyin?: readonly string[];
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
  /** Podium: the author says it may be left out (可略). */
  readonly optional?: boolean;
  /** Printed, not said. */
  readonly unspoken?: boolean;
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
  /** Podium: the slide that comes on with it. */
  readonly slide?: number;
  readonly range: SourceRange;
}
export interface FigureBlock {
  readonly kind: 'figure';
  readonly src: string;
  readonly alt: string;
  readonly caption: readonly Run[];
  /** Podium: the slide that comes on with it. */
  readonly slide?: number;
  readonly range: SourceRange;
}
/** Table of contents: says headings a second time, so it is no part of the handout's text. */
export interface ContentsBlock {
  readonly kind: 'contents';
  readonly entries: readonly {
    readonly level: number;
    readonly text: string;
  }[];
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
export type HandoutBlock = RunBlock | TableBlock | FigureBlock | ContentsBlock;

/** A handout, ready to be laid out on pages. */
export interface Handout {
  /** Title of the document: of the window, and of the PDF. */
  readonly title: string;
  /** Who speaks, for the properties of a file; absent where the text does not say. */
  readonly speaker?: string;
  readonly lang: 'zh-Hans' | 'zh-Hant';
  readonly layout: HandoutLayout;
  readonly style: HandoutStyle;
  readonly theme: string;
  readonly blocks: readonly HandoutBlock[];
}
