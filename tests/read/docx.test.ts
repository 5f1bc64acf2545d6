import { describe, expect, it } from 'vitest';
import { readDocx } from '../../src/read/container/docx.ts';
import { type DocxContent, item, list, makeDocx, num, PNG, p, picture, r, table } from './docx-file.ts';

const readContent = (content: DocxContent) => readDocx(makeDocx(content), '讲话稿.docx');
const textOf = (content: DocxContent) => readContent(content).source.text;

const STYLES = `
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/><w:basedOn w:val="a"/><w:rPr><w:b/></w:rPr></w:style>`;
const style = (id: string) => `<w:pStyle w:val="${id}"/>`;

describe('plain text', () => {
  it('is one paragraph a line, with the blank lines of the author', () => {
    const { source, problems } = readContent({
      body: p('在全县大会上的讲话', '<w:jc w:val="center"/>') + p('') + p('同志们：') + p('　　今天开会。  '),
    });
    expect(source).toEqual({
      text: '在全县大会上的讲话\n\n同志们：\n今天开会。\n',
      format: 'plain',
      name: '讲话稿.docx',
    });
    expect(problems).toEqual([]);
  });

  it('stays plain where bold is the look of titles and headings', () => {
    const bold = '<w:b/>';
    const { source } = readContent({
      body:
        p(r('关于安全生产的讲话', bold)) +
        p(r('同志们：', bold)) +
        p(r('一、认清形势', bold)) +
        p('形势很好。'),
    });
    expect(source.format).toBe('plain');
    expect(source.text).toBe('关于安全生产的讲话\n同志们：\n一、认清形势\n形势很好。\n');
  });
});

describe('numbers', () => {
  const numbering =
    list(0, [
      ['chineseCounting', '%1、'],
      ['chineseCounting', '（%2）'],
      ['decimal', '%3.'],
      ['decimalEnclosedCircle', '%4'],
    ]) +
    num(1, 0) +
    num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');

  it('become text, level by level', () => {
    const body =
      item('提高认识', 1) +
      item('思想', 1, 1) +
      item('行动', 1, 1) +
      item('学习', 1, 2) +
      item('读书', 1, 3) +
      item('狠抓落实', 1) +
      item('责任', 1, 1) +
      item('重新开始', 2) +
      item('接着', 2);
    expect(textOf({ body, numbering })).toBe(
      '一、提高认识\n（一）思想\n（二）行动\n1.学习\n①读书\n二、狠抓落实\n（一）责任\n一、重新开始\n二、接着\n',
    );
  });
});

describe('marks', () => {
  it('bold, highlight, headings, tables, pictures, notes', () => {
    const { source, pictures } = readContent({
      styles: STYLES,
      footnotes: `<w:footnote w:id="2">${p('见原文。')}</w:footnote>`,
      media: { 'image1.png': PNG },
      body:
        p('讲话', style('t')) +
        p('前言', style('1')) +
        p(
          r('这是') +
            r('重点', '<w:b/>') +
            r('和') +
            r('亮点', '<w:highlight w:val="yellow"/>') +
            '<w:r><w:footnoteReference w:id="2"/></w:r>' +
            r('。'),
        ) +
        p('一、形势', style('1')) +
        table([
          ['项目', '数量'],
          ['甲|乙', '3'],
        ]) +
        p(picture('image1.png', '会场')),
    });
    expect(source.format).toBe('markdown');
    expect(source.text).toBe(
      '# 讲话\n\n## 前言\n\n这是**重点**和==亮点==[^1]。\n\n## 一、形势\n\n| 项目 | 数量 |\n| --- | --- |\n| 甲\\|乙 | 3 |\n\n![会场](讲话稿-1.png)\n\n[^1]: 见原文。\n',
    );
    expect(pictures).toEqual([{ name: '讲话稿-1.png', bytes: PNG, type: 'image/png' }]);
  });
});
