import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

interface Table {
  readonly ROOMS: readonly {
    readonly room: string;
    readonly floor: number;
    readonly imports: readonly string[];
  }[];
  readonly APP_FLOORS: readonly (readonly string[])[];
  readonly PACKAGES: readonly { readonly name: string; readonly only: readonly string[] }[];
}
const table: Table = await import(pathToFileURL(join(ROOT, 'scripts/rooms.mjs')).href);
const rooms = table.ROOMS.map(({ room }) => room);

const folder = mkdtempSync(join(tmpdir(), 'jiangtai-rooms-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(path: string, code: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), code);
}

/** Checks a folder laid out like the project; what is said is in both. */
function check(project: string): { status: number | null; said: string } {
  const args = [join(ROOT, 'scripts/check-rooms.mjs'), project];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

/** An import for each pair of rooms, of folders of the app, and of a room and a package; which of them are allowed. */
function plannedImports(): { readonly from: string; readonly to: string; readonly allowed: boolean }[] {
  const planned: { from: string; to: string; allowed: boolean }[] = [];
  for (const { room, imports } of table.ROOMS)
    for (const to of rooms) if (to !== room) planned.push({ from: room, to, allowed: imports.includes(to) });
  const floors = table.APP_FLOORS.flatMap((floor, height) => floor.map((name) => ({ name, height })));
  for (const from of floors)
    for (const to of floors)
      if (from !== to)
        planned.push({
          from: `src/app/${from.name}`,
          to: `src/app/${to.name}`,
          allowed: to.height < from.height,
        });
  for (const { name, only } of table.PACKAGES)
    for (const from of rooms)
      planned.push({
        from,
        to: name === 'node:' ? 'node:fs' : `node_modules/${name}`,
        allowed: only.some((place) => `${from}/`.startsWith(`${place}/`)),
      });
  return planned;
}

describe('who may import whom (scripts/rooms.mjs)', () => {
  const planned = plannedImports();
  let said = '';

  beforeAll(() => {
    for (const place of new Set(planned.map(({ to }) => to))) {
      if (place.startsWith('node_modules/')) {
        write(`${place}/package.json`, JSON.stringify({ name: place.slice(13), main: 'index.js' }));
        write(`${place}/index.js`, 'exports.a = 1;\n');
      } else if (!place.startsWith('node:')) write(`${place}/target.ts`, 'export type A = 1;\n');
    }
    for (const from of new Set(planned.map((one) => one.from))) {
      const lines = planned
        .filter((one) => one.from === from)
        .map(({ to }, index) => {
          const path = relative(from, `${to}/target.ts`);
          const specifier = /^node/.test(to)
            ? to.replace('node_modules/', '')
            : path.replace(/^(?!\.)/, './');
          // Types are imports, too.
          return `import type { A as A${index} } from '${specifier}';`;
        });
      write(`${from}/planted.ts`, `${lines.join('\n')}\n`);
    }
    write('src/text/circle.ts', "import type { B } from './circle-back.ts';\nexport type A = B | 1;\n");
    write('src/text/circle-back.ts', "import type { A } from './circle.ts';\nexport type B = A | 2;\n");
    write('src/app/without-floor/x.ts', 'export const a = 1;\n');
    write('src/app/shell/floorless.ts', "export { a } from '../without-floor/x.ts';\n");
    ({ said } = check(folder));
  }, 120_000);

  it('every import of a room that the table does not name is refused, and no other', () => {
    const refused = new Set(
      [...said.matchAll(/(\S+)\/planted\.ts → (\S+)/g)].map(
        ([, from, to]) =>
          `${from} → ${to!.replace(/\/(target\.ts|index\.js)$/, '').replace(/^fs$/, 'node:fs')}`,
      ),
    );
    const wrong = planned
      .map(({ from, to, allowed }) => ({ name: `${from} → ${to}`, allowed }))
      .filter(({ name, allowed }) => refused.has(name) === allowed);
    expect(wrong).toEqual([]);
    expect(refused.size).toBeGreaterThan(200);
  });

  it('a circle, and a folder of the app without a floor', () => {
    expect(said).toMatch(/no circle: src\/text\/circle/);
    expect(said).toContain('a floor for each folder of src/app: src/app/shell/floorless.ts');
  });

  it('rooms import rooms that stand before them, on no higher floor', () => {
    for (const [index, { room, floor, imports }] of table.ROOMS.entries())
      for (const name of imports) {
        const at = rooms.indexOf(name);
        expect(at, `${room} → ${name}`).toBeGreaterThanOrEqual(0);
        expect(at, `${room} → ${name}`).toBeLessThan(index);
        expect(table.ROOMS[at]!.floor, `${room} → ${name}`).toBeLessThanOrEqual(floor);
      }
  });

  it('a check that sees no modules fails', () => {
    const empty = mkdtempSync(join(tmpdir(), 'jiangtai-no-rooms-'));
    mkdirSync(join(empty, 'src'));
    writeFileSync(join(empty, 'src', 'x.ts'), 'export const a = 1;\n');
    const { status, said } = check(empty);
    rmSync(empty, { recursive: true });
    expect(status).toBe(1);
    expect(said).toContain('only 1 modules were seen');
  });
});

describe('the pure rooms know neither the DOM nor Node: the compiler says no', () => {
  const uses = ['document.title', 'window', 'process.env', 'setTimeout', 'new TextDecoder()'];
  let said = '';
  beforeAll(() => {
    for (const [index, use] of uses.entries()) write(`pure/x${index}.ts`, `export const x = ${use};\n`);
    write('pure/good.ts', 'export const x = [1].at(-1);\n');
    const settings = { extends: join(ROOT, 'tsconfig.pure.json'), include: ['*.ts'] };
    write('pure/tsconfig.json', JSON.stringify(settings));
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    said = spawnSync(process.execPath, [tsc, '-p', join(folder, 'pure')], { encoding: 'utf8' }).stdout;
  }, 120_000);

  it.each(uses.map((use, index) => [use, index]))('%s', (_, index) => {
    expect(said).toMatch(new RegExp(`x${index}\\.ts.*Cannot find name`));
    expect(said).not.toContain('good.ts');
  });
});
