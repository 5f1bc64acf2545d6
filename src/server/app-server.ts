import { readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { SERVED_MARK } from '../library/protocol.ts';
import { pictureType } from '../text/media-types.ts';
import { guardedRequest, isAddressedToThisMachine } from './api/request-guard.ts';
import { SpeechApi } from './api/speech-api.ts';
import { pageHeaders } from './content-security-policy.ts';
import { SpeechFolder } from './folder/speech-folder.ts';
import { staticFiles } from './static-files.ts';

/** The app over HTTP: built pages and the API of one folder. */
export interface AppHandler {
  readonly answer: RequestListener;
  /** Ends the event streams, so that a server can close. */
  close(): void;
}

/**
 * Answers for everything `npm start` serves: the API and the pictures of the folder (`SpeechApi`), else a file of the built
 * pages. There is no other address: no source file, no path of the disk, nothing of a development server.
 *
 * Every request must come from this machine and be addressed to it by name or number, else 403: a web page whose host name
 * was made to point here (DNS rebinding) gets nothing.
 *
 * @param pages folder of the built pages
 * @param speeches folder of the speeches
 */
export async function createAppHandler(pages: string, speeches: string): Promise<AppHandler> {
  const folder = new SpeechFolder(speeches);
  // A folder that cannot be written is reported where somebody wants to write.
  await folder.recover().catch(() => undefined);
  const api = new SpeechApi(folder);
  const files = staticFiles(pages);
  const index = withServedMark(await readFile(join(pages, 'index.html'), 'utf8'));
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    for (const [name, value] of Object.entries(pageHeaders(request.url ?? '/')))
      response.setHeader(name, value);
    const refuse = (status: number) => void response.writeHead(status).end();
    const guarded = guardedRequest(request);
    const path = (request.url ?? '/').split(/[?#]/, 1)[0]!;
    if (!isAddressedToThisMachine(guarded)) refuse(403);
    else if (api.handle(request, response)) return;
    else if (request.method !== 'GET' && request.method !== 'HEAD') refuse(405);
    // An author's picture address may lead anywhere on this server: it gets pictures only.
    else if (guarded.fetchDest === 'image' && pictureType(path) === undefined) refuse(404);
    else if (path === '/' || path === '/index.html')
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
        .end(index);
    else files(request, response, () => refuse(404));
  };
  return { answer, close: () => api.close() };
}

/** Says in the page that its speeches are in the folder, also while the server does not answer (open-library.ts). */
function withServedMark(html: string): string {
  return html.replace('</head>', `<meta name="${SERVED_MARK}" content="yes"></head>`);
}
