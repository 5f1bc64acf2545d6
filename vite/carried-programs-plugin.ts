import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

const NAME = 'virtual:carried-programs';

/** Programs that a meeting file carries: its first module, and the page whose markup it works on. */
const PROGRAMS: Readonly<Record<string, { readonly entry: string; readonly page?: string }>> = {
  start: { entry: 'src/single-file/start.ts' },
  deck: { entry: 'src/deck/show/main.ts', page: 'deck.html' },
  presenter: { entry: 'src/stage/presenter/main.ts', page: 'presenter.html' },
  bar: { entry: 'src/export/meeting/inside/bar.ts' },
  pages: { entry: 'src/export/meeting/inside/pages.ts' },
};
/** Style sheets that name font files; a meeting file has its own faces, and of these sheets the stacks alone. */
const FACES = /[\\/]src[\\/]fonts[\\/](?:handout-)?faces\.css$/;
const LICENSE_FILE = /^(?:licen[cs]e|copying)(?:[.-].*)?$/i;

interface Built {
  readonly body: string;
  readonly style: string;
  readonly script: string;
  /** For a Content-Security-Policy: `sha256-…`. */
  readonly hash: string;
}

/**
 * Gives the programs of a meeting file as a module of texts: each in one script, which runs without any file beside it, with the
 * licences of the packages in them.
 */
export function carriedPrograms(): Plugin {
  let root = '';
  let made: Promise<string> | undefined;
  return {
    name: 'jiangtai-carried-programs',
    configResolved(config) {
      root = config.root;
    },
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      made ??= makeModule(root);
      return made;
    },
  };
}

async function makeModule(root: string): Promise<string> {
  const packages = new Set<string>();
  const programs: Record<string, Built> = {};
  for (const [name, { entry, page }] of Object.entries(PROGRAMS)) {
    const { script, style, modules } = await buildProgram(root, entry);
    for (const id of modules) {
      const [, found] =
        /[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/](?!.*node_modules)/.exec(id) ?? [];
      if (found) packages.add(found.replace('\\', '/'));
    }
    const body = page ? bodyOf(await readFile(join(root, page), 'utf8')) : '';
    const hash = `sha256-${createHash('sha256').update(script).digest('base64')}`;
    programs[name] = { body, style, script, hash };
  }
  const licences = await licencesOf(root, [...packages].sort());
  return `export const programs = ${JSON.stringify(programs)};\nexport const licences = ${JSON.stringify(licences)};\n`;
}

async function buildProgram(root: string, entry: string) {
  const result = (await build({
    root,
    configFile: false,
    logLevel: 'silent',
    // Other paths than the build around this one.
    base: './',
    plugins: [
      {
        name: 'jiangtai-no-faces',
        enforce: 'pre',
        load: (id) => (FACES.test(id.split('?', 1)[0]!) ? '@import "./stacks.css";' : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        input: join(root, entry),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  })) as Rolldown.RolldownOutput;
  const chunk = result.output.find((one) => one.type === 'chunk')!;
  const sheet = result.output.find((one) => one.type === 'asset' && one.fileName.endsWith('.css'));
  const style = sheet?.type === 'asset' ? String(sheet.source) : '';
  return {
    script: closedScript(chunk.code),
    style: style.replace(/<\/style/gi, '<\\/style'),
    modules: chunk.moduleIds,
  };
}

/** A script as it may stand between `<script>` tags: the parser looks for these two. */
function closedScript(code: string): string {
  return code
    .replace(/<\/script/gi, '<\\/script')
    .replace(/<!--/g, '<\\!--')
    .trim();
}

/** The markup of a page's body. */
function bodyOf(html: string): string {
  return /<body>(.*)<\/body>/s.exec(html)![1]!.trim();
}

async function licencesOf(root: string, packages: readonly string[]): Promise<string> {
  const texts = [`Jiangtai\n\n${await readFile(join(root, 'LICENSE'), 'utf8')}`];
  for (const name of packages) {
    const folder = join(root, 'node_modules', name);
    const file = existsSync(folder) && (await readdir(folder)).find((entry) => LICENSE_FILE.test(entry));
    if (file) texts.push(`${name}\n\n${await readFile(join(folder, file), 'utf8')}`);
  }
  texts.push(`Fonts\n\n${await readFile(join(root, 'src/fonts/OFL.txt'), 'utf8')}`);
  return texts.map((text) => text.trim()).join(`\n\n${'='.repeat(79)}\n\n`);
}
