import type { Repair } from '../repair/clean-text.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { FoundText, SourceRange } from '../text/source.ts';
import type { Settings } from './settings.ts';

export type { Repair } from '../repair/clean-text.ts';
export type { FoundText, SourceRange } from '../text/source.ts';

/**
 * The section model: one speech, as its author built it.
 *
 * Every `range` is a half-open range of UTF-16 offsets into the author's source.
 * Text order of the whole model: front, opening, sections, closing, notes.
 */
export interface Speech {
  readonly meta: Meta;
  /** The title block, line by line, in order. */
  readonly front: readonly TitleLine[];
  /** Salutation and what comes before the first section. */
  readonly opening: readonly Block[];
  /** The outermost sections, and what stands between two series of them but belongs to neither. */
  readonly sections: readonly (Section | Passage)[];
  /**
   * Several series stand one after another on the outermost level (一是…三是…, then 第一…第二…): a list of all of
   * them is no plan of the speech.
   */
  readonly seriesRestart: boolean;
  /** What comes after the last section: closing words, thanks, signature block. */
  readonly closing: readonly Block[];
  readonly notes: readonly Footnote[];
  /** What the author chose for single slides, in order. */
  readonly choices: readonly SlideChoices[];
  readonly repairs: readonly Repair[];
  readonly coverage: SourceCoverage;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The author's `<!-- layout: figures, - -->`: how the slides are set that begin in the line below, one entry a slide. The id of
 * a layout, `join` (on the slide before), `split` (its points on two slides), or `-`: as planned.
 */
export interface SlideChoices {
  readonly choices: readonly string[];
  /** Of the comment. */
  readonly range: SourceRange;
}

/** The clean text against the model: what stands in the one and not in the other. */
export interface SourceCoverage {
  /** Visible characters of the text behind its front matter, those of markup left out. */
  readonly characters: number;
  /** Visible characters that the model does not hold and that are no sign of markup. */
  readonly missing: number;
  /** Visible characters that the model holds more than once, or that do not stand there. */
  readonly added: number;
  /** Signs of markup, in order, each with the white space that belongs to it; none in plain text. */
  readonly signs: readonly FoundText[];
  /** The first stretch of either; undefined exactly when both are 0. */
  readonly place?: FoundText;
}

/** What is known about the speech; each value is a piece of the source (or of its front matter). */
export interface Meta {
  readonly title?: FoundText;
  readonly subtitle?: FoundText;
  readonly speaker?: FoundText;
  readonly role?: FoundText;
  readonly organization?: FoundText;
  readonly date?: FoundText;
  readonly occasion?: FoundText;
  readonly place?: FoundText;
  readonly source?: FoundText;
  readonly published?: FoundText;
  /** Script the speech is written in. */
  readonly lang: 'zh-Hans' | 'zh-Hant';
  readonly settings: Settings;
}

export type TitleLineRole = 'title' | 'subtitle' | 'date' | 'speaker' | 'occasion' | 'place' | 'other';

/** One line of the title block. Front matter values become lines of their own. */
export interface TitleLine {
  readonly kind: 'title-line';
  readonly role: TitleLineRole;
  readonly children: readonly Inline[];
  readonly range: SourceRange;
}

export type NumberingStyle =
  | 'han' // 一、
  | 'paren-han' // （一）
  | 'digit' // 1. 1、 1．
  | 'paren-digit' // （1） 1）
  | 'circled' // ①
  | 'formal-han' // 壹、
  | 'chapter' // 第一章 第一节 第一部分 第一讲
  | 'ordinal' // 第一， 首先，
  | 'first-is' // 一是 一要 一曰
  | 'first-of' // 其一
  | 'keyword' // 第一个关键词 第一步，
  | 'dash' // —— at the beginning of each of several paragraphs
  | 'markdown'; // # of a Markdown heading that has no number of its own

export interface Marker {
  /** As written, with its stop: `（一）`, `一、`, `一是`. */
  readonly text: string;
  readonly style: NumberingStyle;
  /** 1, 2, 3 … */
  readonly ordinal: number;
  readonly range: SourceRange;
}

export interface Section {
  readonly kind: 'section';
  /** 1 = outermost, by nesting, not by glyph. */
  readonly level: number;
  readonly marker?: Marker;
  /** Without the marker; of a run-in heading with its final stop. */
  readonly heading: readonly Inline[];
  /** The heading is the first sentence of its paragraph; the first child paragraph then `joins` it. */
  readonly runIn: boolean;
  /** The section begins inside a running paragraph (一要…。二要…。): no new line before it. */
  readonly joins: boolean;
  readonly children: readonly (Section | Block)[];
  readonly range: SourceRange;
}

/**
 * Untitled text between two outermost sections: 同志们！…下面我强调两点。 Never first or last of
 * {@link Speech.sections}: there, such text is opening or closing.
 */
export interface Passage {
  readonly kind: 'passage';
  readonly children: readonly Block[];
  readonly range: SourceRange;
}

export type Block = Paragraph | Salutation | List | Quote | Table | Figure | Cue | Break | Signature;

export interface Placed {
  /**
   * `notes`, `slide`: the author's `<!-- notes only -->` or `<!-- slide only -->` above the block.
   * `print`: printed, but neither said nor shown. The parser finds it (a news lead, a caption, an editor's
   * note, notes behind the speech, attachments), or the author writes `<!-- print only -->`.
   */
  readonly only?: 'notes' | 'slide' | 'print';
}

export interface Paragraph extends Placed {
  readonly kind: 'paragraph';
  readonly children: readonly Inline[];
  /** The author's line began with the run-in heading, section or salutation before it. */
  readonly joins: boolean;
  /** 大家好！ · 同志们，… at the end · 谢谢大家！ · 附件：… */
  readonly role?: 'greeting' | 'closing' | 'thanks' | 'attachment';
  readonly range: SourceRange;
}

/** 称谓, on a line of its own: 同志们： */
export interface Salutation {
  readonly kind: 'salutation';
  readonly children: readonly Inline[];
  readonly range: SourceRange;
}

export interface List extends Placed {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
  readonly range: SourceRange;
}

export interface ListItem {
  /** As written (`1.`, `-`, `●`). Shown for an ordered list, and where it is text: see `shownMarker`. */
  readonly marker: string;
  /** The bullet is a character of the author's (●, or any in plain text), not a sign of Markdown. */
  readonly written?: boolean;
  readonly children: readonly Block[];
  readonly range: SourceRange;
}

export interface Quote extends Placed {
  readonly kind: 'quote';
  readonly children: readonly Block[];
  readonly verse: boolean;
  readonly range: SourceRange;
}

export interface Table extends Placed {
  readonly kind: 'table';
  readonly caption?: readonly Inline[];
  readonly align: readonly ('left' | 'center' | 'right' | null)[];
  /** The first `headRows` rows are the head. */
  readonly headRows: number;
  readonly rows: readonly TableRow[];
  readonly range: SourceRange;
}
export interface TableRow {
  readonly cells: readonly TableCell[];
  readonly range: SourceRange;
}
export interface TableCell {
  readonly children: readonly Inline[];
  readonly range: SourceRange;
}

/** A picture on a line of its own. Its caption is text of the speech. */
export interface Figure extends Placed {
  readonly kind: 'figure';
  readonly image: Image;
  readonly caption: readonly Inline[];
  readonly range: SourceRange;
}

/** A stage cue on a line of its own: （掌声） （停顿） */
export interface Cue {
  readonly kind: 'cue';
  readonly children: readonly Inline[];
  readonly range: SourceRange;
}

/** The author's `---`: a new slide begins here. Has no text. */
export interface Break {
  readonly kind: 'break';
  readonly range: SourceRange;
}

/** 落款: name and date at the end, one line each. */
export interface Signature {
  readonly kind: 'signature';
  readonly lines: readonly { readonly children: readonly Inline[]; readonly range: SourceRange }[];
  readonly range: SourceRange;
}

export type Inline =
  | Text
  | Strong
  | Emphasis
  | Mark
  | Link
  | Ruby
  | NoteRef
  | Image
  | Quotation
  | TopicSentence
  | InlineCue;

export interface Text {
  readonly kind: 'text';
  readonly text: string;
  readonly range: SourceRange;
  /**
   * Only where reading repaired this text: pairs (offset in `text`, offset in the source), ascending.
   * From one pair to the next both run in step. Absent: in step from `range.start`.
   * Cut text with `splitInlines`, which keeps ranges exact.
   */
  readonly anchors?: readonly number[];
}
export interface Strong {
  readonly kind: 'strong';
  readonly children: readonly Inline[];
  readonly range: SourceRange;
}
export interface Emphasis {
  readonly kind: 'emphasis';
  readonly children: readonly Inline[];
  readonly range: SourceRange;
}
/** The author's ==要点==. */
export interface Mark {
  readonly kind: 'mark';
  readonly children: readonly Inline[];
  readonly range: SourceRange;
}
export interface Link {
  readonly kind: 'link';
  readonly href: string;
  readonly children: readonly Inline[];
  readonly range: SourceRange;
}
/** 彧（yù）, the author's own reading of a rare character. Text = base + the note as written. */
export interface Ruby {
  readonly kind: 'ruby';
  readonly base: string;
  readonly reading: string;
  /** As written with its brackets: `（yù）`. */
  readonly note: string;
  readonly range: SourceRange;
}
/** A call of a footnote. Its label is not text of the speech. */
export interface NoteRef {
  readonly kind: 'note-ref';
  readonly id: string;
  /** 1, 2, 3 … in order of first call. */
  readonly number: number;
  readonly range: SourceRange;
}
export interface Image {
  readonly kind: 'image';
  /** As written: relative to the speech, or a data: address. Never fetched from another origin. */
  readonly src: string;
  readonly alt: string;
  readonly range: SourceRange;
}
/** A quotation with its marks “…”; `speaker` where the text names one. */
export interface Quotation {
  readonly kind: 'quotation';
  readonly children: readonly Inline[];
  readonly speaker?: FoundText;
  readonly range: SourceRange;
}
/** An unnumbered sentence that heads what follows it: 要加强学习。 */
export interface TopicSentence {
  readonly kind: 'topic';
  readonly children: readonly Inline[];
  readonly range: SourceRange;
}

/** A stage cue inside a sentence: （掌声） */
export interface InlineCue {
  readonly kind: 'cue-inline';
  readonly text: string;
  readonly range: SourceRange;
}

export interface Footnote {
  readonly kind: 'footnote';
  readonly id: string;
  readonly number: number;
  readonly children: readonly Block[];
  readonly range: SourceRange;
}
