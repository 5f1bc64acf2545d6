import { UserFacingError } from '../../i18n/user-facing-error.ts';

/** Why a file outside the library was not written; its message is `own.error.<code>`. */
export type LinkedFileErrorCode = 'changed' | 'gone' | 'refused' | 'failed';

/** A linked file was not written. Values: `name` of the file; `reason` as the browser words it. */
export class LinkedFileError extends UserFacingError<LinkedFileErrorCode> {
  override readonly name = 'LinkedFileError';
}
