import type { IncomingMessage, ServerResponse } from 'node:http';
import { ENCODINGS, type Encoding } from '../../import/bytes.ts';
import { ImportError } from '../../import/import-error.ts';
import { fromSystemError, HTTP_STATUS, LibraryError } from '../../library/library-error.ts';
import {
  API_PATH,
  type ApiError,
  type EditStamp,
  EVENTS_PATH,
  MAX_BODY_BYTES,
  MAX_FILE_BODY_BYTES,
  PICTURES_PATH,
  STAMPS_HEADER,
} from '../../library/protocol.ts';
import { MAX_STAMPS } from '../../library/version-vector.ts';
import { pictureType } from '../../text/media-types.ts';
import { FolderWatch } from '../folder/folder-watch.ts';
import type { SpeechFolder } from '../folder/speech-folder.ts';
import { sendPicture } from '../send-picture.ts';
import { answerLibraryRoute, isLibraryRoute } from './library-routes.ts';
import { bytesMember, readBody, textMember } from './request-body.ts';
import { guardedRequest, isOwnRequest, isScriptRequest } from './request-guard.ts';

/**
 * The folder of speeches over HTTP, for the app on this machine only.
 *
 *     GET  /api/speeches              SpeechListing
 *     POST /api/speeches              {name, text} or {name, base64} → 201 WrittenSpeech
 *     GET  /api/speeches/NAME         SpeechFile; ?encoding=gb18030 reads it in that encoding
 *     PUT  /api/speeches/NAME         {text}, If-Match: "REVISION" → WrittenSpeech, or 409 with the file
 *     GET  /api/speech-events         text/event-stream of FolderState
 *     GET  /speeches/PICTURE          pictures beside the speeches, nothing else
 *
 * and what library-routes.ts lists.
 *
 * Refusals are `ApiError` with the status of `STORE_STATUS`; a file that is no text gives 415.
 */
export class SpeechApi {
  private readonly watch: FolderWatch;
  private readonly streams = new Set<ServerResponse>();

  constructor(private readonly folder: SpeechFolder) {
    this.watch = new FolderWatch(folder);
  }

  /** @returns false for a path that is not ours; otherwise the request is answered */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const path = (request.url ?? '/').split('?', 1)[0]!;
    const pictures = path.startsWith(`/${PICTURES_PATH}`);
    const api =
      path === `/${API_PATH}` ||
      path.startsWith(`/${API_PATH}/`) ||
      path === `/${EVENTS_PATH}` ||
      isLibraryRoute(path);
    if (!pictures && !api) return false;
    this.answer(request, response, path, pictures).catch((error: unknown) => {
      // Who asked is gone (a page closed in the middle of sending): nobody to tell, and nothing was written.
      if (response.headersSent || response.destroyed) response.destroy();
      else sendError(response, error, path);
    });
    return true;
  }

  /** Ends the open event streams, so that the server can close. */
  close(): void {
    for (const stream of this.streams) stream.end();
    this.watch.stop();
  }

  private async answer(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    pictures: boolean,
  ): Promise<void> {
    const guarded = guardedRequest(request);
    if (!isOwnRequest(guarded) || !(pictures || isScriptRequest(guarded)))
      throw new LibraryError('forbidden');
    const method = request.method ?? 'GET';
    const encoding = encodingIn(request.url ?? '');
    if (pictures) {
      if (method !== 'GET' && method !== 'HEAD') throw new LibraryError('bad-request', { what: 'method' });
      return this.sendPicture(response, nameIn(path, PICTURES_PATH));
    }
    if (path === `/${EVENTS_PATH}` && method === 'GET') return this.stream(response);
    if (path === `/${API_PATH}`) {
      if (method === 'GET') return sendJson(response, 200, await this.folder.list());
      if (method === 'POST') {
        const body = await readBody(request, MAX_FILE_BODY_BYTES);
        const name = textMember(body, 'name');
        const written =
          'base64' in body
            ? await this.folder.addFile(name, bytesMember(body, 'base64'))
            : await this.folder.create(name, textMember(body, 'text'));
        return sendJson(response, 201, written);
      }
    } else if (path.startsWith(`/${API_PATH}/`)) {
      const name = nameIn(path, `${API_PATH}/`);
      if (method === 'GET') return sendJson(response, 200, await this.folder.read(name, encoding));
      if (method === 'PUT') return this.put(request, response, name);
    }
    const answer = await answerLibraryRoute(this.folder, request);
    if ('json' in answer) return sendJson(response, 200, answer.json);
    // Never shown by the browser itself, whatever is in it.
    response.writeHead(200, { ...SAFE, 'content-type': 'application/octet-stream' });
    response.end(answer.bytes);
  }

  private async put(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    const revision = /^"([0-9a-f]+)"$/.exec(request.headers['if-match'] ?? '')?.[1];
    if (revision === undefined) throw new LibraryError('bad-request', { what: 'if-match' });
    const text = textMember(await readBody(request, MAX_BODY_BYTES), 'text');
    try {
      sendJson(response, 200, await this.folder.write(name, text, revision, stampsIn(request)));
    } catch (error) {
      if (!(error instanceof LibraryError && error.code === 'changed')) throw error;
      const current = await this.folder.read(name);
      sendJson(response, 409, { error: 'store.changed', values: { name }, current } satisfies ApiError);
    }
  }

  private stream(response: ServerResponse): void {
    response.writeHead(200, { ...SAFE, 'content-type': 'text/event-stream' });
    response.write('retry: 1000\n\n');
    this.streams.add(response);
    const stop = this.watch.listen((state) => response.write(`data: ${JSON.stringify(state)}\n\n`));
    response.on('close', () => {
      stop();
      this.streams.delete(response);
    });
  }

  private async sendPicture(response: ServerResponse, name: string): Promise<void> {
    const path = await this.folder.picture(name);
    await sendPicture(response, path, pictureType(name)!).catch((error: unknown) => {
      throw fromSystemError(error, name, 'read');
    });
  }
}

