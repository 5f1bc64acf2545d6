import type { Language } from '../../i18n/language.ts';
import { formatMessage } from '../../i18n/message.ts';
import { IMPORT_ERRORS } from '../../import/messages.ts';
import { UnreadableSpeech } from '../../library/http/speech-client.ts';
import { LibraryError } from '../../library/library-error.ts';
import { LIBRARY_ERRORS } from '../i18n/library-error-messages.ts';
import { MESSAGES } from '../i18n/messages.ts';
import { LinkedFileError } from '../session/linked-file-error.ts';
import { SettingsRefused } from '../settings/settings-refused.ts';

/** One sentence for a person about anything that was thrown. */
export function errorMessage(error: unknown, language: Language): string {
  if (error instanceof LibraryError) return formatMessage(LIBRARY_ERRORS[error.code][language], error.values);
  if (error instanceof LinkedFileError)
    return formatMessage(MESSAGES[`own.error.${error.code}`][language], error.values);
  if (error instanceof SettingsRefused) return MESSAGES['settings.refused'][language];
  const code = readingCode(error);
  if (code && code in IMPORT_ERRORS) {
    const { values } = error as UnreadableSpeech;
    return formatMessage(IMPORT_ERRORS[code as keyof typeof IMPORT_ERRORS][language], values);
  }
  return formatMessage(MESSAGES['app.fault'][language], {
    reason: error instanceof Error ? error.message : String(error),
  });
}

/** Also for a ImportError thrown in the browser, which has the same shape. */
function readingCode(error: unknown): string | undefined {
  if (error instanceof UnreadableSpeech) return error.code;
  return error instanceof Error && error.name === 'ImportError'
    ? (error as UnreadableSpeech).code
    : undefined;
}
