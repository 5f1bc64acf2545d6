import type { Language } from '../../i18n/language.ts';
import { formatMessage } from '../../i18n/message.ts';
import { READING_ERRORS } from '../../import/messages.ts';
import { UnreadableSpeech } from '../../library/http/speech-client.ts';
import { StoreError } from '../../library/library-error.ts';
import { STORE_WORDS } from '../i18n/library-error-messages.ts';
import { WORDS } from '../i18n/messages.ts';
import { OwnFileError } from '../session/linked-file-error.ts';
import { SettingsRefused } from '../settings/settings-refused.ts';

/** One sentence for a person about anything that was thrown. */
export function errorSentence(error: unknown, language: Language): string {
  if (error instanceof StoreError) return formatMessage(STORE_WORDS[error.code][language], error.values);
  if (error instanceof OwnFileError)
    return formatMessage(WORDS[`own.error.${error.code}`][language], error.values);
  if (error instanceof SettingsRefused) return WORDS['settings.refused'][language];
  const code = readingCode(error);
  if (code && code in READING_ERRORS) {
    const { values } = error as UnreadableSpeech;
    return formatMessage(READING_ERRORS[code as keyof typeof READING_ERRORS][language], values);
  }
  return formatMessage(WORDS['app.fault'][language], {
    reason: error instanceof Error ? error.message : String(error),
  });
}

/** Also for a ReadingError thrown in the browser, which has the same shape. */
function readingCode(error: unknown): string | undefined {
  if (error instanceof UnreadableSpeech) return error.code;
  return error instanceof Error && error.name === 'ReadingError'
    ? (error as UnreadableSpeech).code
    : undefined;
}