/** Data, never a document. */
const SAFE = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** The edit of a write, then the drafts of other tabs that it supersedes. Ends at the first stamp that is not well-formed. */
function stampsIn({ headers }: IncomingMessage): EditStamp[] {
  const stamps: EditStamp[] = [];
  for (const stamp of String(headers[STAMPS_HEADER] ?? '').split(', ', MAX_STAMPS)) {
    const [, tab, time] = /^([\w-]{1,64}) (\d{1,16})$/.exec(stamp) ?? [];
    // The first place names the writer: a stamp behind a skipped one would be taken for it.
    if (tab === undefined) break;
    stamps.push({ tab, time: Number(time) });
  }
  return stamps;
}

/** The user's word on a file's encoding: `?encoding=gb18030`. */
function encodingIn(address: string): Encoding | undefined {
  const value = new URLSearchParams(address.split('?')[1] ?? '').get('encoding');
  if (value === null) return undefined;
  const known = ENCODINGS.find((encoding) => encoding === value);
  if (known === undefined) throw new LibraryError('bad-request', { what: 'encoding' });
  return known;
}

/** @throws LibraryError `bad-name` when the path is not well-formed */
function nameIn(path: string, prefix: string): string {
  try {
    return decodeURIComponent(path.slice(prefix.length + 1));
  } catch {
    throw new LibraryError('bad-name', { name: path });
  }
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { ...SAFE, 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

function sendError(response: ServerResponse, error: unknown, path: string): void {
  // What is left of a body we refused is not read: the connection goes.
  if (error instanceof LibraryError && error.code === 'too-large') response.setHeader('connection', 'close');
  const [status, body] = refusal(error, path);
  sendJson(response, status, body);
}

function refusal(error: unknown, path: string): [number, ApiError] {
  if (error instanceof LibraryError)
    return [HTTP_STATUS[error.code], { error: `store.${error.code}`, values: error.values }];
  if (error instanceof ImportError) return [415, { error: `reading.${error.code}`, values: error.values }];
  console.error(error);
  // A bug of ours: the sentence names the speech all the same.
  const name = new URLSearchParams(`n=${path.split('/')[3] ?? path}`.replaceAll('+', '%2B')).get('n') ?? '';
  return [500, { error: 'store.unreadable', values: { name } }];
}
