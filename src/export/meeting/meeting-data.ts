import type { Deck } from '../../deck/plan/types.ts';
import type { Language } from '../../i18n/language.ts';
import type { SourceText } from '../../text/source.ts';
import type { SpeechChoices } from './frame.ts';

/** Ids of the blocks of a meeting file that hold the speech. */
export const MEETING_BLOCKS = {
  speech: 'jiangtai-speech',
  show: 'jiangtai-show',
  handout: 'jiangtai-handout',
  pictures: 'jiangtai-pictures',
  licences: 'jiangtai-licences',
} as const;

/** The author's speech, from which Jiangtai makes all the rest again. */
export interface SpeechBlock {
  /** Of this form of file. */
  readonly version: 1;
  readonly source: SourceText;
  readonly choices?: SpeechChoices;
}

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

/** `data:` address of each picture, as the author named it. */
export type PicturesBlock = Readonly<Record<string, string>>;

/** The author's text of a meeting's speech, as it is spoken: a paragraph a line. */
export function spokenLines({ slides }: Pick<Deck, 'slides'>): string[] {
  const lines: string[] = [];
  for (const { startsLine, text } of slides.flatMap(({ notes }) => notes)) {
    if (startsLine || lines.length === 0) lines.push(text);
    else lines[lines.length - 1] += text;
  }
  return lines;
}
