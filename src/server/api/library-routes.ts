import type { IncomingMessage } from 'node:http';
import { LibraryError } from '../../library/library-error.ts';
import {
  API_PATH,
  BYTES_PATH,
  MAX_BODY_BYTES,
  PICTURE_LIST_PATH,
  REMOVED_PATH,
  SEARCH_PATH,
  VERSION_REASONS,
  VERSIONS_PATH,
} from '../../library/protocol.ts';
import type { SpeechFolder } from '../folder/speech-folder.ts';
import { readBody, textMember } from './request-body.ts';

/** What a route gives back: a value sent as JSON, or bytes as they are. */
export type RouteAnswer = { readonly json: unknown } | { readonly bytes: Uint8Array };

const DONE: RouteAnswer = { json: {} };

/** Whether {@link answerLibraryRoute} knows the path. */
export function isLibraryRoute(path: string): boolean {
  return [BYTES_PATH, SEARCH_PATH, REMOVED_PATH, VERSIONS_PATH, PICTURE_LIST_PATH].some(
    (route) => path === `/${route}` || path.startsWith(`/${route}/`),
  );
}

/**
 * What the list of speeches does beside reading and writing.
 *
 *     POST   /api/speeches/NAME             {rename} or {duplicate}: the other name
 *     DELETE /api/speeches/NAME             If-Match: *  → RemovedSpeech
 *     GET    /api/speech-bytes/NAME         the file as it is
 *     GET    /api/speech-search?q=          SearchHit[]
 *     GET    /api/removed-speeches          RemovedSpeech[]
 *     POST   /api/removed-speeches/ID       {} → {name}: it is back
 *     DELETE /api/removed-speeches/ID       If-Match: *  it is gone for good
 *     GET    /api/speech-versions/NAME      VersionEntry[]
 *     POST   /api/speech-versions/NAME      VersionDraft → VersionEntry
 *     GET    /api/speech-versions/NAME/ID   {text}
 *     PUT    /api/speech-versions/NAME/ID   {label}
 *     GET    /api/pictures                  names
 *
 * @throws LibraryError `bad-request` for anything else
 */
export async function answerLibraryRoute(
  folder: SpeechFolder,
  request: IncomingMessage,
): Promise<RouteAnswer> {
  const method = request.method ?? 'GET';
  const [path, query] = (request.url ?? '/').slice(1).split('?', 2) as [string, string | undefined];
  const { route, rest } = routeOf(path);
  const [name = '', id = ''] = rest;
  const depth = rest.length;
  const json = async (value: Promise<unknown>): Promise<RouteAnswer> => ({ json: await value });
  const body = () => readBody(request, MAX_BODY_BYTES);
  switch (`${method} ${route} ${depth}`) {
    case `POST ${API_PATH} 1`: {
      const wish = await body();
      if ('rename' in wish) await folder.rename(name, textMember(wish, 'rename'));
      else await folder.duplicate(name, textMember(wish, 'duplicate'));
      return DONE;
    }
    case `DELETE ${API_PATH} 1`:
      mustMean(request);
      return json(folder.remove(name));
    case `GET ${BYTES_PATH} 1`:
      return { bytes: await folder.bytes(name) };
    case `GET ${SEARCH_PATH} 0`:
      return json(folder.search(new URLSearchParams(query).get('q') ?? ''));
    case `GET ${REMOVED_PATH} 0`:
      return json(folder.trash.list());
    case `POST ${REMOVED_PATH} 1`:
      await body();
      return { json: { name: await folder.trash.restore(name) } };
    case `DELETE ${REMOVED_PATH} 1`:
      mustMean(request);
      await folder.trash.forget(name);
      return DONE;
    case `GET ${VERSIONS_PATH} 1`:
      return json(folder.versions(name));
    case `POST ${VERSIONS_PATH} 1`: {
      const draft = await body();
      const reason = VERSION_REASONS.find((known) => known === draft.reason);
      if (!reason) throw new LibraryError('bad-request', { what: 'reason' });
      const label = 'label' in draft ? { label: textMember(draft, 'label') } : {};
      const time = 'time' in draft ? { time: timeMember(draft) } : {};
      return json(folder.keepVersion(name, { text: textMember(draft, 'text'), reason, ...label, ...time }));
    }
    case `GET ${VERSIONS_PATH} 2`:
      return { json: { text: await folder.versionText(name, id) } };
    case `PUT ${VERSIONS_PATH} 2`:
      await folder.nameVersion(name, id, textMember(await body(), 'label'));
      return DONE;
    case `GET ${PICTURE_LIST_PATH} 0`:
      return json(folder.pictures());
  }
  throw new LibraryError('bad-request', { what: 'method' });
}

/** `api/speech-versions/NAME/ID` → the route and what follows it, decoded. */
function routeOf(path: string): { route: string; rest: string[] } {
  const [api = '', kind = '', ...rest] = path.split('/');
  try {
    return { route: `${api}/${kind}`, rest: rest.map(decodeURIComponent) };
  } catch {
    throw new LibraryError('bad-name', { name: path });
  }
}

function timeMember({ time }: Record<string, unknown>): number {
  if (Number.isSafeInteger(time) && (time as number) >= 0) return time as number;
  throw new LibraryError('bad-request', { what: 'time' });
}

/** A DELETE sent by mistake has no such header. */
function mustMean(request: IncomingMessage): void {
  if (request.headers['if-match'] !== '*') throw new LibraryError('bad-request', { what: 'if-match' });
}
