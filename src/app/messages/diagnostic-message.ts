import type { Language } from '../../i18n/language.ts';
import { formatMessage } from '../../i18n/message.ts';
import { REPAIR_DIAGNOSTICS, UNNAMED_DIAGNOSTIC } from '../../repair/messages.ts';
import { speechMessage } from '../../speech/messages.ts';
import type { Diagnostic } from '../../text/diagnostic.ts';

/** What was noticed, in the user's language: by the words of the room that noticed it. */
export function diagnosticMessage(diagnostic: Diagnostic, language: Language): string {
  const { code, values } = diagnostic;
  const wording = REPAIR_DIAGNOSTICS[code] ?? UNNAMED_DIAGNOSTIC;
  return (
    speechMessage(diagnostic, language) ?? formatMessage(wording[language], { text: '', code, ...values })
  );
}
