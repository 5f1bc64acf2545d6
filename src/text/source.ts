/** Half-open range of UTF-16 offsets. Unless said otherwise: into the author's source. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** Plain text is the first-class format; Markdown is understood where the author used it. */
export type TextFormat = 'plain' | 'markdown';

/** What a text was found in. A Word file has no head and foot of a web page, and no lines broken by a PDF. */
export type TextOrigin = 'docx' | 'html';

/**
 * The author's text, decoded but otherwise exactly as delivered.
 * Line ends are `\n` (as in the editor), so that offsets mean the same everywhere.
 */
export interface SourceText {
  readonly text: string;
  readonly format: TextFormat;
  /** File name without folders, for messages; empty for pasted text. */
  readonly name: string;
  /** Absent for a text file, and where it is not known. */
  readonly origin?: TextOrigin;
}

/** A piece of text found in the source, with its place there. */
export interface FoundText {
  readonly text: string;
  readonly range: SourceRange;
}
