import type { Language } from '../i18n/language.ts';
import { formatMessage } from '../i18n/message.ts';
import type { RepairKind } from '../repair/clean-text.ts';
import { REPAIR_DIAGNOSTICS, REPAIR_NAMES, UNNAMED_DIAGNOSTIC } from '../repair/messages.ts';
import type { Diagnostic } from '../text/diagnostic.ts';

/** Name of a kind of repair. */
export function repairName(kind: RepairKind, language: Language): string {
  return REPAIR_NAMES[kind][language];
}

/** Sentence for something reading saw and left alone. */
export function diagnosticSentence(diagnostic: Diagnostic, language: Language): string {
  const wording = REPAIR_DIAGNOSTICS[diagnostic.code] ?? UNNAMED_DIAGNOSTIC;
  return formatMessage(wording[language], { text: '', code: diagnostic.code, ...diagnostic.values });
}
