import type { SourceRange } from './source.ts';

/** A fact about the text that its author should look at: what was seen, where, and maybe a fix. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** Values for the message of `code`, which the app and the command line print in the user's language. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly range: SourceRange;
  /** Replaces `range` of the source by `insert`. */
  readonly fix?: { readonly range: SourceRange; readonly insert: string };
}
