import { UserFacingError } from '../i18n/user-facing-error.ts';

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
  | 'docx-too-complex'
  | 'damaged-text'
  | 'damaged-notes'
  | 'damaged-styles'
  | 'damaged-part'
  | 'docx-encrypted'
  | 'zip-bomb'
  | 'spreadsheet'
  | 'presentation'
  | 'opendocument'
  | 'ofd'
  | 'epub'
  | 'web-archive'
  | 'meeting-file'
  | 'meeting-newer'
  | 'page-too-large'
  | 'wrong-encoding'
  | 'unknown-encoding';

/** Thrown for files that cannot be read as a speech; its message is in `IMPORT_ERRORS`. Anything else that import throws is a bug. */
export class ImportError extends UserFacingError<ImportErrorCode> {
  override readonly name = 'ImportError';
}
