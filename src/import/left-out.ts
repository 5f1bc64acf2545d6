import { escapeLineStart, escapeText } from '../text/markdown-escapes.ts';
import type { TextFormat } from '../text/source.ts';

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

/** A change that puts text into a text: nothing is taken out of it. */
export interface Insertion {
  readonly offset: number;
  readonly insert: string;
}

/**
 * The change that takes a piece back where it stood: inside its line, or on lines of its own between paragraphs.
 * In Markdown its own signs are escaped.
 *
 * @param text where it goes; `offset` of the entry is an offset of it
 */
export function insertionOf(
  { text: words, offset, block }: LeftOut,
  text: string,
  format: TextFormat,
): Insertion {
  const lines = words.split('\n').map((line) => line.trim());
  const written = (line: string) => (format === 'markdown' ? escapeText(line) : line);
  if (!block) return { offset, insert: written(lines.join(' ')) };
  const gap = format === 'markdown' ? '\n\n' : '\n';
  const own = lines
    .filter((line) => line !== '')
    .map((line) => (format === 'markdown' ? escapeLineStart(written(line)) : line))
    .join(gap);
  if (offset === 0) return { offset, insert: text === '' ? own : own + gap };
  // Behind the last line, or behind the line it followed.
  const end = text.indexOf('\n', offset);
  const at = text[offset - 1] === '\n' ? offset - 1 : end < 0 ? text.length : end;
  return { offset: at, insert: gap + own };
}

/** A text with pieces of some kinds taken back, and how its offsets move. */
export interface TakenBack {
  readonly text: string;
  /** What is still left out, by its place in the new text. */
  readonly leftOut: readonly LeftOut[];
  /** Offset of the old text → of the new. */
  move(offset: number): number;
}

/** Takes back all pieces of some kinds. */
export function takeBack(
  text: string,
  format: TextFormat,
  leftOut: readonly LeftOut[],
  kinds: readonly LeftOutKind[],
): TakenBack {
  const insertions = leftOut
    .filter(({ kind }) => kinds.includes(kind))
    .map((entry) => insertionOf(entry, text, format))
    .sort((a, b) => a.offset - b.offset);
  let result = '';
  let at = 0;
  for (const { offset, insert } of insertions) {
    result += text.slice(at, offset) + insert;
    at = offset;
  }
  const move = (offset: number) =>
    insertions.reduce((moved, one) => (one.offset < offset ? moved + one.insert.length : moved), offset);
  return {
    text: result + text.slice(at),
    leftOut: leftOut
      .filter(({ kind }) => !kinds.includes(kind))
      .map((entry) => ({ ...entry, offset: move(entry.offset) })),
    move,
  };
}
