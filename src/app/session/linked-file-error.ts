/** Why a file of the user's was not written; said by this key (`own.error.<code>`). */
export type LinkedFileErrorCode = 'changed' | 'gone' | 'refused' | 'failed';

/** A file of the user's own was not written. Carries no words. */
export class LinkedFileError extends Error {
  override readonly name = 'LinkedFileError';
  constructor(
    readonly code: LinkedFileErrorCode,
    /** `name` of the file; `reason` of the browser. */
    readonly values: Readonly<Record<string, string>>,
  ) {
    super(`own.error.${code} ${JSON.stringify(values)}`);
  }
}
