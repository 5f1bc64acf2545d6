import type { Encoding } from '../import/bytes.ts';
import type {
  FolderState,
  RemovedSpeech,
  SearchHit,
  SpeechFile,
  SpeechListing,
  VersionDraft,
  VersionEntry,
  WriteOptions,
  WrittenSpeech,
} from './protocol.ts';

/**
 * Where the speeches are: a folder on this machine, or this browser. The app works on either alike.
 *
 * Every method rejects with `LibraryError` (what a person can meet: `not-found`, `exists`, `disk-full`,
 * `storage-full` …), with `ImportError` for bytes that are no text.
 */
export interface Library {
  readonly kind: 'folder' | 'browser';
  /** False: nothing survives the closing of the page, because the browser refuses to keep anything. */
  readonly lasting: boolean;

  /** All speeches, by name. */
  list(): Promise<SpeechListing>;

  /** @param encoding the user's word on it; found by evidence if absent */
  read(name: string, encoding?: Encoding): Promise<SpeechFile>;

  /** A speech or a picture as it is kept, byte for byte. */
  bytes(name: string): Promise<Uint8Array>;

  /**
   * Replaces the text of a speech if it is still the one the writer saw.
   *
   * @param text `\n` line ends
   * @param revision what the writer saw
   * @throws RevisionConflict when it is another by now; it is left as it is
   */
  write(name: string, text: string, revision: string, options?: WriteOptions): Promise<WrittenSpeech>;

  /** A new speech. @throws LibraryError `exists` */
  create(name: string, text: string): Promise<WrittenSpeech>;

  /** A speech or a picture from outside, byte for byte. @throws LibraryError `exists` */
  addFile(name: string, bytes: Uint8Array): Promise<WrittenSpeech>;

  /** The speech and its versions under another name. @throws LibraryError `exists` */
  rename(name: string, to: string): Promise<void>;

  /** A copy, byte for byte, without versions. @throws LibraryError `exists` */
  duplicate(name: string, to: string): Promise<void>;

  /** Puts a speech and its versions away, for {@link KEPT_DAYS} days. */
  remove(name: string): Promise<RemovedSpeech>;

  /** What was put away, newest first. */
  removed(): Promise<readonly RemovedSpeech[]>;

  /** Brings a removed speech back. @returns its name: another one where the old is taken */
  restore(id: string): Promise<string>;

  /** Forgets a removed speech for good. */
  forget(id: string): Promise<void>;

  /** Speeches that have every word of the query in their name or text. */
  search(query: string): Promise<readonly SearchHit[]>;

  /** Names of the pictures beside the speeches. */
  pictures(): Promise<readonly string[]>;

  /** Kept states of a speech, newest first. */
  versions(name: string): Promise<readonly VersionEntry[]>;

  /** The text of a kept state. @throws LibraryError `not-found` */
  versionText(name: string, id: string): Promise<string>;

  /**
   * Keeps a state of a speech, and drops old ones nobody named as they age (version-thinning.ts). A text
   * that is the newest version already is not kept twice; it only gets the label, if there is one.
   */
  keepVersion(name: string, draft: VersionDraft): Promise<VersionEntry>;

  /** @param label empty: the version is one without a name again */
  nameVersion(name: string, id: string, label: string): Promise<void>;

  /**
   * Tells the revisions of all speeches: once soon, then after every change, whoever made it.
   *
   * @returns stops listening
   */
  watch(listener: (state: FolderState) => void): () => void;
}
