/** Why a file cannot be read; the message `reading.<code>` in the user's language says what to do. */
export type ImportErrorCode =
  | 'empty'
  | 'too-large'
  | 'binary'
  | 'picture'
  | 'pdf'
  | 'rtf'
  | 'old-doc'
  | 'wps'
  | 'zip'
  | 'docx-broken'
  | 'docx-encrypted'
  | 'zip-bomb'
  | 'spreadsheet'
  | 'presentation'
  | 'opendocument'
  | 'epub'
  | 'web-archive'
  | 'page-too-large'
  | 'wrong-encoding'
  | 'unknown-encoding';

/** The one error that reading throws for bad input; anything else is a bug. Carries no words, only values. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  constructor(
    readonly code: ImportErrorCode,
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(`reading.${code} ${JSON.stringify(values)}`);
  }
}
