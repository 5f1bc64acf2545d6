import type { IncomingMessage, ServerResponse } from 'node:http';
import { finished } from 'node:stream';
import sirv from 'sirv';

/** Answers a request, or calls `next` when no file has the requested path. */
export type FileHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Names in this folder carry a hash of their content. */
const HASHED = '/assets/';
/** One year, s: what browsers take for “for ever”. */
const FOR_EVER = 31_536_000;

/**
 * Serves a folder of built pages. The files are listed once, here: a path that is not in that list has no file, however it
 * is spelled, and what is put into the folder later is not served.
 *
 * @param folder absolute path; its files must not change while it is served
 */
export function staticFiles(folder: string): FileHandler {
  const serve = sirv(folder, {
    etag: true,
    extensions: [],
    setHeaders: (response, path) =>
      response.setHeader(
        'cache-control',
        path.startsWith(HASHED) ? `public, max-age=${FOR_EVER}, immutable` : 'no-cache',
      ),
  });
  return (request, response, next) => {
    // No file here is read in parts, and sirv 3.0.2 throws for a range that ends before it begins.
    delete request.headers.range;
    // sirv 3.0.2 does not listen for errors of the file it sends: without this a file that cannot be opened (deleted, or
    // no file descriptor left) would end the process.
    response.once('pipe', (file) => finished(file, (error) => error && response.destroy()));
    serve(request, response, next);
  };
}
