import { pictureType } from '../../text/media-types.ts';
import type { Library } from '../library.ts';
import { LibraryError, type LibraryErrorCode } from '../library-error.ts';
import {
  API_PATH,
  type ApiError,
  BYTES_PATH,
  type FolderState,
  PICTURE_LIST_PATH,
  PICTURES_PATH,
  REMOVED_PATH,
  type RemovedSpeech,
  SEARCH_PATH,
  type SearchHit,
  type SpeechListing,
  VERSIONS_PATH,
  type VersionDraft,
  type VersionEntry,
} from '../protocol.ts';
import { listenToFolder } from './change-feed.ts';
import { SpeechClient } from './speech-client.ts';

/** The speeches folder of this machine, through the app's own server. Rejects with `no-server` when it does not answer. */
export class HttpLibrary extends SpeechClient implements Library {
  readonly kind = 'folder';
  readonly lasting = true;

  /** @param first the list, where asking whether there is a folder has brought it: it is given out once */
  constructor(
    base?: string,
    page?: string,
    private first?: SpeechListing,
  ) {
    super(base, page);
  }

  override async list(): Promise<SpeechListing> {
    const { first } = this;
    this.first = undefined;
    return first ?? super.list();
  }

  async bytes(name: string): Promise<Uint8Array> {
    const picture = pictureType(name) !== undefined;
    const path = picture ? PICTURES_PATH + encodeURIComponent(name) : under(BYTES_PATH, name);
    const response = await this.fetch(path);
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    const { error, values } = (await response.json().catch(() => ({}))) as Partial<ApiError>;
    throw new LibraryError(
      (error?.replace('store.', '') as LibraryErrorCode | undefined) ?? 'no-server',
      values,
    );
  }

  async rename(name: string, to: string): Promise<void> {
    await this.ask(under(API_PATH, name), sending('POST', { rename: to }));
  }

  async duplicate(name: string, to: string): Promise<void> {
    await this.ask(under(API_PATH, name), sending('POST', { duplicate: to }));
  }

  remove(name: string): Promise<RemovedSpeech> {
    return this.ask(under(API_PATH, name), { method: 'DELETE', headers: { 'if-match': '*' } });
  }

  removed(): Promise<readonly RemovedSpeech[]> {
    return this.ask(REMOVED_PATH);
  }

  async restore(id: string): Promise<string> {
    const { name } = await this.ask<{ name: string }>(under(REMOVED_PATH, id), sending('POST', {}));
    return name;
  }

  async forget(id: string): Promise<void> {
    await this.ask(under(REMOVED_PATH, id), { method: 'DELETE', headers: { 'if-match': '*' } });
  }

  search(query: string): Promise<readonly SearchHit[]> {
    return this.ask(`${SEARCH_PATH}?q=${encodeURIComponent(query)}`);
  }

  pictures(): Promise<readonly string[]> {
    return this.ask(PICTURE_LIST_PATH);
  }

  versions(name: string): Promise<readonly VersionEntry[]> {
    return this.ask(under(VERSIONS_PATH, name));
  }

  async versionText(name: string, id: string): Promise<string> {
    const { text } = await this.ask<{ text: string }>(under(VERSIONS_PATH, name, id));
    return text;
  }

  keepVersion(name: string, draft: VersionDraft): Promise<VersionEntry> {
    return this.ask(under(VERSIONS_PATH, name), sending('POST', draft));
  }

  async nameVersion(name: string, id: string, label: string): Promise<void> {
    await this.ask(under(VERSIONS_PATH, name, id), sending('PUT', { label }));
  }

  watch(listener: (state: FolderState) => void): () => void {
    return listenToFolder(listener, this.base);
  }
}

function under(route: string, ...names: readonly string[]): string {
  return [route, ...names.map(encodeURIComponent)].join('/');
}

function sending(method: string, body: object): RequestInit {
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
