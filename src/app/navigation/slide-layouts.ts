import type { SlideLayout } from '../../deck/plan/types.ts';
import { PLANNED } from '../../text/author-comment.ts';
import type { LanguageController } from '../i18n/language-controller.ts';

/** Layouts of a slide's words, in the order of the menu. */
export const LAYOUTS = [
  'points',
  'statement',
  'figure-number',
  'text',
  'cards',
  'ladder',
  'parallel',
  'wall',
  'terms',
  'pair',
  'contrast',
  'condition',
  'question',
  'change',
  'figures',
  'table',
  'timeline',
  'steps',
  'quote',
  'image',
] as const satisfies readonly SlideLayout[];

export type Layout = (typeof LAYOUTS)[number];

/** True of a layout that slides of words have; false of cover, agenda, divider and closing, and of what is no layout. */
export const isLayout = (layout: string): layout is Layout => (LAYOUTS as readonly string[]).includes(layout);

/** The name of one entry of the author's comment about slides; of a layout there is not: as written. */
export function choiceName(entry: string, t: LanguageController['t']): string {
  if (entry === PLANNED) return t('slides.layout.planned');
  if (entry === 'join' || entry === 'split') return t(`slides.${entry}`);
  return isLayout(entry) ? t(`layout.${entry}`) : entry;
}
