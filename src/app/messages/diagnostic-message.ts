import type { Language } from '../../i18n/language.ts';
import { formatMessage } from '../../i18n/message.ts';
import { READING_PROBLEMS, UNNAMED_PROBLEM } from '../../repair/messages.ts';
import { speechMessage } from '../../speech/messages.ts';
import type { Diagnostic } from '../../text/diagnostic.ts';

/** What was noticed, in the user's language: by the words of the room that noticed it. */
export function problemSentence(problem: Diagnostic, language: Language): string {
  const { code, values } = problem;
  const wording = READING_PROBLEMS[code] ?? UNNAMED_PROBLEM;
  return speechMessage(problem, language) ?? formatMessage(wording[language], { text: '', code, ...values });
}
