import { createServer, request as requestTo } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a request is for, by the end of its address; `other` for the rest. */
const KINDS = [
  ['fonts', /\.woff2?$/],
  ['scripts', /\.js$/],
  ['styles', /\.css$/],
  ['pages', /(?:\.html|\/)$/],
] as const;

export interface CountedRequest {
  readonly path: string;
  readonly kind: string;
  /** Of the answer's body, so far. */
  bytes: number;
}

export interface CountingProxy {
  readonly url: string;
  /** That reached it, in their order. What a browser takes out of its cache is none. */
  readonly requests: readonly CountedRequest[];
  close(): void;
}

/** Passes requests on to a server on this machine and counts them. */
export async function countingProxy(url: string): Promise<CountingProxy> {
  const { port } = new URL(url);
  const requests: CountedRequest[] = [];
  const server = createServer((request, response) => {
    const { method, url: address = '/', headers } = request;
    const path = address.split('?', 1)[0]!;
    const entry = { path, kind: KINDS.find(([, form]) => form.test(path))?.[0] ?? 'other', bytes: 0 };
    requests.push(entry);
    const passed = requestTo({ host: '127.0.0.1', port, method, path: address, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('data', (data: Buffer) => {
        entry.bytes += data.length;
      });
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    response.on('close', () => passed.destroy());
    request.pipe(passed);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Requests by kind, how many and the bytes of their answers; `all` first. */
export function byKind(
  requests: readonly CountedRequest[],
): Record<string, { count: number; bytes: number }> {
  const sums: Record<string, { count: number; bytes: number }> = {};
  for (const { kind, bytes } of requests)
    for (const name of ['all', kind]) {
      const { count, bytes: sum } = sums[name] ?? { count: 0, bytes: 0 };
      sums[name] = { count: count + 1, bytes: sum + bytes };
    }
  return sums;
}
