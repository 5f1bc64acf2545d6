import { READING_ERRORS, READING_PROBLEMS, REPAIR_NAMES, UNNAMED_PROBLEM } from '../read/messages.ts';
import type { ReadingError } from '../read/reading-error.ts';
import type { ReadingProblem, RepairKind } from '../read/types.ts';
import { fill, type Language } from './messages.ts';

/** What to tell a person whose file cannot be read. */
export function readingMessage(error: ReadingError, language: Language): string {
  return fill(READING_ERRORS[error.code][language], error.values);
}

/** Name of a kind of repair. */
export function repairName(kind: RepairKind, language: Language): string {
  return REPAIR_NAMES[kind][language];
}

/** Sentence for something reading saw and left alone. */
export function problemMessage(problem: ReadingProblem, language: Language): string {
  const wording = READING_PROBLEMS[problem.code] ?? UNNAMED_PROBLEM;
  return fill(wording[language], { text: '', code: problem.code, ...problem.values });
}
