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
  /** False: the browser refuses storage; everything is lost when the page is closed. */
  readonly lasting: boolean;

  /** All speeches, by name. */
  list(): Promise<SpeechListing>;

  /** @param encoding set by the user; detected if absent */
  read(name: string, encoding?: Encoding): Promise<SpeechFile>;

  /** The bytes of a speech or a picture. */
  bytes(name: string): Promise<Uint8Array>;

  /**
   * Replaces the text of a speech, if its revision is still the writer's base.
   *
   * @param text `\n` line ends
   * @param revision the writer's base
   * @throws RevisionConflict when the file has another revision; it is left unchanged
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

  /** Removes a speech and its versions; they can be restored for {@link KEPT_DAYS} days. */
  remove(name: string): Promise<RemovedSpeech>;

  /** Removed speeches, newest first. */
  removed(): Promise<readonly RemovedSpeech[]>;

  /** Restores a removed speech. @returns its name: another one where the old is taken */
  restore(id: string): Promise<string>;

  /** Deletes a removed speech for good. */
  forget(id: string): Promise<void>;

  /** Speeches that have every word of the query in their name or text. */
  search(query: string): Promise<readonly SearchHit[]>;

  /** Names of the pictures beside the speeches. */
  pictures(): Promise<readonly string[]>;

  /** Versions of a speech, newest first. */
  versions(name: string): Promise<readonly VersionEntry[]>;

  /** The text of a version. @throws LibraryError `not-found` */
  versionText(name: string, id: string): Promise<string>;

  /**
   * Keeps a version, and thins out old unnamed ones (version-thinning.ts). A text that is the newest version already is not
   * kept twice; it only gets the label, if there is one (V5).
   */
  keepVersion(name: string, draft: VersionDraft): Promise<VersionEntry>;

  /** @param label empty: removes the name */
  nameVersion(name: string, id: string, label: string): Promise<void>;

  /**
   * Calls the listener with the revisions of all speeches: once soon, then after every change, also by other programs.
   *
   * @returns stops listening
   */
  watch(listener: (state: FolderState) => void): () => void;
}
