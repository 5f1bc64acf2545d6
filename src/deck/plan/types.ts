import type { Ratio } from '../../speech/settings.ts';
import type { Inline, SourceRange } from '../../speech/types.ts';

/** Layouts of the slides that say where in the speech the audience is. */
export type FrameLayout = 'cover' | 'agenda' | 'section' | 'closing';

/** Layouts that draw the form of a sentence, in the author's words only (diagrams/table.ts). */
export type DiagramLayout =
  | 'figures'
  | 'change'
  | 'wall'
  | 'parallel'
  | 'terms'
  | 'contrast'
  | 'pair'
  | 'condition'
  | 'question'
  | 'ladder'
  | 'timeline'
  | 'steps';

export type SlideLayout =
  | FrameLayout
  | DiagramLayout
  | 'points'
  | 'statement'
  | 'cards'
  | 'quote'
  | 'figure-number'
  | 'table'
  | 'image'
  | 'text';

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

/** What a cell of a diagram is, by which a theme sets it. */
export type CellRole =
  | 'label'
  | 'number'
  | 'unit'
  | 'after'
  | 'from'
  | 'verb'
  | 'to'
  | 'term'
  | 'item'
  | 'not'
  | 'but'
  | 'condition'
  | 'result'
  | 'question'
  | 'answer'
  | 'time'
  | 'event';

export interface DiagramCell extends SlideText {
  readonly role: CellRole;
  /** Length of its bar, as a share of the longest of the diagram: 0 to 1. */
  readonly share?: number;
}

/**
 * The words of a diagram: rows in the order they are said, each comes by itself where points come one by one.
 */
export interface Diagram {
  /** How the layout is drawn where it has several forms: figures as one `number`, `tiles` or a `ledger`. */
  readonly form?: 'number' | 'tiles' | 'ledger' | 'bars' | 'arrow' | 'items' | 'verbs';
  /** What the rows are about, above them; the slide's title where no heading needs the place. */
  readonly subject?: SlideText;
  /** Said once for all rows: the shared words of a 排比, the term whose items follow, what figures are counted of. */
  readonly head?: SlideText;
  readonly rows: readonly (readonly DiagramCell[])[];
  /** What the sentence ends with, under the rows. */
  readonly tail?: SlideText;
}

/** Contents by layout; fields a layout does not use are absent. */
export interface SlideContent {
  /** cover: subtitle, role, speaker, date, occasion lines. closing: lines. text: paragraphs. quote: of a block. */
  readonly lines?: readonly SlideText[];
  /** agenda, section (its children), points, statement (one), cards, figure-number (one). */
  readonly points?: readonly SlideText[];
  /** cards: a second, smaller text of each, or none; in step with `points`. */
  readonly details?: readonly (SlideText | undefined)[];
  readonly quote?: { readonly text: SlideText; readonly speaker?: SlideText };
  readonly diagram?: Diagram;
  readonly table?: {
    readonly headRows: number;
    readonly rows: readonly (readonly SlideText[])[];
    readonly align: readonly ('left' | 'center' | 'right' | null)[];
  };
  readonly image?: { readonly src: string; readonly alt: string };
}

/** What the author may choose for a slide: a layout, or to join it to the one before, or to part it in two. */
export type SlideChoice = SlideLayout | 'join' | 'split';

/** A slide by the line of the text in which its own words begin: the `nth` slide, from 0, that begins there. */
export interface SlidePlace {
  /** Of the first piece of the line. */
  readonly range: SourceRange;
  readonly nth: number;
}

export interface Slide {
  /** ASCII, `[a-z][a-z0-9-]*`, unique, stable under edits elsewhere in the speech. */
  readonly id: string;
  readonly layout: SlideLayout;
  readonly title?: SlideText;
  /** The heading a slide stands under, small above its title or its text. */
  readonly running?: SlideText;
  readonly content: SlideContent;
  readonly notes: readonly NotePart[];
  /** This slide goes on from the one before: its title carries （续）. */
  readonly continued: boolean;
  /** From the first to the last piece it owns. */
  readonly range: SourceRange;
  /** Time to speak its notes, pauses included, seconds. */
  readonly seconds: number;
  /** Layouts whose conditions its words meet, its own among them: what the author may choose from. */
  readonly options: readonly SlideLayout[];
  /** Where a choice of the author's for it is kept; none for slides that cannot be set otherwise. */
  readonly place?: SlidePlace;
  /** What the author chose for it. */
  readonly chosen?: SlideChoice;
  /** It can be joined to the slide before; its points can be parted on two slides. */
  readonly joins?: boolean;
  readonly splits?: boolean;
}

export interface Deck {
  readonly title: string;
  readonly lang: 'zh-Hans' | 'zh-Hant';
  readonly theme: string;
  /** The screen it is planned for. */
  readonly ratio: Ratio;
  readonly slides: readonly Slide[];
  /** Comments of the author's that ask for what their slides cannot be: their ranges. */
  readonly unmet: readonly SourceRange[];
}
