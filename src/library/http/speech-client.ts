import type { Encoding } from '../../import/bytes.ts';
import { ImportError, type ImportErrorCode } from '../../import/import-error.ts';
import { tick } from '../browser/logical-clock.ts';
import { LibraryError, type LibraryErrorCode } from '../library-error.ts';
import {
  API_PATH,
  type ApiError,
  type EditStamp,
  MAX_BODY_BYTES,
  MAX_FILE_BODY_BYTES,
  type SpeechFile,
  type SpeechListing,
  STAMPS_HEADER,
  type WriteOptions,
  type WrittenSpeech,
} from '../protocol.ts';
import { MAX_STAMPS } from '../version-vector.ts';

/** The file is not the one the writer saw; `current` is what it is now. */
export class RevisionConflict extends Error {
  override readonly name = 'RevisionConflict';
  constructor(readonly current: SpeechFile) {
    super(`store.changed ${current.name}`);
  }
}

/** Timeout of reading or writing a text, ms; long enough for a disk that has to spin up. */
const PATIENCE = 20_000;
/** Timeout of longer requests, ms: files of many megabytes, a search through all speeches. */
const LONG_PATIENCE = 60_000;

/**
 * Client of the server's API. Every method throws `LibraryError` (`no-server` without an answer in time) or `ImportError`.
 */
export class SpeechClient {
  /**
   * @param base address of the app
   * @param tab id of this tab, for the stamps of its writes
   * @param patience timeout of reading or writing a text, ms
   */
  constructor(
    protected readonly base: string = document.baseURI,
    private readonly tab?: string,
    private readonly patience = PATIENCE,
  ) {}

  list(): Promise<SpeechListing> {
    return this.ask(API_PATH, {});
  }

  /** @param encoding the user's word on it; found by evidence if absent */
  read(name: string, encoding?: Encoding): Promise<SpeechFile> {
    return this.ask(pathOf(name) + (encoding ? `?encoding=${encoding}` : ''), {});
  }

  /**
   * @param revision what the writer saw
   * @param options `leaving`: the browser finishes the request behind the page, if it is small
   * @throws RevisionConflict
   */
  write(
    name: string,
    text: string,
    revision: string,
    { leaving = false, supersedes = [] }: WriteOptions = {},
  ): Promise<WrittenSpeech> {
    const writers = this.tab && [{ tab: this.tab, time: tick() }, ...newestOf(supersedes)];
    return this.ask(pathOf(name), {
      method: 'PUT',
      headers: {
        'content-type': 'application/json',
        'if-match': `"${revision}"`,
        ...(writers && { [STAMPS_HEADER]: writers.map(({ tab, time }) => `${tab} ${time}`).join(', ') }),
      },
      body: JSON.stringify({ text }),
      keepalive: leaving,
    });
  }

  /** @throws LibraryError `exists` */
  create(name: string, text: string): Promise<WrittenSpeech> {
    return this.ask(API_PATH, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, text }),
    });
  }

  /**
   * A file from outside, byte for byte: a speech or a picture.
   *
   * @throws LibraryError `exists`
   */
  addFile(name: string, bytes: Uint8Array): Promise<WrittenSpeech> {
    return this.ask(
      API_PATH,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, base64: base64Of(bytes) }),
      },
      MAX_FILE_BODY_BYTES,
    );
  }

  /** Asks the server for JSON. @param limit bytes of the request's body */
  protected async ask<Answer>(
    path: string,
    request: RequestInit = {},
    limit = MAX_BODY_BYTES,
  ): Promise<Answer> {
    // Refused here: a server that stops listening half-way looks like one that is gone.
    const size = typeof request.body === 'string' ? new TextEncoder().encode(request.body).length : 0;
    if (size > limit) throw new LibraryError('too-large', { size, limit });
    const response = await this.fetch(path, request, limit);
    // Another server than ours answers with its own page.
    const ours = response.headers.get('content-type')?.startsWith('application/json');
    const body: unknown = ours ? await response.json().catch(() => undefined) : undefined;
    if (body === undefined) throw new LibraryError('no-server');
    if (response.ok) return body as Answer;
    const { error, values, current } = body as ApiError;
    if (current) throw new RevisionConflict(current);
    const [room, code] = error.split('.', 2) as [string, string];
    if (room === 'reading') throw new ImportError(code as ImportErrorCode, values);
    throw new LibraryError(code as LibraryErrorCode, values);
  }

  /** A request that ends: a server that took it and says nothing must not hold up every save after it. */
  protected async fetch(path: string, request: RequestInit = {}, limit?: number): Promise<Response> {
    const text = path.startsWith(`${API_PATH}/`) && limit === MAX_BODY_BYTES;
    const signal = AbortSignal.timeout(text ? this.patience : LONG_PATIENCE);
    return fetch(new URL(path, this.base), { cache: 'no-store', signal, ...request }).catch(() => {
      throw new LibraryError('no-server');
    });
  }
}

/** Size of a vector without the stamp of the write. */
function newestOf(before: readonly EditStamp[]): readonly EditStamp[] {
  return [...before].sort((a, b) => a.time - b.time).slice(1 - MAX_STAMPS);
}

function pathOf(name: string): string {
  return `${API_PATH}/${encodeURIComponent(name)}`;
}

/** In pieces: a function takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary);
}
