import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { speechText } from '../../src/speech/text.ts';
import { bareText } from '../../src/text/bare-text.ts';
import { SPEECH_NAMES, SPEECHES } from '../speeches.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiangtai-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a command as `npm run speech --` would, in English unless `lang` says otherwise. */
async function run(argv: readonly string[], lang = 'en_US.UTF-8', env: Record<string, string> = {}) {
  const result = { code: 0, out: '', error: '' };
  result.code = await main(argv, {
    env: { LANG: lang, ...env },
    folder,
    out: (text) => {
      result.out += text;
    },
    error: (text) => {
      result.error += text;
    },
  });
  return result;
}

/** One sentence on one line: no stack, no second thought. */
const oneSentence = /^[^\n]+\n$/;

describe('wrong use: one sentence, exit code 2, nothing on stdout', () => {
  const speech = join(SPEECHES, SPEECH_NAMES[0] as string);
  it.each([
    ['no command', [], /Give a command/],
    ['unknown command', ['shout', speech], /Unknown command "shout"/],
    ['unknown option', ['text', speech, '--loud'], /Unknown option "--loud"/],
    ['option of another command', ['text', speech, '--layout', 'official'], /--layout cannot be used with/],
    ['option without value', ['deck', speech, '-o'], /needs a value/],
    ['unknown theme', ['slides', speech, '--theme', 'neon'], /--theme cannot be "neon"/],
    ['rate that is no number', ['model', speech, '--rate', 'fast'], /--rate cannot be "fast"/],
    ['rate out of range', ['model', speech, '--rate', '9000'], /--rate cannot be "9000"/],
    ['no file', ['text'], /Give exactly one FILE/],
    ['two files', ['text', speech, speech], /Give exactly one FILE/],
    ['no output', ['deck', speech], /Give the output file with -o/],
    ['unknown encoding', ['text', speech, '--encoding', 'ebcdic'], /--encoding cannot be "ebcdic"/],
    ['unknown repair', ['text', speech, '--keep', 'spelling'], /--keep cannot be "spelling"/],
    ['output of a kind we do not write', ['deck', speech, '-o', 'a.key'], /Cannot write a "\.key" file/],
    ['missing file', ['text', 'no-such.txt'], /File not found: .*no-such\.txt/],
    ['a folder', ['text', '.'], /is a folder/],
  ])('%s', async (_, argv, sentence) => {
    const result = await run(argv);
    expect(result.error).toMatch(sentence);
    expect(result.error).toMatch(oneSentence);
    expect(result.code).toBe(2);
    expect(result.out).toBe('');
  });

  it('speaks the language of the terminal', async () => {
    expect((await run(['text', 'a.txt'], 'zh_CN.UTF-8')).error).toMatch(/^找不到文件：/);
    expect((await run(['text', 'a.txt'], 'zh_TW.UTF-8')).error).toMatch(/^找不到檔案：/);
    expect((await run(['text', 'a.txt'], 'C')).error).toMatch(/^找不到文件：/);
  });
});

describe('files that are no speech: one sentence, exit code 2', () => {
  it.each([
    ['empty', new Uint8Array(0)],
    ['blank', new TextEncoder().encode(' \n\t\n')],
    [
      'a picture',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48]),
    ],
    ['zero bytes', new Uint8Array(4096)],
    ['a PDF', new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')],
    [
      'an old .doc',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(512)]),
    ],
  ])('%s', async (name, bytes) => {
    const path = join(folder, `${name.replaceAll(' ', '-')}.txt`);
    await writeFile(path, bytes);
    for (const command of ['check', 'text', 'model', 'slides']) {
      const result = await run([command, path]);
      expect(result.error).toMatch(oneSentence);
      expect(result.code).toBe(2);
      expect(result.out).toBe('');
    }
  });

  it.skipIf(process.getuid?.() === 0)('a file one may not read', async () => {
    const path = join(folder, 'secret.txt');
    await writeFile(path, '同志们：\n');
    await chmod(path, 0);
    const result = await run(['text', path]);
    expect(result.error).toMatch(/cannot be read/);
    expect(result.code).toBe(2);
  });
});

