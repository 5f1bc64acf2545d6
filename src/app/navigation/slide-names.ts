import type { NotePart, Slide, SlideText } from '../../deck/plan/types.ts';
import { inlineText } from '../../speech/text.ts';
import type { LanguageController } from '../i18n/language-controller.ts';

/** Title of a slide for lists; a slide without one is named by its first spoken words, else empty. */
export function slideName(slide: Slide): string {
  if (slide.title) return textOf(slide.title);
  return slide.notes.find((part) => part.text.trim() !== '')?.text.trim() ?? '';
}

function textOf({ marker = '', inlines }: SlideText): string {
  return marker + inlineText(inlines);
}

/** What lists and screen readers call a slide; `t` gives the words for one that has none of its own. */
export function nameOf(slide: Slide, t: LanguageController['t']): string {
  if (slide.layout === 'agenda') return t('layout.agenda');
  const name = slideName(slide);
  if (name === '') return slide.layout === 'closing' ? t('layout.closing') : t('app.untitled');
  return slide.continued ? name + t('slides.continued') : name;
}

/** The spoken text of a slide, its pieces by lines. */
export function spokenLines(slide: Slide): NotePart[][] {
  const lines: NotePart[][] = [];
  for (const part of slide.notes) {
    const last = lines.at(-1);
    if (part.startsLine || !last) lines.push([part]);
    else last.push(part);
  }
  return lines.filter((line) => line.some(({ text }) => text.trim() !== ''));
}

/** `m:ss` for a number of seconds. */
export function clockTime(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
