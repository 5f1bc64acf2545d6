import type { Encoding } from '../import/bytes.ts';
import type { LibraryErrorCode } from './library-error.ts';

/** Paths of the folder's API, relative to the app. */
export const API_PATH = 'api/speeches';
export const EVENTS_PATH = 'api/speech-events';
export const BYTES_PATH = 'api/speech-bytes';
export const SEARCH_PATH = 'api/speech-search';
export const REMOVED_PATH = 'api/removed-speeches';
export const VERSIONS_PATH = 'api/speech-versions';
/** Name of the page's mark that its own server runs it. */
export const SERVED_MARK = 'jiangtai-served';
export const PICTURE_LIST_PATH = 'api/pictures';
/** Pictures beside the speeches; also the base of relative picture addresses in a speech. */
export const PICTURES_PATH = 'speeches/';
/** The sample speeches, files beside the app. */
export const SAMPLES_PATH = 'samples/';

/** A removed speech can be brought back this long, days. */
export const KEPT_DAYS = 30;
/** Characters of the name a user may give a version. */
export const MAX_LABEL = 80;

/** Bytes of a request's body that replaces a text. */
export const MAX_BODY_BYTES = 5 * 1024 * 1024;
/** Bytes of a request's body that brings a file, as base64: a photograph of 20 MB. */
export const MAX_FILE_BODY_BYTES = 28 * 1024 * 1024;

/** One line of the list. */
export interface SpeechEntry {
  readonly name: string;
  /** Guess from the first lines; empty when there is none. */
  readonly title: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Hash of the bytes; names this state of the file. */
  readonly revision: string;
}

export interface SpeechListing {
  /** Name of the folder, for display. */
  readonly folder: string;
  readonly speeches: readonly SpeechEntry[];
}

/** A speech as it is on disk; `text` has `\n` line ends. */
export interface SpeechFile {
  readonly name: string;
  readonly text: string;
  readonly revision: string;
  readonly modified: number;
  readonly encoding: Encoding;
  /** False: another encoding fits nearly as well. */
  readonly confident: boolean;
  /** Who wrote this state of the file through the app, as far as this server knows. */
  readonly writer?: EditStamp;
  /**
   * Version vector: each tab's last edit in this file, its own write or that of a tab that recovered its draft; as far as
   * this server knows.
   */
  readonly vector?: readonly EditStamp[];
}

/** How a text is written. */
export interface WriteOptions {
  /** The page is being left: the request must outlive it, and the answer is not handled. */
  readonly leaving?: boolean;
  /** Drafts of other tabs that the text replaces: they count as written by their tabs. */
  readonly supersedes?: readonly EditStamp[];
}

/** A tab and the time of one of its edits. */
export interface EditStamp {
  readonly tab: string;
  /** Ms since 1970, by the tab's logical clock. */
  readonly time: number;
}

/** Header of a write: `TAB TIME` of the writer, then of each superseded draft, separated by `, `. */
export const STAMPS_HEADER = 'x-jiangtai-writer';

export interface WrittenSpeech {
  readonly revision: string;
  readonly modified: number;
  readonly encoding: Encoding;
  /** Name of the copy of the original bytes, made because the encoding had to change. */
  readonly original?: string;
}

/** A removed speech. */
export interface RemovedSpeech {
  readonly id: string;
  readonly name: string;
  /** Guess from the first lines; empty when there is none. */
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly removed: number;
}

/** A speech that a search found; where the words are in its text, the first of them with what is around it. */
export interface SearchHit {
  readonly name: string;
  readonly excerpt?: { readonly before: string; readonly match: string; readonly after: string };
}

/** Why a state of a speech was kept. */
export const VERSION_REASONS = [
  'opened',
  'interval',
  'before-repairs',
  'before-restore',
  'before-choice',
  'left',
  'named',
] as const;
export type VersionReason = (typeof VERSION_REASONS)[number];

/** A state to keep. */
export interface VersionDraft {
  /** `\n` line ends. */
  readonly text: string;
  readonly reason: VersionReason;
  /** The user's name for it, at most {@link MAX_LABEL} characters. */
  readonly label?: string;
  /** When it was kept, ms since 1970, of a version that comes from elsewhere: it takes its place among the others. */
  readonly time?: number;
}

/** A kept state of a speech. */
export interface VersionEntry {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly reason: VersionReason;
  /** The user's name for it; such a version is never dropped. */
  readonly label?: string;
  /** Visible characters of its text. */
  readonly characters: number;
}

/** Every speech and its revision, sent when the feed opens and after each change. */
export interface FolderState {
  readonly revisions: Readonly<Record<string, string>>;
}

/** Body of every answer that is no success. `changed` carries the file as it now is. */
export interface ApiError {
  readonly error: `store.${LibraryErrorCode}` | `reading.${string}`;
  readonly values: Readonly<Record<string, string | number>>;
  readonly current?: SpeechFile;
}
