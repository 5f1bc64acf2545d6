import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';
import { PAGE_TYPES, PICTURE_TYPES } from '../text/media-types.ts';

export interface PageServer {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  close(): Promise<void>;
}

/** Where the pictures beside the speech are found, below {@link PageServer.url}. */
export const PICTURE_PATH = 'speech/';

/**
 * Serves the built pages, and the pictures beside one speech, on a free loopback port.
 *
 * @param pages folder with the built pages
 * @param pictures folder of the speech
 */
export async function servePages(pages: string, pictures: string): Promise<PageServer> {
  const roots = { pages: await realpath(pages), pictures: await realpath(pictures) };
  const server = createServer((request, response) => {
    const path = decodePath(request.url ?? '/');
    const picture = path.startsWith(`/${PICTURE_PATH}`);
    const root = picture ? roots.pictures : roots.pages;
    const file = join(root, picture ? path.slice(PICTURE_PATH.length) : path);
    const type = (picture ? PICTURE_TYPES : { ...PAGE_TYPES, ...PICTURE_TYPES })[extname(file).toLowerCase()];
    const refuse = () => response.writeHead(404).end();
    if (request.method !== 'GET' || type === undefined) return refuse();
    realpath(file)
      .then(async (real) => {
        // A link may not lead out of the folder.
        if (!real.startsWith(root + sep) || !(await stat(real)).isFile()) return refuse();
        response.writeHead(200, {
          'content-type': type,
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          // An SVG opened on its own must not run scripts with the pages' rights.
          ...(picture && {
            'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
          }),
        });
        createReadStream(real).pipe(response);
      })
      .catch(refuse);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function decodePath(url: string): string {
  try {
    return decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname);
  } catch {
    return '/';
  }
}
