import type { Deck } from '../../deck/plan/types.ts';
import type { Language } from '../../i18n/language.ts';
import { PICTURES_BLOCK, SPEECH_BLOCK } from '../../import/meeting-file.ts';

/** Ids of the blocks of a meeting file that hold the speech. */
export const MEETING_BLOCKS = {
  speech: SPEECH_BLOCK,
  show: 'jiangtai-show',
  handout: 'jiangtai-handout',
  pictures: PICTURES_BLOCK,
  licences: 'jiangtai-licences',
} as const;

/** What the windows of the show need. */
export interface ShowBlock {
  /** Of the file; another export of the same speech has another. */
  readonly id: string;
  /** Of what the windows themselves say. */
  readonly language: Language;
  readonly deck: Deck;
  /** Points come one by one. */
  readonly fragments: boolean;
}

/** The laid-out pages. */
export interface HandoutBlock {
  /** Style sheets of the pages. */
  readonly style: string;
  /** The sheets; pictures are named by `data-picture` as the author named them. */
  readonly html: string;
  readonly title: string;
  /** Of the paper, mm. */
  readonly width: number;
  readonly booklet: boolean;
}

/** The author's text of a meeting's speech, as it is spoken: a paragraph a line. */
export function spokenLines({ slides }: Pick<Deck, 'slides'>): string[] {
  const lines: string[] = [];
  for (const { startsLine, text } of slides.flatMap(({ notes }) => notes)) {
    if (startsLine || lines.length === 0) lines.push(text);
    else lines[lines.length - 1] += text;
  }
  return lines;
}
