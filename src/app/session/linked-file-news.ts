import type { LinkedFileError } from './linked-file-error.ts';

/** What became of the last save to a file of the user's: told in a bar over the text. */
export type LinkedFileNews =
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'failed'; readonly error: LinkedFileError };
