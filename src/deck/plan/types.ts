import type { Inline, SourceRange } from '../../speech/types.ts';

export type SlideLayout =
  | 'cover'
  | 'agenda'
  | 'section'
  | 'points'
  | 'cards'
  | 'quote'
  | 'figure-number'
  | 'table'
  | 'image'
  | 'text'
  | 'closing';

/** Visible text of a slide: inlines cut from the model, never new words. */
export interface SlideText {
  /** Numbering marker, shown apart from the text: `一、`, `（一）`. */
  readonly marker?: string;
  readonly inlines: readonly Inline[];
  readonly range: SourceRange;
}

/** One piece of the spoken text. All pieces of all slides, in order, are the text of the speech. */
export interface NotePart {
  readonly kind:
    | 'title'
    | 'heading'
    | 'salutation'
    | 'sentence'
    | 'cell'
    | 'cue'
    | 'caption'
    | 'footnote'
    /** Printed with the speech, not said: a news lead, an editor's note, an attachment, the signature. */
    | 'aside';
  readonly text: string;
  /** A new line begins with this piece. */
  readonly startsLine: boolean;
  readonly range: SourceRange;
}

/** Contents by layout; fields a layout does not use are absent. */
export interface SlideContent {
  /** cover: subtitle, role, speaker, date, occasion lines. closing: lines. text: paragraphs. */
  readonly lines?: readonly SlideText[];
  /** agenda, points, cards. */
  readonly points?: readonly SlideText[];
  readonly quote?: { readonly text: SlideText; readonly speaker?: SlideText };
  readonly table?: {
    readonly headRows: number;
    readonly rows: readonly (readonly SlideText[])[];
    readonly align: readonly ('left' | 'center' | 'right' | null)[];
  };
  readonly image?: { readonly src: string; readonly alt: string };
}

export interface Slide {
  /** ASCII, `[a-z][a-z0-9-]*`, unique, stable under edits elsewhere in the speech. */
  readonly id: string;
  readonly layout: SlideLayout;
  readonly title?: SlideText;
  readonly content: SlideContent;
  readonly notes: readonly NotePart[];
  /** This slide goes on from the one before: its title carries （续）. */
  readonly continued: boolean;
  /** From the first to the last piece it owns. */
  readonly range: SourceRange;
  /** Time to speak its notes, seconds. */
  readonly seconds: number;
}

export interface Deck {
  readonly title: string;
  readonly lang: 'zh-Hans' | 'zh-Hant';
  readonly theme: string;
  readonly slides: readonly Slide[];
}
