import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export interface StaticHost {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The built app as any host of plain files serves it: no folder behind it.
 *
 * @param root folder of the built pages
 */
export async function startStaticHost(root: string): Promise<StaticHost> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    const file = join(root, normalize(path === '/' ? '/index.html' : path));
    stat(file)
      .then((info) => (info.isFile() ? readFile(file) : Promise.reject(new Error('no file'))))
      .then(
        (bytes) =>
          response
            .writeHead(200, {
              'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
              // As GitHub Pages does.
              'cache-control': 'max-age=600',
            })
            .end(bytes),
        () => response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404</h1>'),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
