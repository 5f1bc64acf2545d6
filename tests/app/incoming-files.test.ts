import { afterEach, beforeEach, expect, it } from 'vitest';
import { addFile } from '../../src/app/session/incoming-files.ts';
import { BrowserLibrary } from '../../src/library/browser/browser-library.ts';
import { MemoryRecords } from '../../src/library/browser/record-store.ts';
import { makeDocx, p as paragraph } from '../import/docx-file.ts';

/** Files as people have them: every one becomes a speech, or is refused by a reason a person can read. */

let library: BrowserLibrary;
beforeEach(() => {
  library = new BrowserLibrary(new MemoryRecords());
});
afterEach(() => library.close());

const adopt = async (
  name: string,
  content: string | Uint8Array = '同志们：\n',
  taken: readonly string[] = [],
) => (await addFile(library, new File([content as BlobPart], name), taken))!;
const LONG = '关于进一步做好新形势下基层治理工作的若干意见（征求意见稿）'.repeat(7);

it.each([
  ['讲话.txt', '讲话.txt'],
  ['讲话.TXT', '讲话.txt'],
  ['讲话.markdown', '讲话.md'],
  ['讲话', '讲话.txt'],
  ['讲话....txt', '讲话.txt'],
  ['讲话. .txt', '讲话.txt'],
  ['第1.2稿.txt', '第1.2稿.txt'],
  ['一..二.txt', '一.二.txt'],
  ['关于“三会一课”：问题？.txt', '关于“三会一课”：问题？.txt'],
  ['a:b*c?.txt', 'abc.txt'],
  ['.txt', '同志们：.txt'],
  ['...', '同志们：.txt'],
  ['con.txt', '同志们：.txt'],
  ['🎉家庭👨‍👩‍👧.txt', '🎉家庭👨👩👧.txt'],
  ['\u202e讲话.txt', '讲话.txt'],
  ['../../etc/passwd', 'etcpasswd.txt'],
])('%j becomes %s', async (name, kept) => {
  expect((await adopt(name)).name).toBe(kept);
  expect((await library.read(kept)).text).toBe('同志们：\n');
});

it('a long name is cut between characters, before the number of a second one', async () => {
  const { name } = await adopt(`${LONG}.txt`);
  expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
  expect(LONG.startsWith(name.slice(0, -4))).toBe(true);
  const second = await adopt(`${LONG}.docx`, makeDocx({ body: paragraph('同志们：') }), [name]);
  expect(second.name).not.toBe(name);
  expect(second.name).toMatch(/ 2\.txt$/);
  const emoji = await adopt(`${'👩'.repeat(80)}.txt`);
  expect(emoji.name).toMatch(/^(👩)+\.txt$/u);
});

it('names that differ only in case are told apart', async () => {
  expect((await adopt('Speech.txt', 'a\n')).name).toBe('Speech.txt');
  expect((await adopt('SPEECH.TXT', 'b\n', ['Speech.txt'])).name).toBe('SPEECH 2.txt');
});

it.each<[string, Uint8Array | string, string]>([
  ['空.txt', '', 'empty'],
  ['空白.txt', ' \n\u3000\n', 'empty'],
  ['坏.docx', Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9, 9, 9]), 'docx-broken'],
  ['快捷方式.lnk', Uint8Array.from([0x4c, 0, 0, 0, 1, 0x14, 2, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0]), 'binary'],
  ['表.xlsx', makeDocx({ body: '' }).slice(0, 40), 'zip'],
])('%s is refused, and says why', async (name, content, code) => {
  await expect(adopt(name, content)).rejects.toMatchObject({ code });
  expect((await library.list()).speeches).toEqual([]);
});

it('a folder, or a file that is gone by now, is told as unreadable', async () => {
  const gone = new File(['x'], '文件夹');
  gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
  await expect(addFile(library, gone, [])).rejects.toMatchObject({
    code: 'unreadable',
    values: { name: '文件夹' },
  });
});

it('old encodings are kept byte for byte', async () => {
  const bytes = Uint8Array.from([
    0xcd, 0xac, 0xd6, 0xbe, 0xc3, 0xc7, 0xa3, 0xba, 0xb4, 0xf3, 0xbc, 0xd2, 0xba, 0xc3,
  ]);
  await adopt('国标.txt', bytes);
  expect(await library.bytes('国标.txt')).toEqual(bytes);
  expect((await library.read('国标.txt')).text).toBe('同志们：大家好');
});
