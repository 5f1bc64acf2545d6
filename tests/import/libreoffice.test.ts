import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../src/import/import-file.ts';

const read = (name: string) =>
  importFile(readFileSync(new URL(`../fixtures/import/${name}`, import.meta.url)), name);

/** One speech, saved by LibreOffice 7.4 in three formats. */
const lines = (circle: readonly [string, string], changed: string, sign: string, ruby: string) => [
  '在全县大会上的讲话', '县长　王建国', '（2024年4月18日）', '同志们：', '今天我们召开大会，主要任务是总结工作、部署任务。',
  '一、提高思想认识', '（一）认清形势', `形势**总体向好**，但${sign}不容乐观${sign}[^1]。荀彧${ruby}说过。`,
  '（二）明确任务', '1.抓生产', '2.抓安全', ...circle, '3.抓作风',
  '二、狠抓落实', '（一）加强领导', '- 要点一', '- 要点二',
  '| 单位 | 2024年 | 2024年 |', '| --- | --- | --- |', '| 单位 | 收入 | 支出 |', '| 甲局 | 1 | 2 |',
  `保留${changed}的话\\\\\\*。`, '谢谢大家！', '[^1]: 见会议文件。',
]; // biome-ignore format: an outline

describe('what LibreOffice saves', () => {
  it('.docx', () => {
    const { source, diagnostics } = read('libreoffice.docx');
    expect(source.text.split('\n').filter(Boolean)).toEqual(
      lines(['①看工地', '②看矿山'], '加上', '==', '（yù）'),
    );
    expect(diagnostics).toMatchObject([{ code: 'revisions', values: { count: 2 } }]);
  });

  it('.html, which has no circled numbers, marks, readings and revisions', () => {
    expect(read('libreoffice.html').source.text.split('\n').filter(Boolean)).toEqual(
      lines(['1.看工地', '2.看矿山'], '删去加上', '', ''),
    );
  });

  it('.doc is named', () => {
    expect(() => read('libreoffice.doc')).toThrow('old-doc');
  });
});
