import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../src/import/docx/docx.ts';
import { ImportError } from '../../src/import/import-error.ts';
import { formatNumber } from '../../src/import/number-formats.ts';
import { outermostSections } from '../../src/speech/outermost-sections.ts';
import { parse } from '../../src/speech/parse.ts';
import { speechText } from '../../src/speech/text.ts';
import type { Section } from '../../src/speech/types.ts';
import { bareText } from '../../src/text/bare-text.ts';
import { cleanText } from '../speech/read-speech.ts';
import { type DocxContent, item, list, makeDocx, num, PNG, p, picture, r, table } from './docx-file.ts';

const readContent = (content: DocxContent) => readDocx(makeDocx(content), '讲话稿.docx');
const textOf = (content: DocxContent) => readContent(content).source.text;
const bodyText = (body: string) => textOf({ body });
const speechOf = (content: DocxContent) => {
  const { source } = readContent(content);
  return parse(cleanText(source.text, source.format));
};
/** Sections as `level text`, indented by nothing: what the parser made of the headings. */
const headingsOf = (content: DocxContent): string[] => {
  const lines: string[] = [];
  const walk = (section: Section) => {
    const text = section.heading.map((inline) => ('text' in inline ? inline.text : '')).join('');
    lines.push(`${section.level} ${section.marker?.text ?? ''}${text}`);
    for (const child of section.children) if (child.kind === 'section') walk(child);
  };
  outermostSections(speechOf(content)).forEach(walk);
  return lines;
};

