import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The only interface anything of ours listens on. */
const LOOPBACK = '127.0.0.1';
/** A server that this machine alone can reach. */
export interface LoopbackServer {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  readonly port: number;
  /**
   * Takes no more connections.
   *
   * @param patience requests that are being answered may take this long, ms; then they are cut off
   * @returns resolves when no connection is left
   */
  close(patience?: number): Promise<void>;
}

/**
 * Listens on 127.0.0.1.
 *
 * @param port 0: any free port
 * @throws the system's error: `EADDRINUSE`, or `EACCES` for a port that needs more rights
 */
export async function listenOnLoopback(answer: RequestListener, port = 0): Promise<LoopbackServer> {
  const server = createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port: used } = server.address() as AddressInfo;
  return {
    url: `http://${LOOPBACK}:${used}/`,
    port: used,
    close: (patience = 0) =>
      new Promise((resolve) => {
        // Also connections that a browser opened ahead and has not used count as open.
        const cut = setTimeout(() => server.closeAllConnections(), patience);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
      }),
  };
}