describe('printing that cannot be', () => {
  it.each([
    [['deck', '-o', 'x.pdf', '--per-page', '4'], /--per-page cannot be "4"; use 1.*6/],
    [['deck', '-o', 'x.pdf', '--pages', '5-2'], /--pages cannot be "5-2"/],
    [['deck', '-o', 'x.pdf', '--pages', '0'], /--pages cannot be "0"/],
    [['deck', '-o', 'x.pdf', '--per-page', '2', '--notes-pages'], /cannot be used together/],
    [['deck', '-o', 'x.pptx', '--notes-pages'], /goes with a \.pdf only/],
    [['handout', '-o', 'x.docx', '--pages', '2'], /goes with a \.pdf only/],
    [['handout', '-o', 'x.pdf', '--per-page', '2'], /cannot be used with handout/],
  ] as const)('%j', async (args, sentence) => {
    const result = await run([...args, join(SPEECHES, SPEECH_NAMES[0] as string)]);
    expect(result.error).toMatch(sentence);
    expect(result.code).toBe(2);
  });
});

describe('a browser that is not there', () => {
  it('is one sentence, exit code 2, and no file', async () => {
    const path = join(SPEECHES, SPEECH_NAMES[0] as string);
    const before = process.env.CHROMIUM_PATH;
    process.env.CHROMIUM_PATH = '/no/such/browser';
    try {
      const result = await run(['deck', path, '-o', 'never.pdf']);
      expect(result.error).toMatch(/CHROMIUM_PATH does not exist/);
      expect(result.code).toBe(2);
    } finally {
      if (before === undefined) delete process.env.CHROMIUM_PATH;
      else process.env.CHROMIUM_PATH = before;
    }
    expect(await readdir(folder)).not.toContain('never.pdf');
  });
});

describe.each(SPEECH_NAMES)('%s', (name) => {
  const path = join(SPEECHES, name);

  it('check ends without an error', async () => {
    const result = await run(['check', path]);
    expect(result.error).toBe('');
    expect(result.code).toBe(0);
  });

  it('model and slides hold the same text', async () => {
    const model = JSON.parse((await run(['model', path])).out);
    const deck = JSON.parse((await run(['slides', path])).out);
    const notes = deck.slides.flatMap((slide: { notes: { text: string }[] }) =>
      slide.notes.map((note) => note.text),
    );
    expect(bareText(notes.join(''))).toBe(bareText(speechText(model)));
  });

  it('text is a speech again: reading it changes nothing', async () => {
    const { out } = await run(['text', path]);
    const copy = join(folder, name);
    await writeFile(copy, out);
    expect((await run(['text', copy])).out).toBe(out);
  });
});

it('text keeps every line of a clean speech', async () => {
  const name = SPEECH_NAMES.find((candidate) => candidate.startsWith('anquan')) as string;
  const source = await readFile(join(SPEECHES, name), 'utf8');
  expect((await run(['text', join(SPEECHES, name)])).out.trimEnd()).toBe(source.trimEnd());
});

describe('the user has the last word on reading', () => {
  it('a kind of damage is left as it is', async () => {
    const speech = join(SPEECHES, 'jianxing-qunzhong-luxian.txt');
    const mended = (await run(['text', speech])).out;
    const kept = (await run(['text', speech, '--keep', 'pinyin-note,dash', '--keep', 'page-furniture'])).out;
    expect((await run(['text', speech, '--keep', 'pinyin-note,dash,boilerplate'])).out).toBe(kept);
    expect(mended).not.toMatch(/\(yè\)|入會申請/);
    expect(kept).toMatch(/\(yè\)/);
    expect(kept).toMatch(/入會申請/);
  });

  it('the encoding is named, and can be another', async () => {
    const path = join(folder, 'gb.txt');
    // 同志们：大家好。 in GB18030.
    await writeFile(
      path,
      Uint8Array.from([
        0xcd, 0xac, 0xd6, 0xbe, 0xc3, 0xc7, 0xa3, 0xba, 0xb4, 0xf3, 0xbc, 0xd2, 0xba, 0xc3, 0xa1, 0xa3,
      ]),
    );
    expect((await run(['check', path])).out).toMatch(/File encoding: GB18030/);
    expect((await run(['text', path])).out).toBe('同志们：大家好。\n');
    expect((await run(['text', path, '--encoding', 'big5'])).out).not.toMatch(/同志/);
  });
});
