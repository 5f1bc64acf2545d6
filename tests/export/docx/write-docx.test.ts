import { describe, expect, test } from 'vitest';
import { docxText } from '../../../src/export/docx/docx-text.ts';
import { exportDocx } from '../../../src/export/docx/export-docx.ts';
import { writeDocx } from '../../../src/export/docx/write-docx.ts';
import { flowHandout } from '../../../src/handout/flow/flow.ts';
import type { Handout, HandoutBlock } from '../../../src/handout/flow/types.ts';
import { importFile } from '../../../src/import/import-file.ts';
import { repair } from '../../../src/repair/repair.ts';
import { parse } from '../../../src/speech/parse.ts';
import { bareText } from '../../../src/text/bare-text.ts';
import { handout, heading, NOWHERE, paragraph, run, table, title } from '../../handout/make-handout.ts';
import { checkPackage } from '../ooxml/check-package.ts';
import { PICTURES } from './docx-pictures.ts';

const NO_PICTURES = { load: async () => undefined, rasterise: async () => undefined };

function flow(text: string, options = {}): Handout {
  return flowHandout(parse(repair({ text, format: 'markdown', name: 'x.md' })), options);
}

function part(document: Handout, name: string): string {
  const { bytes } = writeDocx(document, { pictures: PICTURES });
  return new TextDecoder().decode(checkPackage(bytes).get(`word/${name}.xml`));
}

const body = (document: Handout): string => part(document, 'document');

/** `w:pPr` of the paragraph that holds a text. */
function propertiesOf(xml: string, text: string): string {
  const at = xml.lastIndexOf('<w:p>', xml.indexOf(text));
  return xml.slice(at, xml.indexOf('</w:pPr>', at));
}

