import type { Section } from '../../speech/types.ts';
import { hasWords, titleOf } from './section-title.ts';
import { LONGEST_KEY, type SlideForm } from './slide-draft.ts';
import { shownText } from './trim-point.ts';
import type { SlideText } from './types.ts';

/** What slides stand under. */
export interface Heading {
  readonly title?: SlideText;
  /** The heading around it. */
  readonly above?: SlideText;
  /** Something is shown under it, however short what stands there is. */
  readonly required?: boolean;
  /** Names it in keys. */
  readonly path: string;
}

/** The heading of a section below another. */
export function headingOf(section: Section, parent: Heading | undefined): Heading {
  const title = hasWords(section) ? titleOf(section) : undefined;
  const name = (title ? shownText(title) : (section.marker?.text ?? '')).slice(0, LONGEST_KEY);
  const above = parent?.title ?? parent?.above;
  return {
    ...(title && { title }),
    ...(above && { above }),
    path: parent ? `${parent.path}/${name}` : name,
  };
}

/** A form under its heading: a title of its own makes the heading its running line. */
export function headed(form: SlideForm, { title, above }: Heading): SlideForm {
  const running = form.title === undefined ? above : (title ?? above);
  const shown = form.title ?? title;
  return { ...form, ...(shown && { title: shown }), ...(running && { running }) };
}
