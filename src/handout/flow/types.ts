import type { SourceRange } from '../../speech/types.ts';

export type HandoutLayout = 'official' | 'podium' | 'notes' | 'outline';

/** A run of text in one style. Concatenated runs of a block are exactly its text. */
export interface Run {
  readonly text: string;
  /** Faces and marks that apply; the order has no meaning. */
  readonly styles: readonly RunStyle[];
  /** Must not break over a line: number with unit, 张·李 names, the last two Han of a paragraph. */
  readonly noBreak?: boolean;
  /** Number of the footnote called here; such a run has empty text. */
  readonly noteNumber?: number;
  readonly href?: string;
  /** Reading shown above (ruby): then `text` is the base followed by the note as written. */
  readonly ruby?: { readonly base: string; readonly reading: string };
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

export type HandoutBlock =
  | { readonly kind: 'title' | 'subtitle' | 'byline' | 'date' | 'front-line'; readonly runs: readonly Run[]; readonly range: SourceRange }
  | { readonly kind: 'salutation' | 'paragraph' | 'cue' | 'signature-line'; readonly runs: readonly Run[]; readonly range: SourceRange }
  | { readonly kind: 'heading'; readonly level: number; readonly runs: readonly Run[]; readonly range: SourceRange }
  | { readonly kind: 'item'; readonly depth: number; readonly bullet: boolean; readonly runs: readonly Run[]; readonly range: SourceRange }
  | { readonly kind: 'quote'; readonly verse: boolean; readonly runs: readonly Run[]; readonly range: SourceRange }
  | { readonly kind: 'table'; readonly headRows: number; readonly align: readonly ('left' | 'center' | 'right' | null)[]; readonly caption: readonly Run[]; readonly rows: readonly (readonly (readonly Run[])[])[]; readonly range: SourceRange }
  | { readonly kind: 'figure'; readonly src: string; readonly alt: string; readonly caption: readonly Run[]; readonly range: SourceRange }
  | { readonly kind: 'note'; readonly number: number; readonly runs: readonly Run[]; readonly range: SourceRange };

/** A handout, ready to be laid out on pages. */
export interface Handout {
  readonly title: string;
  readonly lang: 'zh-Hans' | 'zh-Hant';
  readonly layout: HandoutLayout;
  readonly theme: string;
  readonly blocks: readonly HandoutBlock[];
}
