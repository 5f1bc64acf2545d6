import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createViteServer, type Plugin } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listenOnLoopback } from '../../src/server/loopback-server.ts';
import { projectRoot } from '../../src/server/project-root.ts';
import { speechFolderPlugin } from '../../vite/speech-folder-plugin.ts';
import { ProjectCopy, type Started } from './project-copy.ts';

let project: ProjectCopy;
let started: Started | undefined;
let port: string;

beforeAll(async () => {
  // Port 0 is refused as a value; the one the system gives here is free a moment later.
  const probe = await listenOnLoopback(() => undefined);
  port = String(probe.port);
  await probe.close();
});
beforeEach(() => {
  project = new ProjectCopy();
});
afterEach(async () => {
  await started?.stop();
  started = undefined;
  project.remove();
});

describe('npm start', () => {
  it('after the build needs no package: the development server is not in its way', async () => {
    await project.addBuilds();
    started = await project.start(['--port', port]);
    expect(started).toMatchObject({ url: `http://127.0.0.1:${port}/`, errors: '' });
    const page = await fetch(started.url!);
    expect(await page.text()).toContain('<meta name="jiangtai-served" content="yes">');
    const list = (await (await fetch(`${started.url}api/speeches`)).json()) as { speeches: unknown[] };
    expect(list.speeches).not.toEqual([]);
  });

  it('a port in use is one sentence, and nothing is written', async () => {
    await project.addBuilds();
    const other = createSocket();
    await new Promise<void>((resolve) => other.listen(Number(port), '127.0.0.1', resolve));
    started = await project.start(['--port', port]);
    await new Promise((resolve) => other.close(resolve));
    expect(started).toMatchObject({
      exitCode: 2,
      errors: `Port ${port} is in use; choose another with --port.\n`,
      output: '',
    });
  });

  it.each([
    [['--prot', '5000'], 'Unknown option "--prot"; available: --port N, --no-open.\n'],
    [['--port', '0'], 'Option --port cannot be "0"; use 1–65535.\n'],
    [['--port', 'x'], 'Option --port cannot be "x"; use 1–65535.\n'],
  ])('%j is one sentence', async (args, errors) => {
    await project.addBuilds();
    started = await project.start(args);
    expect(started).toMatchObject({ exitCode: 2, errors, output: '' });
  });

  it('starts without its folder and says so, in the language of the terminal', async () => {
    await project.addBuilds();
    const folder = join(project.root, '没有');
    started = await project.start(['--port', port], { JIANGTAI_SPEECHES: folder, LC_ALL: 'zh_TW.UTF-8' });
    expect(started.errors).toBe(`注意：找不到講稿資料夾 ${folder}；建好或接上以後，在頁面裡重試。\n`);
    expect(started.url).toBeDefined();
    expect(existsSync(folder)).toBe(false);
    const answer = await fetch(`${started.url}api/speeches`);
    expect([answer.status, await answer.json()]).toMatchObject([404, { error: 'store.folder-missing' }]);
  });
});

describe('a build that fails', () => {
  const HALF_WAY = `
    import { mkdirSync, writeFileSync } from 'node:fs';
    export async function build({ build: { outDir } }) {
      mkdirSync(outDir, { recursive: true });
      writeFileSync(outDir + '/index.html', 'half');
      writeFileSync(outDir + '/start.js', 'half(');
      throw new Error('broken half-way\\n  at line 3');
    }`;

  it('leaves the one before in use, says so in a sentence and leaves nothing half-written', async () => {
    await project.addBuilds();
    const before = readdirSync(project.cache).sort();
    project.addBuilder(HALF_WAY);
    project.changeSource();
    started = await project.start(['--port', port]);
    expect(started.errors).toBe(
      'Building Jiangtai’s pages (only the first time and after an update) …\n' +
        'The pages could not be rebuilt; the last build is used. Reason: broken half-way\n',
    );
    expect(await (await fetch(started.url!)).text()).toContain('jiangtai-app');
    expect(readdirSync(project.cache).sort()).toEqual(before);
  });

  /** Elsewhere on the machine there may be one. */
  const NO_BUILDER =
    "throw new Error('Build failed with 1 error:\\n\\n\\u001b[31m[MISSING] no builder\\u001b[39m\\nsource');";
  ("throw new Error('Build failed with 1 error:\\n\\n[31m[MISSING] no builder[39m\\nsource');");

  it.each([
    ['half-way', HALF_WAY, /^Jiangtai did not start: .* Reason: broken half-way\n$/],
    [
      'for want of a builder',
      NO_BUILDER,
      /^Jiangtai did not start: .* Reason: Build failed with 1 error: \[MISSING\] no builder\n$/,
    ],
  ])('%s the first time is one sentence', async (_name, builder, sentence) => {
    project.addBuilder(builder);
    started = await project.start(['--port', port]);
    expect(started).toMatchObject({ exitCode: 2, output: '' });
    expect(started.errors).toMatch(sentence);
    expect(readdirSync(project.cache)).toEqual([]);
  });

  it('of the pages alone the first time is one sentence', async () => {
    await project.addBuilds();
    const pages = readdirSync(project.cache).find((name) => name.startsWith('pages-'))!;
    await rm(join(project.cache, pages));
    project.addBuilder(NO_BUILDER);
    started = await project.start(['--port', port]);
    expect(started.exitCode).toBe(2);
    expect(started.errors).toMatch(
      /^Building .*\nThe pages could not be built, so Jiangtai cannot start; no speech was changed\. Reason: Build failed with 1 error: \[MISSING\] no builder\n$/,
    );
  });
});

