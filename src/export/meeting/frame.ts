import type { Deck } from '../../deck/plan/types.ts';
import type { Handout } from '../../handout/flow/types.ts';
import type { Language } from '../../i18n/language.ts';
import type { SpeechChoices } from '../../import/meeting-file.ts';
import type { SourceText } from '../../text/source.ts';

/** What a meeting file is made from. */
export interface MeetingSpeech {
  /** The author's text, as it is to be opened again. */
  readonly source: SourceText;
  readonly deck: Deck;
  readonly handout: Handout;
  /** Names of pictures by their address in deck and handout, where that is their data; as the author's text names them. */
  readonly pictureNames?: Readonly<Record<string, string>>;
  /** What the author does not want repaired. */
  readonly choices?: SpeechChoices;
}

export interface MeetingOptions {
  /** Where the speech's pictures lie; only this origin and `data:` are ever asked. */
  readonly baseUrl: string;
  /** Of what the file's windows say themselves. */
  readonly language: Language;
  /** Points come one by one. */
  readonly fragments?: boolean;
  readonly signal?: AbortSignal;
  /** Told the share of the work that is done, from 0 to 1. */
  readonly progress?: (share: number) => void;
}

export interface MeetingFile {
  readonly html: string;
  readonly slides: number;
  readonly pages: number;
  /** Pictures that could not be had, as the author named them. */
  readonly missingPictures: readonly string[];
  /** Characters that no bundled face has. */
  readonly uncovered: readonly string[];
  /** Characters of the handout that its pages do not hold, and the other way round: not 0 means that the file is not to be used. */
  readonly lost: number;
}

/** The interface of the page that writes meeting files, as `window.jiangtaiMeeting` of meeting.html. */
export interface MeetingFrame {
  readonly ready: Promise<void>;
  /**
   * Lays out slides and pages, cuts their faces and puts all into one document.
   *
   * @throws the reason of `signal` once it is aborted; Error where a part of the program cannot be loaded
   */
  write(speech: MeetingSpeech, options: MeetingOptions): Promise<MeetingFile>;
}

declare global {
  interface Window {
    jiangtaiMeeting?: MeetingFrame;
  }
}
