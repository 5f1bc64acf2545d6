import { choicesIn, placeIn } from '../text/author-comment.ts';
import type { TrimmedLine } from '../text/lines.ts';
import { endWithout } from '../text/trim.ts';
import {
  type BlockContext,
  type FoundBlocks,
  paragraph,
  type RawBlock,
  spans,
  type TextLine,
} from './block-parts.ts';
import { parseInlines, pictureTitle } from './inline-markdown.ts';
import { readList } from './list-blocks.ts';
import { matchMarker } from './numbering.ts';
import { readPipeTable, readTabTable } from './table-blocks.ts';
import { inlineText } from './text.ts';
import type { Break, Figure, Inline, List, Placed, Quote, Table } from './types.ts';

const BREAK = /^(?:-{3,}|\*{3,}|_{3,}|(?:-[ \t]+){2,}-|(?:\*[ \t]+){2,}\*)$/;
const HEADING = /^(#{1,6})[ \t\u3000]+(?=\S)/;
const NOTE = /^\[\^([^\]\s]{1,64})\]:[ \t]*/;
/** First line of a code block. More than one word behind the sign is text of the author's. */
const FENCE = /^(`{3,}|~{3,})[ \t]*[\w+#.-]{0,30}$/;
/** A line of its own under (or over) a picture that names it. */
const CAPTION = /^(?:[（(]?[图圖](?:片|[0-9０-９一二三四五六七八九十]+)?[：:、.．\s\u3000]|▲)/;

/**
 * Lines → blocks: what the author marked up (headings, lists, quotes, tables, pictures, breaks, notes)
 * is final; every other line stays a {@link TextLine} for the steps that know speeches.
 * In plain text only lists and tables of tabs are found, and all their visible characters are kept.
 * Each line is looked at a bounded number of times.
 */
export function rawBlocks(lines: readonly TrimmedLine[], context: BlockContext): RawBlock[] {
  const blocks: RawBlock[] = [];
  let index = 0;
  let only: Placed['only'];
  const push = (block: RawBlock) => {
    blocks.push(only && isPlaced(block) ? { ...block, only } : block);
    only = undefined;
  };
  while (index < lines.length) {
    const line = lines[index]!;
    const markdown = context.format === 'markdown';
    const comment = markdown && line.text.startsWith('<!--');
    const place = comment ? placeIn(line.text) : undefined;
    const choices = comment ? choicesIn(line.text) : undefined;
    if (place || choices) {
      only = place ?? only;
      if (choices) context.choices.push({ choices, range: { start: line.start, end: line.end } });
      index++;
      continue;
    }
    const found = markdown
      ? (readMarked(lines, index, context) ??
        readTabTable(lines, index, context) ??
        readUnderlined(lines, index, context) ??
        (line.text.includes('|') ? readPipeTable(lines, index, context) : undefined))
      : (readList(lines, index, context) ?? readTabTable(lines, index, context));
    if (found) {
      for (const block of found.blocks) push(block);
      index += found.lines;
      continue;
    }
    const joined = context.wraps ? wrappedLines(lines, index) : 1;
    push(textLine(lines.slice(index, index + joined), context, line));
    index += joined;
  }
  return blocks;
}

function isPlaced(block: RawBlock): block is TextLine | List | Quote | Table | Figure {
  return ['line', 'list', 'quote', 'table', 'figure'].includes(block.kind);
}

function readMarked(
  lines: readonly TrimmedLine[],
  index: number,
  context: BlockContext,
): FoundBlocks | undefined {
  const line = lines[index]!;
  switch (line.text[0]) {
    case '#':
      return readHeading(line, context);
    case '-':
    case '*':
    case '_':
    case '+':
      if (BREAK.test(line.text)) {
        return { blocks: [breakAt(line)], lines: 1 };
      }
      return readList(lines, index, context);
    case '>':
      return COMPARISON.test(line.text) ? undefined : readQuote(lines, index, context);
    case '`':
    case '~':
      return readCode(lines, index);
    case '|':
      return readPipeTable(lines, index, context);
    case '!':
      return line.text.endsWith(')') ? readFigure(lines, index, context) : undefined;
    case '[':
      return readNote(lines, index, context);
    case '=':
      return /^={4,}$/.test(line.text) ? { blocks: [breakAt(line)], lines: 1 } : undefined;
    default:
      return readList(lines, index, context);
  }
}

/** A code block: its lines are text as written, one paragraph each. Without a last line it ends with the text. */
function readCode(lines: readonly TrimmedLine[], index: number): FoundBlocks | undefined {
  const fence = FENCE.exec(lines[index]!.text)?.[1];
  if (!fence) return undefined;
  const blocks: RawBlock[] = [];
  for (let at = index + 1; at < lines.length; at++) {
    const { text, start, end } = lines[at]!;
    if (text.startsWith(fence) && text === fence[0]!.repeat(text.length))
      return { blocks, lines: at + 1 - index };
    const range = { start, end };
    blocks.push({ kind: 'paragraph', children: [{ kind: 'text', text, range }], joins: false, range });
  }
  return { blocks, lines: lines.length - index };
}

function breakAt(line: TrimmedLine): Break {
  return { kind: 'break', range: { start: line.start, end: line.end } };
}

/** A Markdown heading by the line under it. Only a short line without a stop: `---` is usually a break. */
function readUnderlined(
  lines: readonly TrimmedLine[],
  index: number,
  context: BlockContext,
): FoundBlocks | undefined {
  const line = lines[index]!;
  const below = lines[index + 1];
  if (!below || below.gapBefore || !/^(?:=+|-{2,})$/.test(below.text)) return undefined;
  if (line.text.length > 60 || /[。！？；，：…]$/.test(line.text)) return undefined;
  const depth = below.text[0] === '=' ? 1 : 2;
  return { blocks: [{ ...textLine([line], context, line), end: below.end, depth }], lines: 2 };
}