describe('addresses of a development server', () => {
  const MAIN = join(projectRoot, 'src/app/main.ts');
  /** Asked by a page of another origin, as a browser lets it: no answer is read, the request alone may do harm. */
  const FOREIGN = {
    origin: 'https://evil.example',
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'no-cors',
  };
  const EDITOR = `/__open-in-editor?file=${encodeURIComponent(MAIN)}`;
  /** Stands in for the user's editor: leaves a file when it is started. */
  let editor: string;
  let ran: string;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiangtai-editor-'));
    editor = join(folder, 'editor');
    ran = join(folder, 'ran');
    await writeFile(editor, `#!/bin/sh\ntouch '${ran}'\n`, { mode: 0o755 });
  });
  beforeEach(() => rm(ran, { force: true }));
  afterAll(() => rm(folder, { recursive: true }));

  it('none is there under npm start, and a page of another origin starts no program', async () => {
    await project.addBuilds();
    started = await project.start(['--port', port], { LAUNCH_EDITOR: editor });
    for (const path of [
      EDITOR,
      '/__open-in-editor?file=src/app/main.ts:1:1',
      '/src/app/main.ts',
      '/@vite/client',
      '/@vite/env',
      `/@fs${MAIN}`,
      `/@fs${MAIN}?raw`,
      '/@id/src/app/main.ts',
      '/node_modules/lit/index.js',
      '/package.json',
      '/.cache',
      '/__inspect/',
      '/__vite_ping',
    ])
      for (const headers of [{}, FOREIGN])
        expect([path, await statusOf(started.url!, path, headers)]).toEqual([path, 404]);
    expect(existsSync(ran)).toBe(false);
  });

  it('npm run dev has them, for its own pages only; the same server without our guard starts the program', async () => {
    process.env.LAUNCH_EDITOR = editor;
    try {
      const guarded = await openViteServer([speechFolderPlugin()]);
      for (const path of [EDITOR, '/src/app/main.ts', `/@fs${MAIN}`, '/@vite/client'])
        expect([path, await statusOf(guarded.url, path, FOREIGN)]).toEqual([path, 403]);
      expect(await statusOf(guarded.url, '/src/app/main.ts')).toBe(200);
      await guarded.close();
      expect(existsSync(ran)).toBe(false);
      // Else the stand-in itself would prove nothing.
      const open = await openViteServer([]);
      expect(await statusOf(open.url, EDITOR, FOREIGN)).toBe(200);
      await expect.poll(() => existsSync(ran)).toBe(true);
      await open.close();
    } finally {
      delete process.env.LAUNCH_EDITOR;
    }
  });
});

async function openViteServer(plugins: Plugin[]): Promise<{ url: string; close(): Promise<void> }> {
  const server = await createViteServer({
    root: projectRoot,
    configFile: false,
    cacheDir: join(project.root, 'vite'),
    logLevel: 'silent',
    plugins,
    optimizeDeps: { noDiscovery: true },
    server: { host: '127.0.0.1', port: 0, hmr: false, ws: false, watch: null, cors: false },
  });
  await server.listen();
  return { url: server.resolvedUrls!.local[0]!, close: () => server.close() };
}

/** `fetch` would change the path and forbid some headers. */
function statusOf(url: string, path: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(url);
    request({ host: '127.0.0.1', port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}
