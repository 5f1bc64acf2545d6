import { READING_ERRORS } from '../../read/messages.ts';
import { UnreadableSpeech } from '../../store/speech-client.ts';
import { StoreError } from '../../store/store-error.ts';
import { OwnFileError } from '../own-files/own-file-error.ts';
import { SettingsRefused } from '../settings/settings-refused.ts';
import { STORE_WORDS } from './store-words.ts';
import { fill, type Language } from './wording.ts';
import { WORDS } from './words.ts';

/** One sentence for a person about anything that was thrown. */
export function errorSentence(error: unknown, language: Language): string {
  if (error instanceof StoreError) return fill(STORE_WORDS[error.code][language], error.values);
  if (error instanceof OwnFileError) return fill(WORDS[`own.error.${error.code}`][language], error.values);
  if (error instanceof SettingsRefused) return WORDS['settings.refused'][language];
  const code = readingCode(error);
  if (code && code in READING_ERRORS) {
    const { values } = error as UnreadableSpeech;
    return fill(READING_ERRORS[code as keyof typeof READING_ERRORS][language], values);
  }
  return fill(WORDS['app.fault'][language], {
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