function readHeading(line: TrimmedLine, context: BlockContext): FoundBlocks | undefined {
  const match = HEADING.exec(line.text);
  if (!match) return undefined;
  const from = match[0].length;
  const signs = endWithout(line.text, /#/);
  // `# 题 #`: the signs at the end count where white space stands before them.
  const to = signs > from && /[ \t]/.test(line.text[signs - 1]!) ? signs : line.text.length;
  const children = spans(line.text.slice(from, to), line.start + from, context);
  if (children.length === 0) return undefined;
  const text = inlineText(children);
  const { end, indent, gapBefore } = line;
  return {
    blocks: [
      { kind: 'line', text, children, start: line.start, end, indent, gapBefore, depth: match[1]!.length },
    ],
    lines: 1,
  };
}

function readNote(
  lines: readonly TrimmedLine[],
  index: number,
  context: BlockContext,
): FoundBlocks | undefined {
  const line = lines[index]!;
  const match = NOTE.exec(line.text);
  if (!match) return undefined;
  const children = spans(line.text.slice(match[0].length), line.start + match[0].length, context);
  let used = 1;
  for (
    let next = lines[index + used];
    next && next.indent >= 2 && !next.gapBefore;
    next = lines[index + used]
  ) {
    children.push(...spans(next.text, next.start, context));
    used++;
  }
  const { end } = lines[index + used - 1]!;
  return {
    blocks: [{ kind: 'note-definition', id: match[1]!, children, start: line.start, end }],
    lines: used,
  };
}

function readFigure(
  lines: readonly TrimmedLine[],
  index: number,
  context: BlockContext,
): FoundBlocks | undefined {
  const line = lines[index]!;
  const [image, ...others] = parseInlines(line.text, line.start, context);
  if (image?.kind !== 'image' || others.length > 0) return undefined;
  const title = pictureTitle(line.text, line.start);
  const below = lines[index + 1];
  const caption: Inline[] = [];
  let end = line.end;
  let used = 1;
  if (title)
    caption.push({
      kind: 'text',
      text: title.text,
      range: { start: title.start, end: title.start + title.text.length },
    });
  else if (below && CAPTION.test(below.text)) {
    caption.push(...spans(below.text, below.start, context));
    end = below.end;
    used = 2;
  }
  const figure: Figure = { kind: 'figure', image, caption, range: { start: line.start, end } };
  return { blocks: [figure], lines: used };
}

const QUOTE_SIGN = /^>+[ \t]?/;
/** `>30%` and `>=5` are said, not quoted. */
const COMPARISON = /^>[=＝\d]/;
/** A line of verse: one breath, at most two clauses. */
const VERSE_LINE = /^[^。！？；]{2,24}[，。；！？、]?[”」』]?$/;

function readQuote(lines: readonly TrimmedLine[], index: number, context: BlockContext): FoundBlocks {
  let used = 0;
  const inner: TrimmedLine[] = [];
  while (lines[index + used]?.text.startsWith('>') && (used === 0 || !lines[index + used]!.gapBefore)) {
    const line = lines[index + used++]!;
    const sign = QUOTE_SIGN.exec(line.text)![0].length;
    const rest = line.text.slice(sign);
    const text = rest.trim();
    const lead = rest.length - rest.trimStart().length;
    const start = line.start + sign + lead;
    if (text !== '') inner.push({ text, start, end: start + text.length, indent: 0, gapBefore: used > 1 });
  }
  const children = inner.map((line) => paragraph(line, context));
  const verses = inner.filter((line) => !/^(?:——|—)/.test(line.text));
  const verse =
    verses.length >= 2 && (verses.every((line) => VERSE_LINE.test(line.text)) || ofOneLength(verses));
  const range = { start: lines[index]!.start, end: lines[index + used - 1]!.end };
  const quote: Quote = { kind: 'quote', children, verse, range };
  return { blocks: [quote], lines: used };
}

/** Couplets: 半亩方塘一鉴开，天光云影共徘徊。 */
function ofOneLength(lines: readonly TrimmedLine[]): boolean {
  const first = lines[0]!.text.length;
  return first <= 26 && lines.every((line) => line.text.length === first);
}

function textLine(lines: readonly TrimmedLine[], context: BlockContext, first: TrimmedLine): TextLine {
  const children = lines.flatMap((line) => spans(line.text, line.start, context));
  const { start, indent, gapBefore } = first;
  return {
    kind: 'line',
    text: inlineText(children),
    children,
    start,
    end: lines.at(-1)!.end,
    indent,
    gapBefore,
  };
}

/**
 * How many lines from `index` on are one hard-wrapped Markdown paragraph. Han has no spaces to break
 * at, so authors wrap in the middle of a sentence: a line that is long and stops without a stop.
 */
function wrappedLines(lines: readonly TrimmedLine[], index: number): number {
  let count = 1;
  for (;;) {
    const line = lines[index + count - 1]!;
    const below = lines[index + count];
    if (!below || below.gapBefore || line.text.length < 24) return count;
    if (/[。！？；：…”」』）》—!?;:]$/.test(line.text) || /^[#>|!<\-*+_[]/.test(below.text)) return count;
    if (matchMarker(line.text, 'line') && count === 1) return count;
    if (matchMarker(below.text)) return count;
    count++;
  }
}
