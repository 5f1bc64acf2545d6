import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';

// Reading is linear and bounded in depth: what it would do on a fault can be seen only with one made here.
vi.mock('../../src/speech/parse.ts', () => ({
  parse: () => {
    const deeper = (): number => 1 + deeper();
    return deeper();
  },
}));

it('a fault while a file is read is one sentence with exit code 2, without a stack trace', async () => {
  let error = '';
  const code = await main(['check', 'speech.txt'], {
    env: { LANG: 'zh_CN.UTF-8' },
    folder: join(import.meta.dirname, '../fixtures/speech/bieshangdang-juzi'),
    out: () => undefined,
    error: (text) => {
      error += text;
    },
  });
  expect({ code, lines: error.trim().split('\n').length }).toEqual({ code: 2, lines: 1 });
  expect(error).toContain('文件没有改动');
  expect(error).not.toMatch(/\bat .*:\d+:\d+/);
});
