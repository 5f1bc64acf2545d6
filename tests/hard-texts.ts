import { zipSync } from 'fflate';
import { makeDocx, p } from './import/docx-file.ts';
import type { NamedFile } from './mutated-files.ts';

/** `piece`, with `#` replaced by a counter, repeated up to `length` characters. */
function filled(length: number, piece: string): string {
  if (!piece.includes('#')) return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  const pieces: string[] = [];
  for (let left = length, count = 1; left > 0; count++) {
    const next = piece.replaceAll('#', String(count));
    pieces.push(next);
    left -= next.length;
  }
  return pieces.join('');
}

const HEAD = '在全县大会上的讲话\n\n同志们：\n\n';
const speech = (piece: string) => (length: number) => HEAD + filled(length, piece);
const nested = (open: string, close: string) => (length: number) => {
  const times = Math.floor(length / (open.length + close.length));
  return `${HEAD}${open.repeat(times)}甲${close.repeat(times)}`;
};

/** Texts that have made some step of reading, repairing, parsing, planning or flowing cost the square of their length. */
const TEXTS: Readonly<Record<string, (length: number) => string>> = {
  'ordinary.txt': speech('一、工作#\n我们要加强学习，提高认识，把第#项工作抓好。同志们，时间不等人。\n'),
  'one-paragraph.txt': speech('我们要加强学习，提高认识，把第#项工作抓好。'),
  'no-stop.txt': speech('学习落实'),
  'short-lines.txt': speech('甲#\n'),
  'one-character-lines.txt': speech('甲\n'),
  'empty-lines.txt': speech('\n'),
  'yi-lines.txt': speech('一是加强学习。\n'),
  'yi-in-a-line.txt': speech('一是加强学习，'),
  'numbered-lines.txt': speech('1. 甲\n'),
  'counted-lines.txt': speech('#. 甲\n'),
  'chinese-numbers.txt': speech('一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n'),
  'ordinals.txt': speech('第一，甲。第二，乙。首先，丙。其次，丁。'),
  'commas.txt': speech('一，'),
  'dates.txt': speech('2024年5月1日'),
  'digits.txt': speech('1'),
  'spaces.txt': speech(' '),
  'wide-spaces.txt': speech('\u3000'),
  'no-break-spaces.txt': speech('\u00a0甲'),
  'zero-width.txt': speech('\u200b甲'),
  'spaced-han.txt': speech('学 习 '),
  'dashes.txt': speech('-'),
  'long-dashes.txt': speech('——'),
  'dots.txt': speech('.'),
  'ellipses.txt': speech('…'),
  'question-marks.txt': speech('?'),
  'brackets.txt': nested('（', '）'),
  'open-brackets.txt': speech('（'),
  'quotes.txt': nested('“', '”'),
  'straight-quotes.txt': speech('"甲'),
  'titles.txt': nested('《', '》'),
  'entities.txt': speech('&amp;'),
  'half-entities.txt': speech('&#'),
  'pinyin-notes.txt': speech('彧（yù）'),
  'wrong-pinyin.txt': speech('務(wù)'),
  'private-use.txt': speech('\ue123'),
  'lost-characters.txt': speech('\ufffd'),
  'latin.txt': speech('abc def '),
  'addresses.txt': speech('http://a.cn/b '),
  'salutations.txt': speech('同志们：\n'),
  'cues.txt': speech('（掌声）\n'),
  'signatures.txt': speech('2024年5月1日\n县长 张三\n'),
  'attachments.txt': speech('附件：甲\n'),
  'sources.txt': speech('来源：某网 发布日期：2020-01-01\n'),
  'titles-again.txt': speech('在全县大会上的讲话\n'),
  'headings.md': speech('# 甲#\n'),
  'underlined.md': speech('甲\n===\n'),
  'quotations.md': speech('> 甲\n'),
  'deep-quotation.md': speech('>'),
  'items.md': speech('- 甲\n'),
  'deep-items.md': (length) =>
    HEAD +
    Array.from({ length: Math.floor(Math.sqrt(length)) }, (_, depth) => `${' '.repeat(2 * depth)}- 甲`).join(
      '\n',
    ),
  'stars.md': speech('*'),
  'strong.md': speech('**甲'),
  'nested-strong.md': nested('**甲', '乙**'),
  'marks.md': speech('==甲'),
  'links.md': speech('[甲](b)'),
  'open-links.md': speech('['),
  'half-links.md': speech('[甲]('),
  'pictures.md': speech('![甲](b.png)\n'),
  'notes.md': (length) => speech('甲[^#]')(length / 2) + filled(length / 2, '\n\n[^#]: 注'),
  'table-rows.md': (length) => `${HEAD}| a | b |\n| --- | --- |\n${filled(length, '| 甲 | 乙 |\n')}`,
  'table-cells.md': speech('| 甲 '),
  'comments.md': speech('<!-- 甲 -->'),
  'open-comments.md': speech('<!-- '),
  'line-ends.md': speech('<br>'),
  'fences.md': speech('```\n甲\n'),
  'escapes.md': speech('\\*'),
  'rules.md': speech('---\n'),
  'front-matter.md': (length) => `---\n${filled(length, '标题: 甲\n')}---\n正文`,
};

/** A page. */
const page =
  (open: string, close = '') =>
  (length: number) => {
    const times = Math.floor(length / (open.length + close.length));
    return `<html><body><h1>讲话</h1><p>同志们：</p>${open.repeat(times)}<p>正文。</p>${close.repeat(times)}`;
  };
