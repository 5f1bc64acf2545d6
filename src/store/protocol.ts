import type { Encoding } from '../read/bytes.ts';
import type { StoreErrorCode } from './store-error.ts';

/** Paths of the folder's API, relative to the app. */
export const API_PATH = 'api/speeches';
export const EVENTS_PATH = 'api/speech-events';
/** Pictures beside the speeches; also the base of relative picture addresses in a speech. */
export const PICTURES_PATH = 'speeches/';

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
  readonly writer?: Writer;
}

/** A page of the app, and when it took the text it wrote. */
export interface Writer {
  readonly page: string;
  /** Milliseconds since 1970, by the page's clock. */
  readonly time: number;
}

/** Header of a write: `PAGE TIME`. */
export const WRITER_HEADER = 'x-jiangtai-writer';

export interface WrittenSpeech {
  readonly revision: string;
  readonly modified: number;
  readonly encoding: Encoding;
  /** Name of the copy of the original bytes, made because the encoding had to change. */
  readonly original?: string;
}

/** Every speech and its revision, sent when the feed opens and after each change. */
export interface FolderState {
  readonly revisions: Readonly<Record<string, string>>;
}

/** Body of every answer that is no success. `changed` carries the file as it now is. */
export interface ApiError {
  readonly error: `store.${StoreErrorCode}` | `reading.${string}`;
  readonly values: Readonly<Record<string, string | number>>;
  readonly current?: SpeechFile;
}
