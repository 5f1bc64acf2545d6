/**
 * What reading a Word file or a web page leaves out, by kind; one entry a kind. Each can be taken back.
 *
 * - `navigation` lists of links and menus; `surroundings` other parts of a page around its article; `control`
 *   buttons, choices and fields of forms
 * - `hidden` text that is there but not shown; `deleted` tracked deletions; `comment` reviewers' comments;
 *   `placeholder` prompts of empty form fields; `contents` the table of contents; `margin` page heads and feet
 */
export const LEFT_OUT_KINDS = [
  'navigation',
  'surroundings',
  'control',
  'hidden',
  'deleted',
  'comment',
  'placeholder',
  'contents',
  'margin',
] as const;
export type LeftOutKind = (typeof LEFT_OUT_KINDS)[number];

/** One piece of text that a reader of the file would not take for the speech. */
export interface LeftOut {
  readonly kind: LeftOutKind;
  readonly text: string;
  /** Where it stood: offset into the text of the speech, as imported. */
  readonly offset: number;
  /** It stood between two paragraphs, on lines of its own. */
  readonly block: boolean;
}