const PAGES: Readonly<Record<string, (length: number) => string>> = {
  'paragraphs.html': page('<p>我们要加强学习，提高认识。</p>'),
  'line-ends.html': page('甲<br>'),
  'blocks.html': page('<div>', '</div>'),
  'spans.html': page('<span>甲', '</span>'),
  'lists.html': page('<ul><li>甲', '</li></ul>'),
  'tables.html': page('<table><tr><td>甲', '</td></tr></table>'),
  'cells.html': (length) =>
    `<p>讲话</p><table><tr>${'<td>甲</td>'.repeat(length / 10)}</tr></table><p>正文。</p>`,
  'links.html': page('<a href="x">甲</a>'),
  'bold.html': page('<b>甲<i>'),
};

/** Word files by the XML of their bodies; as much text as characters of XML would be too little to see anything. */
const BODIES: Readonly<Record<string, (length: number) => Parameters<typeof makeDocx>[0]>> = {
  'paragraphs.docx': (length) => ({
    body: Array.from({ length: length / 14 }, (_, index) => p(`我们要加强第${index}项学习。`)).join(''),
  }),
  'headings.docx': (length) => ({
    body: Array.from({ length: length / 6 }, (_, index) =>
      p(`标题${index}`, '<w:outlineLvl w:val="0"/>'),
    ).join(''),
  }),
  'empty-paragraphs.docx': (length) => ({ body: p('正文') + '<w:p/>'.repeat(length) }),
  'runs.docx': (length) => ({ body: `<w:p>${'<w:r><w:t>甲</w:t></w:r>'.repeat(length)}</w:p>` }),
  'bold-runs.docx': (length) => ({
    body: `<w:p>${'<w:r><w:rPr><w:b/></w:rPr><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r>'.repeat(length / 8)}</w:p>`,
  }),
  'spaces.docx': (length) => ({
    body: `${p('正文')}<w:p><w:r><w:t xml:space="preserve">${' '.repeat(length)}</w:t></w:r></w:p>`,
  }),
  'styles.docx': (length) => ({
    body: p('正文', '<w:pStyle w:val="s0"/>'),
    styles: filled(length, '<w:style w:type="paragraph" w:styleId="s#"><w:basedOn w:val="t#"/></w:style>'),
  }),
  'style-chain.docx': (length) => ({
    body: Array.from({ length: length / 50 }, (_, index) => p('正文', `<w:pStyle w:val="s${index}"/>`)).join(
      '',
    ),
    styles: Array.from(
      { length: length / 50 },
      (_, index) =>
        `<w:style w:type="paragraph" w:styleId="s${index}"><w:basedOn w:val="s${index + 1}"/></w:style>`,
    ).join(''),
  }),
  'cells.docx': (length) => ({
    body: `${p('正文')}<w:tbl><w:tr>${'<w:tc><w:p/></w:tc>'.repeat(length / 10)}</w:tr></w:tbl>`,
  }),
  'notes.docx': (length) => ({
    body: `<w:p>${Array.from({ length: length / 10 }, (_, index) => `<w:r><w:t>甲</w:t></w:r><w:r><w:footnoteReference w:id="${index}"/></w:r>`).join('')}</w:p>`,
    footnotes: Array.from(
      { length: length / 10 },
      (_, index) => `<w:footnote w:id="${index}">${p('注')}</w:footnote>`,
    ).join(''),
  }),
  'note-chain.docx': (length) => ({
    body: '<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:footnoteReference w:id="0"/></w:r></w:p>',
    footnotes: Array.from(
      { length: length / 20 },
      (_, index) =>
        `<w:footnote w:id="${index}"><w:p><w:r><w:t>注</w:t></w:r><w:r><w:footnoteReference w:id="${index + 1}"/></w:r></w:p></w:footnote>`,
    ).join(''),
  }),
  'fields.docx': (length) => ({
    body: `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'.repeat(length / 20)}<w:r><w:t>甲</w:t></w:r></w:p>${p('正文')}`,
  }),
};

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Wrong bytes: what reads as another encoding than it is. */
const BYTES: Readonly<Record<string, (length: number) => Uint8Array>> = {
  'utf8-read-as-gbk.txt': (length) => bytesOf(HEAD + filled(length, '鎴戜滑瑕佸姞寮哄涔犮€')),
  'utf16-without-mark.txt': (length) => {
    const text = HEAD + filled(length, '我们要加强学习。\n');
    return new Uint8Array(Uint16Array.from(text, (character) => character.charCodeAt(0)).buffer);
  },
  'gbk.txt': (length) => Uint8Array.from({ length: 2 * length }, (_, index) => [0xcd, 0xac, 0xd6, 0xbe, 0xc3, 0xc7, 0xa3, 0xba][index % 8]!), // biome-ignore format: 同志们：
  'many-files.docx': (length) => {
    const files: Record<string, Uint8Array> = {};
    for (let index = 0; index < Math.min(length / 20, 4000); index++)
      files[`word/x${index}.xml`] = bytesOf('<x/>');
    return zipSync(
      {
        ...files,
        'word/document.xml': bytesOf(
          '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>正文</w:t></w:r></w:p></w:body></w:document>',
        ),
      },
      { level: 0 },
    );
  },
};

/** Names of all kinds of text that have been, or could be, slow; the name ends in the kind of the file. */
export const HARD_KINDS: readonly string[] = [TEXTS, PAGES, BODIES, BYTES].flatMap((kinds) =>
  Object.keys(kinds),
);

/**
 * A file of a kind.
 *
 * @param length characters of its text, or what stands for them
 */
export function hardFile(name: string, length: number): NamedFile {
  const text = (TEXTS[name] ?? PAGES[name])?.(length);
  if (text !== undefined) return { name, bytes: bytesOf(text) };
  const body = BODIES[name]?.(length);
  return { name, bytes: body ? makeDocx(body) : BYTES[name]!(length) };
}
