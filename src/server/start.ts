import { createServer as createSocket } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { languageOfEnvironment, message } from '../cli/messages.ts';
import { projectRoot } from '../cli/project-root.ts';
import { UserError } from '../cli/user-error.ts';

/** Vite's own usual port; the next free one is taken when it is in use and none was asked for. */
const FIRST_PORT = 5173;
const PORTS_TRIED = 50;

/**
 * Starts the app on loopback and keeps running until it is stopped.
 *
 * @param argv `--port N`: this port or none; `--no-open`: leave the browser alone
 * @returns exit code of a failed start: 2; 0 when the app runs
 */
export async function start(argv: readonly string[]): Promise<number> {
  const language = languageOfEnvironment(process.env);
  try {
    const options = readOptions(argv);
    const port = await choosePort(options.port);
    if (options.port === undefined && port !== FIRST_PORT)
      process.stderr.write(`${message('start.port-moved', language, { port: FIRST_PORT, used: port })}\n`);
    const server = await createServer({
      root: projectRoot,
      configFile: join(projectRoot, 'vite.config.ts'),
      logLevel: 'warn',
      server: { host: '127.0.0.1', port, strictPort: true, open: options.open },
    });
    await server.listen();
    const folder = process.env.JIANGTAI_SPEECHES ?? join(projectRoot, 'speeches');
    const url = server.resolvedUrls?.local[0] ?? `http://127.0.0.1:${port}/`;
    process.stdout.write(`${message('start.ready', language, { url, folder })}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`${message(error.code, language, error.values)}\n`);
    return error.exitCode;
  }
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
      throw new UserError('use.unknown-option', { option });
    }
  })();
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536))
    throw new UserError('use.option-value', {
      option: '--port',
      value: values.port ?? '',
      allowed: '1–65535',
    });
  // A window is opened for a person at a terminal, never for a script.
  const open = !values['no-open'] && process.stdout.isTTY === true && !process.env.CI;
  return { port, open };
}

async function choosePort(asked: number | undefined): Promise<number> {
  if (asked !== undefined) {
    if (await isFree(asked)) return asked;
    throw new UserError('start.port-used', { port: asked });
  }
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TRIED; port++) if (await isFree(port)) return port;
  throw new UserError('start.port-used', { port: `${FIRST_PORT}–${FIRST_PORT + PORTS_TRIED - 1}` });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket();
    socket.once('error', () => resolve(false));
    socket.listen(port, '127.0.0.1', () => socket.close(() => resolve(true)));
  });
}
