import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAppHandler } from '../../src/server/app-server.ts';
import { listenOnLoopback } from '../../src/server/loopback-server.ts';
import { SPEECHES } from '../speeches.ts';

/** A page that was open retries its last write until it is gone: the folder may get a file while it is emptied. */
const REMOVAL = { recursive: true, force: true, maxRetries: 10, retryDelay: 200 } as const;

/** The app on a copy of the sample speeches. */
export interface RunningApp {
  readonly url: string;
  /** The copy: tests may change it. */
  readonly speeches: string;
  close(): Promise<void>;
}

/** `SLOW_ANSWERS=3000 npm run e2e`: every page and every answer of the API comes up to three seconds late; finds tests that do not wait. */
const LATEST = Number(process.env.SLOW_ANSWERS ?? 0);
const slowly =
  (answer: RequestListener): RequestListener =>
  (request, response) => {
    if (LATEST === 0 || !/^\/(api\/|[^/]*\.html|speeches\/|$)/.test(request.url ?? ''))
      answer(request, response);
    else setTimeout(() => answer(request, response), Math.random() * LATEST);
  };

/** The server of `npm start` in this process: at one address, one app after the other. */
export interface AppHost {
  readonly url: string;
  /** Serves the app on a new copy of the sample speeches from now on. */
  mount(): Promise<RunningApp>;
  close(): Promise<void>;
}

/** @param pages folder of the built pages */
export async function startAppHost(pages: string): Promise<AppHost> {
  let answer: RequestListener = (_request, response) => response.writeHead(503).end();
  const server = await listenOnLoopback(slowly((request, response) => answer(request, response)));
  return {
    url: server.url,
    mount: async () => {
      const speeches = await mkdtemp(join(tmpdir(), 'jiangtai-built-'));
      await cp(SPEECHES, speeches, { recursive: true });
      const app = await createAppHandler(pages, speeches);
      ({ answer } = app);
      return {
        url: server.url,
        speeches,
        close: async () => {
          app.close();
          await rm(speeches, REMOVAL);
        },
      };
    },
    close: () => server.close(),
  };
}

/** The app as `npm start` runs it, in a process of its own. */
export interface StartedApp extends RunningApp {
  /** Ends the process as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again at the same address. */
  startAgain(): Promise<void>;
}

/** Starts `scripts/start.mjs` on a free port and waits for the sentence it prints when it serves. */
export async function startApp(): Promise<StartedApp> {
  const speeches = await mkdtemp(join(tmpdir(), 'jiangtai-app-'));
  await cp(SPEECHES, speeches, { recursive: true });
  const port = await freePort();
  const start = () =>
    spawn(process.execPath, ['scripts/start.mjs', '--no-open', '--port', String(port)], {
      cwd: join(SPEECHES, '..'),
      env: { ...process.env, JIANGTAI_SPEECHES: speeches, CI: 'true', LANG: 'en_US.UTF-8' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  let child = start();
  const url = await firstAddress(child);
  const end = async (signal: NodeJS.Signals) => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  };
  return {
    url,
    speeches,
    kill: () => end('SIGKILL'),
    startAgain: async () => {
      child = start();
      await firstAddress(child);
    },
    close: async () => {
      await end('SIGTERM');
      await rm(speeches, REMOVAL);
    },
  };
}

function firstAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (data: Buffer) => {
      said += data.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
      if (address) resolve(address[0]);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`the app ended with ${code}: ${said}`)));
  });
}

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createServer();
    socket.once('error', reject);
    socket.listen(0, '127.0.0.1', () => {
      const address = socket.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      socket.close(() => resolve(port));
    });
  });
}
