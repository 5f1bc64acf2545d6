import type { Stretch } from './paired-marks.ts';
import { type Paragraph, textIn } from './paragraph.ts';
import type { SlideForm } from './slide-draft.ts';
import { shownText, shownWords } from './trim-point.ts';
import type { SlideText } from './types.ts';

/** A text that may be shown: cut from the model when it is. */
export interface PointText {
  readonly words: string;
  text(): SlideText;
}

/** Something worth showing in a run of text. */
export interface Item {
  /** The parts of the run whose words it shows: from the first to before the last. */
  readonly from: number;
  readonly to: number;
  /** Stands with its neighbours on a slide of points. */
  readonly points?: readonly PointText[];
  /** Has a slide of its own: the ways to set it, best first. */
  readonly forms?: readonly SlideForm[];
  readonly score: number;
  /** Tells items of one form apart in keys that edits leave alone. */
  readonly name?: string;
}

export function pointOf(text: SlideText): PointText {
  return { words: shownText(text), text: () => text };
}

export function pointIn(paragraph: Paragraph, stretch: Stretch): PointText {
  return {
    words: shownWords(paragraph.text.slice(stretch.from, stretch.to)),
    text: () => textIn(paragraph, stretch),
  };
}
