import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { builtPages } from '../../src/server/built-pages.ts';
import { projectRoot } from '../../src/server/project-root.ts';

/** What is read of a project when it starts; by links, so that its files have their times. */
const SOURCES = [
  'deck.html',
  'handout.html',
  'index.html',
  'meeting.html',
  'package-lock.json',
  'pack.html',
  'package.json',
  'presenter.html',
  'prompter.html',
  'speeches',
  'src',
  'themes',
  'themes.html',
  'vite',
  'vite.config.ts',
];

/** How a start ended, or that it serves. */
export interface Started {
  /** Address of the app; undefined when the process ended. */
  readonly url: string | undefined;
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
  stop(): Promise<void>;
}

/** A checkout of this project that a test may break. It has no packages at all unless the test puts some there. */
export class ProjectCopy {
  readonly root = mkdtempSync(join(tmpdir(), 'jiangtai-project-'));
  readonly cache = join(this.root, '.cache');

  constructor() {
    mkdirSync(this.cache);
    for (const name of SOURCES) symlinkSync(join(projectRoot, name), join(this.root, name));
    // The root of a project is found from here: links would lead back to this one.
    cpSync(join(projectRoot, 'scripts'), join(this.root, 'scripts'), { recursive: true });
  }

  /** The server and the pages, as they are after a first start. */
  async addBuilds(): Promise<void> {
    const { programFolder } = await import(join(projectRoot, 'scripts/built-program.mjs'));
    const server: string = await programFolder('server', 'src/server/start.ts');
    cpSync(server, join(this.cache, basename(server)), { recursive: true });
    const pages = await builtPages();
    symlinkSync(pages, join(this.cache, basename(pages)));
  }

  /** A source that is newer than the builds. */
  changeSource(): void {
    rmSync(join(this.root, 'themes.html'), { force: true });
    writeFileSync(join(this.root, 'themes.html'), '<!doctype html>');
    rmSync(join(this.root, 'package.json'), { force: true });
    writeFileSync(join(this.root, 'package.json'), '{ "type": "module" }\n');
  }

  /** A package `vite` whose `build` is this code. */
  addBuilder(build: string): void {
    const folder = join(this.root, 'node_modules', 'vite');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "type": "module", "exports": "./index.js" }');
    writeFileSync(join(folder, 'index.js'), build);
  }

  /** `npm start` without npm. Resolves when it serves or has ended. */
  async start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Started> {
    const child = spawn(process.execPath, ['scripts/start.mjs', '--no-open', ...args], {
      cwd: this.root,
      env: { ...process.env, CI: 'true', LC_ALL: 'en_US.UTF-8', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { output: '', errors: '' };
    child.stderr.on('data', (data: Buffer) => {
      said.errors += data.toString();
    });
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    const serves = new Promise<void>((resolve) => {
      child.stdout.on('data', (data: Buffer) => {
        said.output += data.toString();
        if (/http:\S+/.test(said.output)) resolve();
      });
    });
    await Promise.race([serves, ended]);
    return {
      ...said,
      url: child.exitCode === null ? /http:\S+\//.exec(said.output)?.[0] : undefined,
      exitCode: child.exitCode,
      stop: () => stop(child, ended),
    };
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGTERM');
  await ended;
}