describe('the page of GB/T 9704—2012', () => {
  test('22 lines of 28 characters: no grid, exact lines, tracked characters', () => {
    const xml = body(handout([paragraph('一')]));
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(xml).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"');
    expect(xml).not.toContain('docGrid');
    const styles = part(handout([paragraph('一')]), 'styles');
    expect(styles).toContain('<w:spacing w:line="579" w:lineRule="exact"/><w:jc w:val="both"/>');
    expect(22 * 579).toBeLessThanOrEqual(16838 - 2098 - 1984);
    expect(28 * (320 - 5)).toBeLessThanOrEqual(11906 - 1587 - 1474);
    expect(styles).toContain('w:eastAsia="仿宋_GB2312"');
    expect(styles).not.toContain('Theme');
  });

  test('the reading copy has 24 characters of 18 pt, its title 24 pt', () => {
    const styles = part({ ...handout([paragraph('一')]), layout: 'podium' }, 'styles');
    expect(styles).toContain('<w:sz w:val="36"/>');
    expect(styles).toMatch(/方正小标宋简体"\/><w:spacing w:val="0"\/><w:sz w:val="48"\/>/);
  });

  test('page numbers stand at the outer side, or in the middle', () => {
    expect(part(handout([paragraph('一')]), 'footer1')).toContain('<w:jc w:val="right"/>');
    expect(part(handout([paragraph('一')]), 'footer2')).toContain('<w:jc w:val="left"/>');
    const one = handout([paragraph('一')]);
    const centred = { ...one, style: { ...one.style, folio: 'center' as const } };
    expect(part(centred, 'footer1')).toContain('<w:jc w:val="center"/>');
    expect(part(centred, 'settings')).not.toContain('evenAndOddHeaders');
  });

  test('traditional characters get the faces and the language of Taiwan', () => {
    const styles = part({ ...handout([paragraph('國')]), lang: 'zh-Hant' }, 'styles');
    expect(styles).toContain('w:eastAsia="zh-TW"');
    expect(styles).toContain('標楷體');
    expect(styles).not.toMatch(/GB2312|简体/);
  });
});

describe('what an office finds in it', () => {
  test('headings are real ones with their levels; numbers are text', () => {
    const xml = body(handout([heading(1, '一、提高认识'), heading(2, '（一）统一思想'), paragraph('好。')]));
    expect(propertiesOf(xml, '一、提高认识')).toContain('<w:pStyle w:val="Heading1"/>');
    expect(propertiesOf(xml, '（一）统一思想')).toContain('<w:pStyle w:val="Heading2"/>');
    expect(xml).not.toContain('w:numPr');
    const styles = part(handout([heading(1, '一')]), 'styles');
    for (const level of [0, 1, 2]) expect(styles).toContain(`<w:outlineLvl w:val="${level}"/>`);
  });

  test('quotation marks and dashes are set in the Chinese face', () => {
    const xml = body(handout([paragraph('他说：“好——”……'), paragraph('only latin')]));
    const runs = xml.match(/<w:r>.*?<\/w:r>/g) ?? [];
    expect(runs.filter((one) => /[“”—…]/.test(one) && !one.includes('w:hint="eastAsia"'))).toEqual([]);
    expect(runs.find((one) => one.includes('only latin'))).not.toContain('w:hint');
  });

  test('a footnote called twice stands in the file once; one without a call stands behind the text', () => {
    const document = flow('正文[^1]，又一处[^1]。\n\n[^1]: 说明。\n');
    expect(body(document).match(/<w:footnoteReference/g)).toHaveLength(1);
    expect(part(document, 'footnotes')).toContain('说明。');
    const note: HandoutBlock = { kind: 'note', number: 7, runs: [run('没有出处')], range: NOWHERE };
    const lonely = handout([paragraph('正文'), note]);
    expect(docxText(writeDocx(lonely).bytes)).toBe('正文\n没有出处\n');
  });

  test('the author’s reading stands above its character; ours is a label and no text', () => {
    const document = flow('荀彧（yù）是谋士。\n');
    expect(body(document)).toContain('<w:rubyBase>');
    expect(importFile(writeDocx(document).bytes, 'x.docx').source.text).toContain('荀彧（yù）是谋士。');
    const ours = handout([paragraph({ ...run('饕餮'), pinyin: ['tāo', 'tiè'] })]);
    expect(body(ours)).toContain('tāo');
    expect(docxText(writeDocx(ours).bytes)).toBe('饕餮\n');
    expect(importFile(writeDocx(ours).bytes, 'x.docx').source.text).toBe('饕餮\n');
  });

  test('a key point is still one when the file is read again', () => {
    const { bytes } = writeDocx(flow('前面。==这是要点。==后面。\n'));
    expect(importFile(bytes, 'x.docx').source.text).toContain('==这是要点。==');
  });

  test('the name of a signature begins two characters right of the date’s … as on our pages', () => {
    const line = (text: string): HandoutBlock => ({
      kind: 'signature-line',
      runs: [run(text)],
      range: NOWHERE,
    });
    const xml = body(handout([paragraph('谢谢大家！'), line('王小明'), line('2024年9月2日')]));
    expect(propertiesOf(xml, '王小明')).toMatch(/w:rightChars="\d+"/);
    expect(propertiesOf(xml, '谢谢大家')).toContain('<w:keepNext/>');
  });

  test('the properties name title, speaker and language', () => {
    const document = flow('---\ntitle: 讲话 & 要求\nspeaker: 王小明\n---\n\n同志们：\n');
    const core = new TextDecoder().decode(checkPackage(writeDocx(document).bytes).get('docProps/core.xml'));
    expect(core).toContain('<dc:title>讲话 &amp; 要求</dc:title>');
    expect(core).toContain('<dc:creator>王小明</dc:creator>');
    expect(core).toContain('<dc:language>zh-CN</dc:language>');
  });

  test('the same handout gives the same bytes', () => {
    const document = flow('# 题目\n\n同志们：\n\n正文。\n');
    expect(writeDocx(document).bytes).toEqual(writeDocx(document).bytes);
  });
});

describe('odd speeches', () => {
  const whole = (document: Handout) =>
    exportDocx(document, NO_PICTURES, new Date(0)).then((file) => {
      checkPackage(file.bytes);
      expect(file.difference.place).toBeUndefined();
      return file;
    });

  test('no title, no speaker, no sections', async () => {
    const file = await whole(handout([paragraph('只有一句话。')], ''));
    expect(docxText(file.bytes)).toBe('只有一句话。\n');
    await whole(handout([], ''));
  });

  test('a title of 90 characters is broken by meaning, and read again as one line', async () => {
    const long = `${'在全市深入贯彻落实党的二十大精神'.repeat(5)}动员部署大会上的讲话`.slice(0, 90);
    const document = handout([title(long), paragraph('同志们：')], long);
    const file = await whole(document);
    expect(body(document).match(/<w:br\/>/g)?.length).toBeGreaterThan(2);
    expect(importFile(file.bytes, 'x.docx').source.text.split('\n')[0]).toBe(long);
  });

  test('a table of 40 columns fits; of 70, which Word cannot open, it is paragraphs', async () => {
    const wide = handout([table(3, 40, (r, c) => `${r}${c}`)]);
    await whole(wide);
    const widths = [...body(wide).matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) => Number(match[1]));
    expect(widths).toHaveLength(40);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11906 - 1587 - 1474);
    const wider = handout([table(3, 70, (r, c) => `${r}${c}`)]);
    await whole(wider);
    expect(body(wider)).not.toContain('<w:tbl>');
  });

  test('a table of 3,000 rows', async () => {
    await whole(handout([table(3000, 5, (r, c) => `第${r}行第${c}列`)]));
  });

  test('a missing picture leaves a frame, and is told', async () => {
    const file = await whole(flow('![图](meiyou.png)\n\n正文![小图](zheyang.png)。\n'));
    expect(file.missingPictures).toEqual(['meiyou.png', 'zheyang.png']);
  });

  test('rare characters stay; what XML cannot hold is replaced and listed', async () => {
    const file = await whole(handout([paragraph('𠮷𪚥\u{30EDE}，铃\u0007声\ud800。')]));
    expect(file.unwritable).toEqual(['\u0007', '\ud800']);
    expect(bareText(docxText(file.bytes))).toBe('𠮷𪚥\u{30EDE}，铃\ufffd声\ufffd。');
  });

  test('signs of XML in the text are text; an address of a script is no link', async () => {
    const file = await whole(
      handout([
        paragraph('<w:p>&amp;"\'', { ...run('点我'), href: 'javascript:alert(1)' }),
        paragraph({ ...run('网页'), href: 'https://example.com/?a=1&b="2"' }),
      ]),
    );
    expect(docxText(file.bytes)).toContain('<w:p>&amp;"\'点我');
    const links = new TextDecoder().decode(checkPackage(file.bytes).get('word/_rels/document.xml.rels'));
    expect(links).toContain('https://example.com/?a=1&amp;b=&quot;2&quot;');
    expect(links).not.toContain('javascript');
  });
});
