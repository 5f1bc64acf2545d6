import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Language, languageOfEnvironment } from '../i18n/language.ts';
import { createAppHandler } from './app-server.ts';
import { firstLine, latestPages } from './built-pages.ts';
import { folderProblem } from './folder/folder-problem.ts';
import { type LoopbackServer, listenOnLoopback } from './loopback-server.ts';
import { type ServerMessageKey, serverMessage } from './messages.ts';
import { projectRoot } from './project-root.ts';
import { ServerError } from './server-error.ts';

/** Taken when no port is asked for; the next free one when it is in use. */
const FIRST_PORT = 5173;
const PORTS_TRIED = 50;
/** Requests that are being answered when the program is stopped may take this long, ms. */
const LAST_ANSWERS = 500;

/**
 * Starts the app on loopback and keeps running until it is stopped (SIGINT, SIGTERM).
 *
 * The folder of speeches is `JIANGTAI_SPEECHES`, else the project's own. One that is missing or refuses is no reason not to
 * start: a network drive may come later, and the page says what is wrong.
 *
 * @param argv `--port N`: this port or none; `--no-open`: open no browser
 * @param failure why the server itself could not be built anew: the one that runs is an older build
 * @returns exit code of a failed start: 2; 0 when the app runs
 */
export async function start(argv: readonly string[], failure?: Error): Promise<number> {
  const language = languageOfEnvironment(process.env);
  const note = (key: ServerMessageKey, values: Readonly<Record<string, string | number>> = {}) =>
    void process.stderr.write(`${serverMessage(key, language, values)}\n`);
  try {
    const options = readOptions(argv);
    const folder = process.env.JIANGTAI_SPEECHES ?? join(projectRoot, 'speeches');
    const pages = await latestPages(() => note('start.building'));
    const old = failure ?? pages.failure;
    if (old) note('start.old-build', { reason: firstLine(old) });
    const app = await createAppHandler(pages.folder, folder);
    const server = await listen(app.answer, options.port);
    if (options.port === undefined && server.port !== FIRST_PORT)
      note('start.port-moved', { port: FIRST_PORT, used: server.port });
    const problem = await folderProblem(folder);
    if (problem) note(`start.folder-${problem}`, { folder });
    // Once stopped, nothing keeps the process: a write that is under way ends first.
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        pages.release();
        app.close();
        void server.close(LAST_ANSWERS);
      });
    ready(language, server.url, folder);
    if (options.open) await openBrowser(server.url);
    return 0;
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    note(error.code, error.values);
    return 2;
  }
}

function ready(language: Language, url: string, folder: string): void {
  process.stdout.write(`${serverMessage('start.ready', language, { url, folder })}\n`);
}

function readOptions(argv: readonly string[]): { port: number | undefined; open: boolean } {
  const values = (() => {
    try {
      return parseArgs({
        args: [...argv],
        options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } },
        strict: true,
      }).values;
    } catch (error) {
      const option = /'([^']+)'/.exec((error as Error).message)?.[1] ?? argv.join(' ');
      throw new ServerError('start.unknown-option', { option });
    }
  })();
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536))
    throw new ServerError('start.option-value', {
      option: '--port',
      value: values.port ?? '',
      allowed: '1–65535',
    });
  // A window is opened for a person at a terminal, never for a script.
  const open = !values['no-open'] && process.stdout.isTTY === true && !process.env.CI;
  return { port, open };
}

/** @throws ServerError `start.port-used`, `start.port-refused` */
async function listen(answer: RequestListener, asked: number | undefined): Promise<LoopbackServer> {
  const last = asked ?? FIRST_PORT + PORTS_TRIED - 1;
  for (let port = asked ?? FIRST_PORT; port <= last; port++) {
    try {
      return await listenOnLoopback(answer, port);
    } catch (error) {
      const { code = String(error) } = error as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE') throw new ServerError('start.port-refused', { port, reason: code });
    }
  }
  throw new ServerError('start.port-used', { port: asked ?? `${FIRST_PORT}–${last}` });
}

/** The address stands at the terminal as well: a machine without a browser to open is no failure. */
async function openBrowser(url: string): Promise<void> {
  try {
    const { default: open } = await import('open');
    const browser = await open(url);
    browser.on('error', () => undefined);
  } catch {
    // As above.
  }
}
