import type { Diagnostic } from '../../text/diagnostic.ts';

/** A line of the text with the places where something could not be read. */
export interface WrittenLine {
  readonly text: string;
  readonly problems: readonly (Omit<Diagnostic, 'range'> & { readonly at: number })[];
  /** Lines of one group stand on neighbouring lines: rows of a table, items of a list. */
  readonly group?: 'table' | 'list' | 'quote' | 'note';
}
