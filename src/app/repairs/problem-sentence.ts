import { READING_PROBLEMS, UNNAMED_PROBLEM } from '../../read/messages.ts';
import type { ReadingProblem } from '../../read/types.ts';
import { speechMessage } from '../../speech/messages.ts';
import type { Diagnostic } from '../../speech/types.ts';
import { fill, type Language } from '../i18n/wording.ts';

/** What was noticed, in the user's language: by the words of the room that noticed it. */
export function problemSentence(problem: ReadingProblem | Diagnostic, language: Language): string {
  const { code, values } = problem;
  const wording = READING_PROBLEMS[code] ?? UNNAMED_PROBLEM;
  return speechMessage(problem, language) ?? fill(wording[language], { text: '', code, ...values });
}
