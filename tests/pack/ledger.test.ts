import { describe, expect, test } from 'vitest';
import { packDocx } from '../../src/export/pack/pack-docx.ts';
import { packFiles } from '../../src/export/pack/pack-files.ts';
import { buildPack } from '../../src/pack/build-pack.ts';
import { LABEL_SETS } from '../../src/pack/labels.ts';
import { checkFile, checkLedger, paperPieces, paperText } from '../../src/pack/ledger.ts';
import { CELL_PADDING, SIGN, signSize } from '../../src/pack/line-styles.ts';
import type { Pack, PackBlock, Paper, Piece } from '../../src/pack/types.ts';
import { bareText } from '../../src/text/bare-text.ts';
import { SAMPLES, SPEECH_FILES, speechName } from '../export/speech-files.ts';
import { packSpeech, packSpeechOf } from './make-pack.ts';

const BARE = '同志们：\n\n今天我们学习文件。大家要认真学习。\n';
const KNOWN =
  '在学习会上的讲话\n（2024年4月18日）\n局长　周明远\n\n同志们：\n\n我们为什么要学习？因为任务重。\n\n一、提高认识\n\n他说：“甲很好。乙呢？”大家要认真。\n\n二、狠抓落实\n\n要抓紧抓好。谢谢大家！\n';

const paperOf = (pack: Pack, id: Paper['id']) => pack.papers.find((paper) => paper.id === id);

describe('the ledger closes', () => {
  for (const path of SPEECH_FILES)
    test(speechName(path), async () => {
      const speeches = [await packSpeechOf(path)];
      for (const labels of LABEL_SETS) {
        const options = { labels, typed: { chair: '李主任', expected: '35' } };
        const pack = buildPack(speeches, options);
        expect(checkLedger(pack, speeches, options)).toBeUndefined();
      }
    });

  for (const path of SAMPLES)
    for (const script of ['hans', 'tw', 'hk'] as const)
      test(`${speechName(path)} in ${script}, in its Word files too`, async () => {
        const speeches = [await packSpeechOf(path, script)];
        const options = { labels: script };
        const files = await packFiles(buildPack(speeches, options), speeches, { ...options, docx: true });
        expect('fault' in files ? files.fault : undefined).toBeUndefined();
      });
});

describe('a foreign word opens it', () => {
  const withPiece = (pack: Pack, piece: Piece): Pack => ({
    ...pack,
    papers: pack.papers.map((paper, index) =>
      index > 0
        ? paper
        : {
            ...paper,
            blocks: [...paper.blocks, { kind: 'line', style: 'body', pieces: [piece] } as PackBlock],
          },
    ),
  });

  test.each<[string, Piece]>([
    ['label', { kind: 'label', id: 'time', text: '重要' }],
    ['label', { kind: 'label', id: 'time', text: '学习时间', renamed: true }],
    ['source', { kind: 'source', speech: 0, range: { start: 0, end: 2 }, text: '重要' }],
    ['computed', { kind: 'computed', text: '十' }],
    ['typed', { kind: 'typed', field: 'chair', text: '王主任' }],
  ])('%s', async (reason, piece) => {
    const speeches = [await packSpeech({ text: KNOWN })];
    const pack = withPiece(buildPack(speeches), piece);
    expect(checkLedger(pack, speeches, {})).toEqual({ paper: 'notice', reason, text: piece.text });
    expect(await packFiles(pack, speeches, { docx: true })).toHaveProperty('fault');
  });

  test('in a file', async () => {
    const pack = buildPack([await packSpeech({ text: KNOWN })]);
    const text = pack.papers.map(paperText).join('');
    expect(checkFile(pack.papers, text)).toBeUndefined();
    expect(checkFile(pack.papers, `${text}请准时参加`)?.reason).toBe('file');
    expect(packDocx(pack).fault).toBeUndefined();
  });
});

test('no date, place, speaker: lines to write on, no value, the same papers', async () => {
  const bare = buildPack([await packSpeech({ text: BARE })]);
  const known = buildPack([await packSpeech({ text: KNOWN })]);
  expect(bare.papers.map(({ id }) => id)).toEqual(
    known.papers.map(({ id }) => id).filter((id) => id !== 'questions'),
  );
  const notice = paperPieces(paperOf(bare, 'notice')!);
  expect(notice.filter(({ kind }) => kind !== 'label' && kind !== 'space')).toEqual([]);
  expect(bareText(paperText(paperOf(known, 'notice')!))).toContain('时间2024年4月18日');
});

test('without a question there is no sheet of questions, and the pack says why', async () => {
  const pack = buildPack([await packSpeech({ text: BARE })]);
  expect(paperOf(pack, 'questions')).toBeUndefined();
  expect(pack.empty).toEqual([{ id: 'questions', reason: 'no-questions' }]);
});

test('a quotation of two sentences is taken whole', async () => {
  const pack = buildPack([await packSpeech({ text: KNOWN })]);
  const sources = paperPieces(paperOf(pack, 'questions')!).filter(({ kind }) => kind === 'source');
  expect(sources.map(({ text }) => text).filter((text) => /[。？]/.test(text))).toEqual([
    '我们为什么要学习？',
    '他说：“甲很好。乙呢？”',
  ]);
});

