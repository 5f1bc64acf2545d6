/** Why a file of the user's was not written; said by this key (`own.error.<code>`). */
export type OwnFileErrorCode = 'changed' | 'gone' | 'refused' | 'failed';

/** A file of the user's own was not written. Carries no words. */
export class OwnFileError extends Error {
  override readonly name = 'OwnFileError';
  constructor(
    readonly code: OwnFileErrorCode,
    /** `name` of the file; `reason` of the browser. */
    readonly values: Readonly<Record<string, string>>,
  ) {
    super(`own.error.${code} ${JSON.stringify(values)}`);
  }
}
