import type { Diagnostic } from '../../text/diagnostic.ts';
import type { LeftOutKind } from '../left-out.ts';

/** Something left out, by its offset in a line. */
export interface LeftOutMark {
  readonly kind: LeftOutKind;
  readonly text: string;
  readonly at: number;
}

/** A line of the text with the places where something could not be read, or was left out. */
export interface WrittenLine {
  readonly text: string;
  readonly diagnostics: readonly (Omit<Diagnostic, 'range'> & { readonly at: number })[];
  readonly leftOut: readonly LeftOutMark[];
  /** Lines of one group stand on neighbouring lines: rows of a table, items of a list. */
  readonly group?: 'table' | 'list' | 'quote' | 'note';
  /** It goes on with the paragraph of the line before it. */
  readonly continues?: boolean;
}
