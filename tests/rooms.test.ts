import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

const folder = mkdtempSync(join(tmpdir(), 'jiangtai-rooms-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Lints `code` as if it stood at `path` of this project: in a folder with the project's own settings. */
function lint(path: string, code: string): string {
  const settings = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'));
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...settings, vcs: { enabled: false } }));
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), code);
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const run = spawnSync(process.execPath, [biome, 'lint', path], { cwd: folder, encoding: 'utf8' });
  return run.stdout + run.stderr;
}

describe('who may import whom (docs/ARCHITECTURE.md, Rooms): the linter says no', () => {
  it.each([
    ['src/read/x.ts', '../speech/types.ts'],
    ['src/read/repair/x.ts', '../../deck/plan/plan.ts'],
    ['src/read/x.ts', 'node:fs'],
    ['src/speech/x.ts', '../deck/plan/plan.ts'],
    ['src/speech/x.ts', '../handout/flow/flow.ts'],
    ['src/deck/plan/x.ts', '../show/frame.ts'],
    ['src/deck/plan/x.ts', 'lit'],
    ['src/deck/show/x.ts', '../../handout/flow/flow.ts'],
    ['src/handout/flow/x.ts', '../paginate/frame.ts'],
    ['src/handout/paginate/x.ts', '../../deck/plan/plan.ts'],
    ['src/present/x.ts', '../app/main.ts'],
    ['src/present/x.ts', '../handout/flow/flow.ts'],
    ['src/store/x.ts', '../app/main.ts'],
    ['src/store/x.ts', '../handout/flow/flow.ts'],
  ])('%s ↛ %s', (path, imported) => {
    expect(lint(path, `import { a } from '${imported}';\nexport const b = a;\n`)).toContain(
      'noRestrictedImports',
    );
  });

  it.each([
    ['src/speech/x.ts', '../read/types.ts'],
    ['src/deck/plan/x.ts', '../../speech/types.ts'],
    ['src/handout/paginate/x.ts', '../flow/types.ts'],
    ['src/app/x.ts', '../deck/plan/plan.ts'],
    ['src/present/x.ts', '../deck/show/channel.ts'],
    ['src/cli/x.ts', '../handout/flow/flow.ts'],
  ])('%s → %s', (path, imported) => {
    expect(lint(path, `import { a } from '${imported}';\nexport const b = a;\n`)).not.toContain(
      'noRestrictedImports',
    );
  });
});

describe('the pure rooms know neither the DOM nor Node: the compiler says no', () => {
  it.each([['document.title'], ['window'], ['process.env'], ['setTimeout'], ['new TextDecoder()']])(
    '%s',
    (use) => {
      writeFileSync(join(folder, 'x.ts'), `export const x = ${use};\n`);
      const settings = { extends: join(ROOT, 'tsconfig.pure.json'), include: ['x.ts'] };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
      const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
      const run = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
      expect(run.status).not.toBe(0);
      expect(run.stdout).toMatch(/Cannot find name/);
    },
  );
});
