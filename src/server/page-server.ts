import { realpath } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { pictureType } from '../text/media-types.ts';
import { pageHeaders } from './content-security-policy.ts';
import { type LoopbackServer, listenOnLoopback } from './loopback-server.ts';
import { sendPicture } from './send-picture.ts';
import { staticFiles } from './static-files.ts';

export type { LoopbackServer as PageServer } from './loopback-server.ts';

/** Where the pictures beside the speech are found, below the server's address. */
export const PICTURE_PATH = 'speech/';

/**
 * Serves the built pages, and the pictures beside one speech, on a free loopback port: what printing needs.
 *
 * @param pages folder with the built pages
 * @param pictures folder of the speech; of it and the folders in it, pictures only, and no link that leads out
 */
export async function servePages(pages: string, pictures: string): Promise<LoopbackServer> {
  const root = await realpath(pictures);
  const files = staticFiles(await realpath(pages));
  const picture = async (response: ServerResponse, address: string): Promise<void> => {
    const path = await realpath(join(root, decodeURIComponent(address)));
    const type = pictureType(path);
    if (type === undefined || !path.startsWith(root + sep)) throw new Error('no picture of the speech');
    await sendPicture(response, path, type);
  };
  return listenOnLoopback((request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(pageHeaders(request.url ?? '/')))
      response.setHeader(name, value);
    const refuse = () => void response.writeHead(404).end();
    const path = (request.url ?? '/').split(/[?#]/, 1)[0]!;
    if (request.method !== 'GET') refuse();
    else if (path.startsWith(`/${PICTURE_PATH}`))
      picture(response, path.slice(PICTURE_PATH.length + 1)).catch(refuse);
    else files(request, response, refuse);
  });
}
