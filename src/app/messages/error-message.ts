import type { Language } from '../../i18n/language.ts';
import { formatMessage, type Message } from '../../i18n/message.ts';
import { UserFacingError } from '../../i18n/user-facing-error.ts';
import { ImportError } from '../../import/import-error.ts';
import { IMPORT_ERRORS } from '../../import/messages.ts';
import { LibraryError } from '../../library/library-error.ts';
import { LIBRARY_ERRORS } from '../i18n/library-error-messages.ts';
import { MESSAGES } from '../i18n/messages.ts';
import { LinkedFileError } from '../session/linked-file-error.ts';

/** One sentence for a person about anything that was thrown. */
export function errorMessage(error: unknown, language: Language): string {
  const message = error instanceof UserFacingError ? messageOf(error) : undefined;
  if (message) return formatMessage(message[language], (error as UserFacingError).values);
  return formatMessage(MESSAGES['app.fault'][language], {
    reason: error instanceof Error ? error.message : String(error),
  });
}

/** The message of an error's code, in the table of the room that threw it. */
function messageOf(error: UserFacingError): Message | undefined {
  if (error instanceof LibraryError) return LIBRARY_ERRORS[error.code];
  if (error instanceof ImportError) return IMPORT_ERRORS[error.code];
  if (error instanceof LinkedFileError) return MESSAGES[`own.error.${error.code}`];
  return (MESSAGES as Readonly<Record<string, Message>>)[error.code];
}