const style = (id: string) => `<w:pStyle w:val="${id}"/>`;
const heading = (id: string, depth: number, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="heading ${depth + 1}"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="${depth}"/>${more}</w:pPr><w:rPr><w:b/></w:rPr></w:style>`;
const STYLES = `
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
${heading('1', 0)}${heading('2', 1)}
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/><w:basedOn w:val="a"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="s"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>`;
/** The levels of GB/T 9704: 一、（一）1.（1）. */
const OFFICIAL = list(0, [
  ['chineseCounting', '%1、'],
  ['chineseCounting', '（%2）'],
  ['decimal', '%3.'],
  ['decimal', '（%4）'],
]);

describe('plain text', () => {
  it('is one paragraph a line, with the blank lines of the author', () => {
    const { source, diagnostics } = readContent({
      body: p('在全县大会上的讲话', '<w:jc w:val="center"/>') + p('') + p('同志们：') + p('　　今天开会。  '),
    });
    expect(source).toEqual({
      text: '在全县大会上的讲话\n\n同志们：\n今天开会。\n',
      format: 'plain',
      name: '讲话稿.docx',
    });
    expect(diagnostics).toEqual([]);
  });

  it('stays plain where bold is the look of titles, headings and the salutation', () => {
    const bold = '<w:b/>';
    const { source } = readContent({
      body:
        p(r('关于安全生产的讲话', bold)) +
        p(r('同志们：', bold)) +
        p(r('一、认清', bold) + r('形势', bold)) +
        p('形势很好。'),
    });
    expect(source.format).toBe('plain');
    expect(source.text).toBe('关于安全生产的讲话\n同志们：\n一、认清形势\n形势很好。\n');
  });

  it('stays plain where the whole text is bold', () => {
    const sentence = '我们要坚持以人民为中心的发展思想，把人民对美好生活的向往作为奋斗目标，不断前进。';
    expect(readContent({ body: p(r(sentence, '<w:b/>')) + p(r(sentence, '<w:b/>')) }).source.format).toBe(
      'plain',
    );
  });

  it('runs of other fonts are one sentence', () => {
    const font = '<w:rFonts w:eastAsia="仿宋_GB2312"/>';
    expect(
      bodyText(p(r('截至', font) + r('2024', '<w:rFonts w:ascii="Times New Roman"/>') + r('年底', font))),
    ).toBe('截至2024年底\n');
  });

  it('a table of one cell is its paragraphs', () => {
    expect(bodyText(table([[p('讲话') + p('同志们：') + p('今天开会。')]]))).toBe(
      '讲话\n同志们：\n今天开会。\n',
    );
  });

  it('tabs, breaks, hyphens and signs of symbol fonts', () => {
    const run = (inner: string) => `<w:r>${inner}</w:r>`;
    expect(
      bodyText(
        p(
          run('<w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:t>丁</w:t>') +
            run('<w:sym w:font="Wingdings" w:char="F0FE"/>') +
            run('<w:br w:type="page"/><w:lastRenderedPageBreak/><w:t>戊</w:t>'),
        ),
      ),
    ).toBe('甲\t乙\n丙-丁☑\n戊\n');
  });
});

describe('numbers', () => {
  it('become text, level by level, and start again under a new heading', () => {
    const numbering =
      OFFICIAL +
      num(1, 0) +
      num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
    const body =
      item('提高认识', 1) + item('思想', 1, 1) + item('行动', 1, 1) + item('学习', 1, 2) + item('读书', 1, 3) +
      item('狠抓落实', 1) + item('责任', 1, 1) + item('重新开始', 2) + item('接着', 2); // biome-ignore format: an outline
    const lines = ['一、提高认识', '（一）思想', '（二）行动', '1.学习', '（1）读书', '二、狠抓落实', '（一）责任', '一、重新开始', '二、接着']; // biome-ignore format: an outline
    expect(textOf({ body, numbering })).toBe(`${lines.join('\n')}\n`);
  });

  it('of a heading style stand before the heading, at the level the parser sees', () => {
    const styles = `${heading('1', 0, '<w:numPr><w:numId w:val="1"/></w:numPr>')}${heading('2', 1, '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')}`;
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:pStyle w:val="1"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:pStyle w:val="2"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>${num(1, 0)}`;
    const body =
      p('在大会上的讲话') + p('同志们：') + p('提高认识', style('1')) + p('思想', style('2')) + p('正文一。') +
      p('行动', style('2')) + p('狠抓落实', style('1')) + p('附记', `${style('1')}<w:numPr><w:numId w:val="0"/></w:numPr>`); // biome-ignore format: an outline
    expect(headingsOf({ styles, numbering, body })).toEqual([
      '1 一、提高认识',
      '2 （一）思想',
      '2 （二）行动',
      '1 二、狠抓落实',
      '1 附记',
    ]);
  });

  it('a style may name the level by the list alone', () => {
    const styles = heading('2', 1, '<w:numPr><w:numId w:val="1"/></w:numPr>');
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="2"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>${num(1, 0)}`;
    expect(textOf({ styles, numbering, body: p('思想', style('2')) })).toBe('（一）思想\n');
  });

  it('where some headings have none, all are marked, with those that were forgotten', () => {
    const body =
      p('在大会上的讲话', style('t')) + p('前言', style('1')) + p('正文。') + p('一、形势', style('1')) + p('正文。') +
      p(r('二、任务', '<w:b/>')) + p('正文。') + p('结束语', style('1')) + p('正文。'); // biome-ignore format: an outline
    expect(headingsOf({ styles: STYLES, body })).toEqual(['1 前言', '1 一、形势', '1 二、任务', '1 结束语']);
    expect(speechOf({ styles: STYLES, body }).meta.title?.text).toBe('在大会上的讲话');
  });

  it('a paragraph that was given a heading style by mistake is text', () => {
    const long = '我们要认真学习贯彻会议精神。各级各部门要高度重视，切实加强组织领导，确保各项工作落到实处。';
    expect(textOf({ styles: STYLES, body: p('讲话') + p(long, style('1')) })).toBe(`讲话\n${long}\n`);
  });

  it('legal numbering, restarts that are turned off, levels that were skipped', () => {
    const numbering = `${list(0, [
      ['chineseCounting', '第%1章'],
      ['decimal', '%1.%2', '<w:isLgl/>'],
      ['lowerLetter', '%3)', '<w:lvlRestart w:val="1"/>'],
      ['decimalEnclosedCircle', '%4', '<w:lvlRestart w:val="0"/>'],
    ])}${num(1, 0)}`;
    const body =
      item('总则', 1) + item('甲', 1, 1) + item('子', 1, 2) + item('丑', 1, 3) + item('乙', 1, 1) +
      item('寅', 1, 2) + item('卯', 1, 3) + item('分则', 1) + item('辰', 1, 2) + item('巳', 1, 3); // biome-ignore format: an outline
    expect(textOf({ body, numbering }).trim().split('\n')).toEqual(
      ['第一章 总则', '1.1 甲', 'a)子', '①丑', '1.2 乙', 'b)寅', '②卯', '第二章 分则', 'a)辰', '③巳'], // biome-ignore format: an outline
    );
  });

  it('a bullet is a list, and a number before a digit keeps its distance', () => {
    const numbering = list(0, [['bullet', '\uf06c'], ['bullet', '-']]) + list(1, [['decimal', '%1.']]) + num(1, 0) + num(2, 1); // biome-ignore format: two lists
    expect(textOf({ numbering, body: item('甲', 1) + item('乙', 1, 1) + item('2024年目标', 2) })).toBe(
      '- 甲\n  - 乙\n\n1. 2024年目标\n',
    );
  });

  it('number the rows of a table', () => {
    const numbering = list(0, [['decimal', '%1']]) + num(1, 0);
    const cell = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>';
    expect(
      textOf({
        numbering,
        body: table([
          ['序号', '单位'],
          [cell, '甲局'],
          [cell, '乙局'],
        ]),
      }),
    ).toBe('| 序号 | 单位 |\n| --- | --- |\n| 1 | 甲局 |\n| 2 | 乙局 |\n');
  });

  it.each([
    ['chineseCounting', '一 十 十一 二十 九十九'],
    ['chineseCountingThousand', '一 十 十一 二十 九十九 一百 一百零一 一百一十 一千零五十'],
    ['japaneseCounting', '一 十 十一 二十 九十九'],
    ['taiwaneseCountingThousand', '一 十 十一 二十 九十九'],
    ['ideographDigital', '一 一〇 一一 二〇 九九'],
    ['chineseLegalSimplified', '壹 壹拾 壹拾壹 贰拾 玖拾玖'],
    ['ideographLegalTraditional', '壹 壹拾 壹拾壹 貳拾 玖拾玖'],
    ['ideographTraditional', '甲 癸 11 20'],
    ['decimalEnclosedCircle', '① ⑩ ⑪ ⑳ 99'],
    ['decimalEnclosedParen', '⑴ ⑽ ⑾ ⒇ 99'],
    ['lowerLetter', 'a j k t uuuu'],
    ['upperRoman', 'I X XI XX XCIX'],
    ['decimalFullWidth', '１ １０ １１ ２０ ９９'],
    ['noSuchFormat', '1 10 11 20 99'],
    ['__proto__', '1 10'],
  ])('%s counts %s', (format, expected) => {
    const values = [1, 10, 11, 20, 99, 100, 101, 110, 1050];
    const words = expected.split(' ');
    expect(words.map((_, index) => formatNumber(values[index]!, format))).toEqual(words);
  });
});

describe('marks', () => {
  it('bold, highlight, headings, tables, pictures, notes', () => {
    const { source, pictures } = readContent({
      styles: STYLES,
      footnotes: `<w:footnote w:id="2">${p('见原文。')}${p('第二段。')}</w:footnote>`,
      endnotes: `<w:endnote w:id="1">${p('尾注。')}</w:endnote>`,
      media: { 'image1.png': PNG },
      body:
        p('讲话', style('t')) +
        p('前言', style('1')) +
        p(
          r('这是') +
            r('重点 ', '<w:rStyle w:val="s"/>') +
            r('和') +
            r('亮', '<w:highlight w:val="yellow"/>') +
            r('点', '<w:b/><w:highlight w:val="yellow"/>') +
            '<w:r><w:footnoteReference w:id="2"/></w:r>' +
            r('。') +
            '<w:r><w:endnoteReference w:id="1"/></w:r>',
        ) +
        p('一、形势', style('1')) +
        p(picture('image1.png', '会场[1]')) +
        p('图1 会场') +
        p(r('文字') + picture('image1.png', '', true)),
    });
    expect(source.format).toBe('markdown');
    expect(source.text).toBe(
      [
        '# 讲话',
        '## 前言',
        '这是**重点** 和==亮==**==点==**[^1]。[^2]',
        '## 一、形势',
        '![会场 1](讲话稿-1.png)',
        '图1 会场',
        '文字',
        '![](讲话稿-1.png)',
        '[^1]: 见原文。\n    第二段。\n[^2]: 尾注。\n',
      ].join('\n\n'),
    );
    expect(pictures).toEqual([{ name: '讲话稿-1.png', bytes: PNG, type: 'image/png' }]);
    const speech = parse(cleanText(source.text, 'markdown'));
    expect(speech.notes.map((note) => note.number)).toEqual([1, 2]);
  });

  it('links that say more than their address', () => {
    const link = (id: string, text: string) => `<w:hyperlink r:id="${id}">${r(text)}</w:hyperlink>`;
    const links = { a: 'https://example.com/a(b)', b: 'https://example.com', c: 'javascript:alert(1)' };
    expect(textOf({ links, body: p(link('a', '原文') + link('b', 'example.com') + link('c', '点我')) })).toBe(
      '[原文](https://example.com/a%28b%29)example.com点我\n',
    );
  });

  it('readings above characters become notes the parser knows', () => {
    const ruby = (base: string, reading: string) =>
      `<w:r><w:ruby><w:rubyPr/><w:rt>${r(reading)}</w:rt><w:rubyBase>${r(base)}</w:rubyBase></w:ruby></w:r>`;
    const field = (code: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body = p(
      r('荀') + ruby('彧', 'yù') + r('与') + ruby('嬿', 'yàn') + ruby('婉', 'wǎn') +
        r('，') + field(' EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(zàng),臧)') + r('氏') + field(' EQ \\o\\ac(○,3) '),
    ); // biome-ignore format: one sentence
    expect(bodyText(body)).toBe('荀彧（yù）与嬿婉（yàn wǎn），臧（zàng）氏③\n');
  });

  it('an equation of other kinds, and a field without its end, lose nothing after them', () => {
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
    expect(bodyText(p(`${begin}<w:r><w:instrText>PAGE</w:instrText></w:r>`) + p('后文。'))).toBe('后文。\n');
  });
});

describe('tables', () => {
  it('say merged cells again where a row is read alone', () => {
    const down = (text: string): [string, string] => [text, '<w:vMerge w:val="restart"/>'];
    const same: [string, string] = ['', '<w:vMerge/>'];
    const wide = (text: string): [string, string] => [text, '<w:gridSpan w:val="2"/>'];
    expect(
      bodyText(
        table([
          [['2024年收支情况表', '<w:gridSpan w:val="3"/>']],
          [down('单位'), wide('2024年')],
          [same, '收入', '支出'],
          [down('甲局'), '1', '2'],
          [same, '3', '4'],
          ['', '', ''],
          ['合计', wide('10')],
        ]),
      ),
    ).toBe(
      [
        '2024年收支情况表\n',
        '| 单位 | 2024年 | 2024年 |',
        '| --- | --- | --- |',
        '| 单位 | 收入 | 支出 |',
        '| 甲局 | 1 | 2 |',
        '| 甲局 | 3 | 4 |',
        '| 合计 | 10 |  |\n',
      ].join('\n'),
    );
  });

  it('cells of several paragraphs and with bars', () => {
    expect(
      bodyText(
        table([
          ['甲|乙', '丙'],
          [p('一') + p('二'), '*'],
        ]),
      ),
    ).toBe('| 甲\\|乙 | 丙 |\n| --- | --- |\n| 一<br>二 | \\* |\n');
  });

  it('that only lay out the page are text', () => {
    const paragraph = p('我们要坚持以人民为中心的发展思想。');
    expect(bodyText(table([['左', '右']]))).toBe('左\n右\n');
    expect(
      bodyText(
        table([
          ['标签', paragraph.repeat(7)],
          ['乙', '丙'],
        ]),
      ).split('\n').length,
    ).toBe(11);
    expect(
      bodyText(
        table([
          [
            table([
              ['甲', '乙'],
              ['丙', '丁'],
            ]),
          ],
        ]),
      ),
    ).toBe('| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n');
  });
});

describe('what is not shown is not read', () => {
  it('tracked changes are taken as accepted, and it is said', () => {
    const { source, diagnostics } = readContent({
      body:
        p(
          `${r('保留')}<w:del w:id="1"><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins w:id="2">${r('加上')}</w:ins>`,
        ) +
        p(r('前半'), '<w:rPr><w:del w:id="3"/></w:rPr>') +
        p('后半') +
        `<w:moveFrom w:id="4">${p('移走')}</w:moveFrom>`,
    });
    expect(source.text).toBe('保留加上\n前半后半\n');
    expect(diagnostics).toMatchObject([{ code: 'revisions', severity: 'info', values: { count: 3 } }]);
  });

  it('hidden text, field codes, comments, the table of contents, page heads', () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "http://x" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
      `${r('结果')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const { source } = readContent({
      styles: STYLES,
      body:
        `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('目录')}${p('一、形势 1')}</w:sdtContent></w:sdt>` +
        p('目 录') + p('一、形势\t1', style('TOC1')) +
        p(`${r('看得见') + r('看不见', '<w:vanish/>') + field}<w:r><w:annotationRef/></w:r>`) +
        `<w:sdt><w:sdtContent>${p('控件里的字')}</w:sdtContent></w:sdt>`,
      more: { 'word/header1.xml': new TextEncoder().encode('<w:hdr>页眉</w:hdr>') },
    }); // biome-ignore format: one document
    expect(source.text).toBe('看得见结果\n控件里的字\n');
  });

  it('text boxes stand after their paragraph, once', () => {
    const box = (inner: string) =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name=""/><a:graphic><a:graphicData uri="x"><w:txbxContent>${inner}</w:txbxContent></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(bodyText(p(r('正文') + box(p('框里')) + r('继续')) + p('下一段'))).toBe(
      '正文继续\n框里\n下一段\n',
    );
  });

  it('pictures that cannot be shown, charts and formulas are reported with their place', () => {
    const chart =
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="" descr="增长图"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></wp:inline></w:drawing></w:r>';
    const { source, diagnostics } = readContent({
      media: { 'image1.emf': new Uint8Array([1, 0, 0, 0]) },
      links: { web: 'https://example.com/a.png' },
      body:
        p('正文') + p(picture('image1.emf', '旧图')) + p(picture('web', '网图')) + p(picture('nowhere')) + p(chart) +
        p('<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>'),
    }); // biome-ignore format: one document
    expect(source.text).toBe('正文\n1/2\n');
    expect(diagnostics.map(({ code, values, range }) => [code, values.text, range.start])).toEqual([
      ['picture-kind', '旧图', 2],
      ['picture-remote', '网图', 2],
      ['picture-missing', '', 2],
      ['drawing-not-read', '增长图', 2],
      ['formula', '1/2', 6],
    ]);
  });
});

