import type { Deck } from './types.ts';

/** The only words on slides that are not the author's (docs/ARCHITECTURE.md, The promise and its proof). */
export const SLIDE_LABELS: Readonly<
  Record<Deck['lang'], { agenda: string; continued: string; thanks: string }>
> = {
  'zh-Hans': { agenda: '目录', continued: '（续）', thanks: '谢谢' },
  'zh-Hant': { agenda: '目錄', continued: '（續）', thanks: '謝謝' },
};

/** 年, 月, 日 between the digits of a date that the author wrote as 2024-09-02: labels, the same in both scripts. */
const DATE_LABELS = ['年', '月', '日'] as const;

/** A date as a machine writes it: year, month and day, with the zeros that 9月2日 has not. */
const MACHINE_DATE = /^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$/u;

/**
 * The author's digits of a date written 2024-09-02, each with the label that stands behind it on the cover.
 *
 * @returns undefined for any other text
 */
export function dateWithLabels(text: string): readonly { digits: string; label: string }[] | undefined {
  const match = MACHINE_DATE.exec(text.trim());
  return match
    ? DATE_LABELS.map((label, index) => ({ digits: match[index + 1] as string, label }))
    : undefined;
}
