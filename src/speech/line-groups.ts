import { bareText } from '../text/bare-text.ts';
import type { BlockContext, RawBlock, TextLine } from './block-parts.ts';
import { sliceInlines } from './inlines.ts';
import { DASH_RULE, matchMarker } from './numbering.ts';
import { isSalutation } from './salutation.ts';
import { firstSentenceEnd } from './sentences.ts';
import type { Block, ListItem, Paragraph, Quote } from './types.ts';

/**
 * Lines that belong together without any markup: verse, a letter or a longer quotation in its own
 * paragraphs, a numbered list of Markdown, the name of a table above it. All else stays as it is.
 */
export function groupLines(blocks: readonly RawBlock[], { wraps }: Pick<BlockContext, 'wraps'>): RawBlock[] {
  const grouped: RawBlock[] = [];
  let index = 0;
  while (index < blocks.length) {
    const found =
      (wraps ? numberedList(blocks, index) : undefined) ??
      verse(blocks, index) ??
      quotation(blocks, index) ??
      caption(blocks, index);
    if (found) {
      grouped.push(found.block);
      index += found.used;
    } else grouped.push(blocks[index++]!);
  }
  return grouped;
}

/** Sentences are built alike that begin with so many equal characters. */
const ALIKE = 2;

interface Group {
  readonly block: Block;
  readonly used: number;
}

function lineAt(blocks: readonly RawBlock[], index: number): TextLine | undefined {
  const block = blocks[index];
  return block?.kind === 'line' && block.depth === undefined ? block : undefined;
}

function introduces(block: RawBlock | undefined): boolean {
  return block?.kind === 'line' && /[：:](?:——)?$/.test(block.text);
}

/** Markdown's `1. ` on neighbouring lines is a list; bullets below an item belong to it. */
function numberedList(blocks: readonly RawBlock[], index: number): Group | undefined {
  const items: ListItem[] = [];
  let used = 0;
  for (;;) {
    const line = lineAt(blocks, index + used);
    if (!line || !isItem(line, items.length + 1)) break;
    used++;
    const marker = /^\d{1,3}[.)]/.exec(line.text)![0];
    const at = line.text.length - line.text.slice(marker.length).trimStart().length;
    const children = sliceInlines(line.children, at, line.text.length);
    const start = children[0]?.range.start ?? line.start;
    const inner: Block[] = [{ kind: 'paragraph', children, joins: false, range: { start, end: line.end } }];
    let { end } = line;
    for (
      let below = blocks[index + used];
      below?.kind === 'list' && used < blocks.length;
      below = blocks[index + used]
    ) {
      inner.push(below);
      end = below.range.end;
      used++;
    }
    items.push({ marker, children: inner, range: { start: line.start, end } });
  }
  if (items.length < 2) return undefined;
  const range = { start: items[0]!.range.start, end: items.at(-1)!.range.end };
  return { block: { kind: 'list', ordered: true, items, range }, used };
}

/** One sentence at most: a longer one is a point of the speech, with its heading. */
function isItem(line: TextLine, number: number): boolean {
  const match = /^(\d{1,3})[.)][ \t\u3000]+\S/.exec(line.text);
  if (!match || Number(match[1]) !== number || (number > 1 && line.gapBefore)) return false;
  // `1\.` is text: the escaped stop is a node of its own.
  const [first] = line.children;
  if (first?.kind === 'text' && first.text.length <= match[1]!.length) return false;
  const end = firstSentenceEnd(line.text);
  return end < 0 || end === line.text.length;
}

/** Two or more short lines of one length: 衙斋卧听萧萧竹，… A salutation or heading is none. */
function verse(blocks: readonly RawBlock[], index: number): Group | undefined {
  const first = verseLine(blocks, index);
  if (!first) return undefined;
  // The run that the line above began is not verse: its rest is not looked through again.
  const above = index > 0 ? verseLine(blocks, index - 1) : undefined;
  if (above && breath(above) === breath(first)) return undefined;
  let used = 1;
  for (
    let line = verseLine(blocks, index + used);
    line && breath(line) === breath(first);
    line = verseLine(blocks, index + used)
  )
    used++;
  if (used < 2 || (used === 2 && !introduces(blocks[index - 1]))) return undefined;
  const lines = blocks.slice(index, index + used) as TextLine[];
  if (used > 2 && !announcesVerse(blocks[index - 1]) && areParallel(lines)) return undefined;
  return { block: quote(lines, true), used };
}

function verseLine(blocks: readonly RawBlock[], index: number): TextLine | undefined {
  const line = lineAt(blocks, index);
  if (!line || line.text.length > 24 || !/^[^。！？；：]{3,20}[，。；！？]$/.test(line.text))
    return undefined;
  if (DASH_RULE.pattern.test(line.text)) return undefined;
  return isSalutation(line.text) || matchMarker(line.text, 'line') ? undefined : line;
}

/** 愿你们敢问，眼里有光。愿你们善问，胸中有墨。…: sentences that begin alike are points, not lines of verse. */
function areParallel(lines: readonly TextLine[]): boolean {
  const head = lines[0]!.text.slice(0, ALIKE);
  return lines.every(({ text }) => text.startsWith(head) && /[。！；]$/.test(text));
}

/** 有诗云： */
function announcesVerse(block: RawBlock | undefined): boolean {
  return block?.kind === 'line' && /[诗詩词詞歌谣謠联聯曰云][^。，]{0,8}[：:]$/.test(block.text);
}

function breath(line: TextLine): number {
  return bareText(line.text).length;
}

/** The longest letter or quotation that is looked for, in paragraphs. */
const LONGEST_QUOTE = 12;
const PAIRS: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』' };

/** Paragraphs after a colon that open a quotation mark in the first and close it in the last. */
function quotation(blocks: readonly RawBlock[], index: number): Group | undefined {
  const first = lineAt(blocks, index);
  if (!first || !introduces(blocks[index - 1])) return undefined;
  const open = first.text[0]!;
  const close = PAIRS[open];
  if (!close) return undefined;
  let depth = 0;
  for (let used = 0; used < LONGEST_QUOTE; used++) {
    const line = lineAt(blocks, index + used);
    if (!line) return undefined;
    for (const [at, character] of [...line.text].entries()) {
      // A new paragraph of the same quotation may open its mark again.
      if (character === open && !(used > 0 && at === 0 && depth === 1)) depth++;
      else if (character === close) depth--;
      if (depth === 0 && at < [...line.text].length - 1) return undefined;
    }
    if (depth === 0)
      return { block: quote(blocks.slice(index, index + used + 1) as TextLine[], false), used: used + 1 };
  }
  return undefined;
}

function quote(lines: readonly TextLine[], isVerse: boolean): Quote {
  const children = lines.map(
    ({ children, start, end }): Paragraph => ({
      kind: 'paragraph',
      children,
      joins: false,
      range: { start, end },
    }),
  );
  return {
    kind: 'quote',
    children,
    verse: isVerse,
    range: { start: lines[0]!.start, end: lines.at(-1)!.end },
  };
}

/** The line right above a table that names it: 表1 …, …统计表. */
function caption(blocks: readonly RawBlock[], index: number): Group | undefined {
  const line = lineAt(blocks, index);
  const table = blocks[index + 1];
  if (
    !line ||
    table?.kind !== 'table' ||
    line.text.length > 40 ||
    !/^表[0-9０-９一二三四五六七八九十 \u3000：]|(?:表|一览|一覽|情况|情況)$/.test(line.text)
  )
    return undefined;
  return {
    block: { ...table, caption: line.children, range: { start: line.start, end: table.range.end } },
    used: 2,
  };
}
