import type { Run } from './document.ts';
import { runsText } from './document.ts';

/** The number with the gap behind it, as a typist would leave it: none after 、 or ）, none between 1. and Han. */
export function numberText(
  number: string,
  separator: 'tab' | 'space' | 'nothing',
  runs: readonly Run[],
): string {
  const text = number.trim();
  const next = runsText(runs).trimStart();
  if (separator === 'nothing' || next === '') return text;
  if (/[、，。．：；）】〕」』①-⑳⑴-⒛㊀-㊉]$/.test(text)) return text;
  if (/[.)]$/.test(text) && /^[^\x20-\x7e]/.test(next)) return text;
  return `${text} `;
}