test('a question left out is in no paper', async () => {
  const speeches = [await packSpeech({ text: KNOWN })];
  const first = KNOWN.indexOf('我们为什么');
  const pack = buildPack(speeches, { withoutQuestions: [`0:${first}`] });
  expect(paperText(paperOf(pack, 'questions')!)).not.toContain('为什么');
});

test('pack and ledger follow an edit of the text', async () => {
  const edited = KNOWN.replace('二、狠抓落实', '二、抓好落实').replace('我们为什么要学习？', '');
  const speeches = [await packSpeech({ text: edited })];
  const pack = buildPack(speeches);
  const text = pack.papers.map(paperText).join('');
  expect(text).toContain('二、抓好落实');
  expect(text).not.toContain('狠抓');
  expect(text).not.toContain('为什么');
  expect(checkLedger(pack, speeches, {})).toBeUndefined();
  // The papers of the text before the edit do not pass for those of the text after it.
  const old = buildPack([await packSpeech({ text: KNOWN })]);
  expect(checkLedger(old, speeches, {})).toHaveProperty('reason', 'source');
});

test('names that stand in the running text are in no head and no list', async () => {
  const text = KNOWN.replace('因为任务重。', '张建国同志带了头。');
  const pack = buildPack([await packSpeech({ text })]);
  for (const paper of pack.papers) expect(paperText(paper)).not.toContain('张建国');
});

test('what is typed for one pack is not in the next one', async () => {
  const speeches = [await packSpeech({ text: KNOWN })];
  const typed = buildPack(speeches, { typed: { chair: '李主任', place: '三楼会议室' } });
  expect(typed.papers.map(paperText).join('')).toContain('李主任');
  expect(buildPack(speeches).papers.map(paperText).join('')).not.toMatch(/李主任|三楼/);
});

test('where two speeches say different dates there is a line; what only one says is taken', async () => {
  const other = KNOWN.replace('2024年4月18日', '2024年5月6日').replace('在学习会上的讲话', '学习');
  const speeches = [await packSpeech({ text: KNOWN }), await packSpeech({ text: other })];
  const notice = paperText(paperOf(buildPack(speeches, { parts: ['notice'] }), 'notice')!);
  expect(notice).not.toMatch(/4月18日|5月6日/);
  expect(notice.match(/周明远/g)).toHaveLength(2);
});

describe('table signs', () => {
  const signsOf = (pack: Pack) =>
    paperOf(pack, 'table-signs')?.blocks.flatMap((block) =>
      block.kind === 'sign' ? block.name.map(({ kind, text }) => [kind, text]) : [],
    );
  const parts = ['table-signs'] as const;

  test('are made where they are asked for: a speaker has one, persons of the text none', async () => {
    const text = KNOWN.replace('因为任务重。', '张建国同志带了头。');
    const speeches = [await packSpeech({ text }), await packSpeech({ text })];
    expect(paperOf(buildPack(speeches), 'table-signs')).toBeUndefined();
    const pack = buildPack(speeches, { parts });
    expect(signsOf(pack)).toEqual([['source', '周明远']]);
    expect(paperText(paperOf(pack, 'table-signs')!)).toBe('周明远周明远');
    expect(await packFiles(pack, speeches, { parts, docx: true })).not.toHaveProperty('fault');
  });

  test('of typed names, a sheet each, in their order and no other name', async () => {
    const speeches = [await packSpeech({ text: KNOWN })];
    const options = { parts, typed: { names: ' 李主任\n\n王　芳、欧阳建国\n' } };
    const pack = buildPack(speeches, options);
    expect(signsOf(pack)).toEqual([
      ['typed', '李主任'],
      ['typed', '王 芳'],
      ['typed', '欧阳建国'],
    ]);
    expect(checkLedger(pack, speeches, options)).toBeUndefined();
    expect(checkLedger(pack, speeches, { parts, typed: { names: '李主任' } })).toEqual({
      paper: 'table-signs',
      reason: 'typed',
      text: '王 芳',
    });
  });

  test('a name of up to thirteen characters is on one line of the cell that holds it', () => {
    const line = ((SIGN.measure - 2 * CELL_PADDING.beside) / 25.4) * 72;
    for (let width = 1; width <= 13; width += 0.5) expect(signSize(width) * width).toBeLessThanOrEqual(line);
    expect(signSize(3)).toBeGreaterThan(120);
  });

  test('without a name there is none, and the pack says why', async () => {
    const pack = buildPack([await packSpeech({ text: BARE })], { parts });
    expect(pack.papers).toEqual([]);
    expect(pack.empty).toEqual([{ id: 'table-signs', reason: 'no-names' }]);
  });
});

test('a renamed label is the user’s, in the ledger too', async () => {
  const speeches = [await packSpeech({ text: KNOWN })];
  const options = { renamed: { chair: '召集人' } } as const;
  const pack = buildPack(speeches, options);
  expect(pack.papers.flatMap(paperPieces)).toContainEqual({
    kind: 'label',
    id: 'chair',
    text: '召集人',
    renamed: true,
  });
  expect(checkLedger(pack, speeches, options)).toBeUndefined();
});
