import { ExportError } from '../export/browser/export-error.ts';
import { EXPORT_ERRORS } from '../export/browser/messages.ts';
import type { Language } from '../i18n/language.ts';
import { formatMessage } from '../i18n/message.ts';
import type { UserFacingError } from '../i18n/user-facing-error.ts';
import { ImportError } from '../import/import-error.ts';
import { IMPORT_ERRORS } from '../import/messages.ts';
import { type MessageKey, message } from './messages.ts';
import { UserError } from './user-error.ts';

/** One sentence about an error, in the words of the room that threw it. */
export function errorMessage(error: UserFacingError, language: Language): string {
  if (error instanceof ImportError) return formatMessage(IMPORT_ERRORS[error.code][language], error.values);
  if (error instanceof ExportError) return formatMessage(EXPORT_ERRORS[error.code][language], error.values);
  return message(error.code as MessageKey, language, error.values);
}

/** 1 = something is wrong with the speech or its pages; 2 = wrong use, or a file that cannot be read or written. */
export function exitCodeOf(error: UserFacingError): 1 | 2 {
  if (error instanceof UserError) return error.exitCode;
  return error instanceof ExportError && error.code === 'pages.text-lost' ? 1 : 2;
}
