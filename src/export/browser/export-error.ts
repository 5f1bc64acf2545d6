import { UserFacingError } from '../../i18n/user-facing-error.ts';
import type { EXPORT_ERRORS } from './messages.ts';

/** Nothing can be printed, or must not be; its message is in `EXPORT_ERRORS`. */
export class ExportError extends UserFacingError<keyof typeof EXPORT_ERRORS> {
  override readonly name = 'ExportError';
}