it('130,000 paragraphs in a text box, lines in a paragraph', () => {
  const many = 130_000;
  const box = Array.from({ length: many }, (_, index) => p(`甲${(index * 7919) % 1_000_003}`)).join('');
  const breaks = `<w:r>${'<w:t>乙</w:t><w:br/>'.repeat(many)}</w:r>`;
  const text = bodyText(p(`<w:r><w:pict><w:txbxContent>${box}</w:txbxContent></w:pict></w:r>`) + p(breaks));
  expect(text.match(/甲|乙/g)?.length).toBe(2 * many);
}, 60_000);

it('a document inside the document is reported; where there is nothing else, with what to do', () => {
  const chunk = '<w:altChunk r:id="x"/>';
  expect(readContent({ body: p('甲') + chunk }).diagnostics.map(({ code }) => code)).toEqual([
    'chunk-not-read',
  ]);
  expect(() => readContent({ body: chunk })).toThrow('docx-broken');
});

describe('the author’s characters survive', () => {
  it.each([
    '# 不是标题', '> 不是引用', '- 不是列表', '+ 不是列表', '* 不是列表', '---', '***', '===', '____', '1. 甲', '| 甲 | 乙 |',
    '2*3*4', '**不是重点**', '==不是标记==', 'a_b_c', '_斜_', '`代码`', '[链接](http://a)', '![图](a.png)', '[^1]', '[^1]: 注',
    '<!-- 注释 -->', '甲<br>乙', 'C:\\*\\', '\\# 甲', '好![^1]', '[a](b)(c)', '*a*', '- - -', '#', '####### 七', '甲|乙', '~~删~~', '&lt;',
  ])('%s', (line) => {
    // Beside a bold word the whole is Markdown; alone it may be plain.
    for (const more of ['', p(r('有') + r('重点', '<w:b/>') + r('的一句话，后面还有字。'))]) {
      const content = { body: p('讲话') + p('同志们：') + p(line) + p(line) + more };
      const expected = `讲话同志们：${line}${line}${more && '有重点的一句话，后面还有字。'}`;
      expect(bareText(speechText(speechOf(content)))).toBe(bareText(expected));
    }
  }); // biome-ignore format: a list of lines

  const word = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...'我们要坚持党的领导把各项工作落到实处') },
    { weight: 3, arbitrary: fc.constantFrom(...'，。；：、（）“”《》一二1234567890 abc') },
    { weight: 2, arbitrary: fc.constantFrom(...'*_=`#>-+|[]()<>!\\~&^:.$%@{}"\'/?') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '**',
        '==',
        '](',
        '![',
        '[^1]',
        '[^1]:',
        '<!--',
        '-->',
        '<br>',
        '---',
        '\t',
        '# ',
        '> ',
        '- ',
      ),
    },
  );
  const words = fc.array(word, { maxLength: 14 }).map((pieces) => pieces.join(''));
  const runs = fc.array(
    fc.tuple(
      words,
      fc.constantFrom('', '', '<w:b/>', '<w:highlight w:val="yellow"/>', '<w:b/><w:highlight w:val="red"/>'),
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  );

  it('random paragraphs: text in = text out', () => {
    fc.assert(
      fc.property(fc.array(runs, { minLength: 1, maxLength: 6 }), (paragraphs) => {
        const text = paragraphs.map((pieces) => pieces.map(([piece]) => piece).join('')).join('\n');
        fc.pre(text.trim() !== '');
        const body = paragraphs
          .map((pieces) => p(pieces.map(([piece, look]) => r(piece, look)).join('')))
          .join('');
        expect(bareText(speechText(speechOf({ body })))).toBe(bareText(text));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a Word file inside a Word file', () => {
  const inside = (bytes: Uint8Array) =>
    makeDocx({
      body: `${p('外面。')}<w:altChunk r:id="c"/>`,
      links: { c: 'a.docx' },
      more: { 'word/a.docx': bytes },
    });

  it('is read with its numbers and notes', () => {
    const inner = makeDocx({
      body: item('里面', 1),
      numbering: list(0, [['chineseCounting', '%1、']]) + num(1, 0),
    });
    expect(readDocx(inside(inner), 'a.docx').source.text).toBe('外面。\n一、里面\n');
  });

  it('deeper than two is reported, not followed', () => {
    const { source, diagnostics } = readDocx(
      inside(inside(inside(inside(makeDocx({ body: p('底') }))))),
      'a.docx',
    );
    expect(source.text).toBe('外面。\n外面。\n外面。\n');
    expect(diagnostics.map(({ code }) => code)).toEqual(['chunk-not-read']);
  });
});

describe('a damaged archive', () => {
  const file = makeDocx({
    body:
      p('在全县大会上的讲话') +
      p('同志们：') +
      p('今天开会。') +
      '<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>' +
      p(picture('a.png')),
    footnotes: '<w:footnote w:id="1"><w:p><w:r><w:t>脚注的文字</w:t></w:r></w:p></w:footnote>',
    media: { 'a.png': PNG },
  });
  const whole = readDocx(file, 'a.docx');

  it('with a bit flipped is read as it was, or refused, or its picture is told as damaged', () => {
    const seen = new Map<string, number>();
    // One bit of each byte, another one each time.
    for (let at = 0; at < file.length; at++) {
      const flipped = file.slice();
      flipped[at]! ^= 1 << (at & 7);
      let outcome = 'same';
      try {
        const { source, diagnostics } = readDocx(flipped, 'a.docx');
        const damaged = diagnostics.some(({ code }) => code === 'picture-damaged');
        if (damaged) outcome = 'picture-damaged';
        const expected = damaged ? whole.source.text.replace(/!\[.*\n/, '') : whole.source.text;
        expect({ at, text: bareText(source.text) }).toEqual({ at, text: bareText(expected) });
      } catch (error) {
        if (!(error instanceof ImportError)) throw error;
        outcome = error.code;
      }
      seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual([
      'damaged-notes',
      'damaged-part',
      'damaged-text',
      'docx-broken',
      'picture-damaged',
      'same',
      'zip-bomb',
    ]);
  });
});

it('notes that call notes without end are read one after the other', () => {
  const note = (id: number) =>
    `<w:footnote w:id="${id}"><w:p><w:r><w:t>注${id}</w:t></w:r><w:r><w:footnoteReference w:id="${id + 1}"/></w:r></w:p></w:footnote>`;
  const { source } = readContent({
    body: '<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
    footnotes: Array.from({ length: 5000 }, (_, index) => note(index + 1)).join(''),
  });
  expect(source.text).toContain('[^5000]: 注5000');
});

it('a small file of two million empty paragraphs is refused before it is parsed', () => {
  const body = p('正文') + '<w:p/>'.repeat(2_000_000);
  expect(() => readContent({ body })).toThrow('docx-too-complex');
});
