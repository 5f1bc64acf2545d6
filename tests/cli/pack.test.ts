import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { docxText } from '../../src/export/docx/docx-text.ts';
import { pptxWords } from '../../src/export/pptx/pptx-text.ts';
import { readZip } from '../../src/import/zip.ts';
import { SPEECHES } from '../speeches.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiangtai-pack-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function pack(...argv: readonly string[]) {
  const result = { code: 0, error: '' };
  result.code = await main(['pack', ...argv], {
    env: { LANG: 'en_US.UTF-8' },
    folder,
    out: () => undefined,
    error: (text) => {
      result.error += text;
    },
  });
  return result;
}

const SAFETY = join(SPEECHES, 'anquan-shengchan-gongzuo-huiyi.txt');
const SCHOOL = join(SPEECHES, 'kaixue-dianli.md');

test('a .zip of the papers chosen, with what was typed', async () => {
  const { code, error } = await pack(
    SCHOOL,
    '-o',
    'a.zip',
    '--formats',
    'docx',
    '--parts',
    'agenda,cue',
    '--field',
    'chair=李主任',
  );
  expect(code).toBe(0);
  expect(error).toMatch(/a\.zip: 2 papers; \d+ characters from the text, .* 0 added\.\n$/);
  const { files } = readZip(new Uint8Array(await readFile(join(folder, 'a.zip'))), () => true);
  expect([...files.keys()]).toEqual(['01 议程.docx', '02 主持提示.docx', 'ledger.tsv']);
  expect(docxText(files.get('01 议程.docx')!)).toContain('李主任');
});

test('several speeches, one meeting: one agenda in the order given', async () => {
  const { code } = await pack(SCHOOL, SAFETY, '-o', 'b.docx', '--parts', 'agenda', '--script', 'tw');
  expect(code).toBe(0);
  const text = docxText(new Uint8Array(await readFile(join(folder, 'b.docx'))));
  expect(text).toMatch(/議程[\s\S]*學會提問[\s\S]*繃緊安全弦/);
});

test('a folder of speeches, into a folder; an older pack there is replaced', async () => {
  const speeches = join(folder, 'meeting');
  await mkdir(speeches);
  await writeFile(join(speeches, '1.txt'), '开好会\n\n同志们：\n\n今天开会。\n');
  await writeFile(join(speeches, '2.txt'), '开好会\n\n同志们：\n\n明天开会。\n');
  for (let time = 0; time < 2; time++) {
    const { code, error } = await pack('meeting', '-o', 'papers', '--formats', 'docx');
    expect(code).toBe(0);
    expect(error).toContain('The text asks no question');
  }
  expect((await readdir(join(folder, 'papers'))).sort()).toEqual([
    '01 会议通知.docx',
    '02 议程.docx',
    '03 主持提示.docx',
    '04 签到表.docx',
    '05 学习记录.docx',
    '06 会议记录.docx',
    'ledger.tsv',
  ]);
  expect((await readdir(folder)).filter((name) => name.startsWith('papers.'))).toEqual([]);
});

test('slides alone; breaks, and labels from a file', async () => {
  await writeFile(join(folder, 'labels.txt'), '# 本单位\nagenda = 日程\n主讲人=宣讲人\n');
  const options = ['--break', '1:10:茶歇', '--break', '2:5', '--rename', 'labels.txt'];
  const { code, error } = await pack(SCHOOL, SAFETY, '-o', 'e.pptx', ...options);
  expect(code).toBe(0);
  expect(error).toMatch(/e\.pptx: 1 paper; .* 0 added\.\n$/);
  const shown = pptxWords(new Uint8Array(await readFile(join(folder, 'e.pptx')))).flatMap((one) => one.shown);
  expect(shown[0]).toBe('日程');
  expect(shown.join('')).toMatch(/茶歇10 分钟.*绷紧安全弦.*休息5 分钟/);
});

test('a file of labels with a line that is none: the line is named, nothing written', async () => {
  await writeFile(join(folder, 'labels.txt'), '主持人=召集人\n心情=好\n');
  const { code, error } = await pack(SAFETY, '-o', 'c.zip', '--rename', 'labels.txt');
  expect(code).toBe(2);
  expect(error).toMatch(/labels\.txt, line 2, "心情=好"/);
  expect(existsSync(join(folder, 'c.zip'))).toBe(false);
});

test.each([
  ['slides with papers in one file', [SAFETY, '-o', 'c.pdf', '--parts', 'agenda,slides'], /slides alone/],
  ['slides in a Word file', [SAFETY, '-o', 'c.docx', '--parts', 'slides'], /slides alone/],
  [
    'a break without minutes',
    [SAFETY, '-o', 'c.zip', '--break', '1'],
    /--break cannot be "1"; .*AFTER:MINUTES/,
  ],
  [
    'a break behind no speech',
    [SAFETY, '-o', 'c.zip', '--break', '2:10'],
    /after speech 2: the meeting has 1 speech\./,
  ],
  ['no file of labels', [SAFETY, '-o', 'c.zip', '--rename', 'none.txt'], /File not found/],
  ['a kind we do not write', [SAFETY, '-o', 'c.key'], /pack writes \.zip/],
  ['an unknown paper', [SAFETY, '-o', 'c.zip', '--parts', 'poster'], /--parts cannot be "poster"/],
  ['an unknown format', [SAFETY, '-o', 'c.zip', '--formats', 'odt'], /--formats cannot be "odt"/],
  ['an unknown field', [SAFETY, '-o', 'c.zip', '--field', 'mood=good'], /--field cannot be "mood"/],
  ['a field without a value', [SAFETY, '-o', 'c.zip', '--field', 'chair'], /--field chair= needs a value/],
  ['no file', ['-o', 'c.zip'], /Give at least one FILE/],
  ['a file that is not there', [SAFETY, 'none.txt', '-o', 'c.zip'], /File not found/],
])('%s: one sentence, nothing written', async (_, argv, sentence) => {
  const { code, error } = await pack(...argv);
  expect(code).toBe(2);
  expect(error).toMatch(sentence);
  expect(existsSync(join(folder, 'c.zip'))).toBe(false);
});

test('papers that would be empty are not written', async () => {
  const { code, error } = await pack(SAFETY, '-o', 'd.zip', '--parts', 'questions');
  expect(code).toBe(1);
  expect(error).toContain('none of the papers chosen');
  expect(existsSync(join(folder, 'd.zip'))).toBe(false);
});
