import type { TrimmedLine } from '../text/lines.ts';
import { type BlockContext, type FoundBlocks, paragraph } from './block-parts.ts';
import type { Block, List, ListItem } from './types.ts';

/** Bullets as typed or pasted from a word processor: characters of the author's, shown as written. */
const BULLETS = '•●◆■▪○◇□➢►▶';
const BULLET = new RegExp(`^([${BULLETS}])(?:[ \\t\\u3000]+(?=\\S)|(?=[^\\s${BULLETS}]))`);
/** Markdown's own. In plain text, and escaped, they are shown as written too. */
const SIGN = /^([-*+])[ \t\u3000]+(?=\S)/;
const ESCAPED_SIGN = /^\\([-*+])[ \t\u3000]+(?=\S)/;
/** Deeper items stand in the list above them. */
const DEEPEST = 6;

/**
 * A list with bullets; deeper items are lists in their item. Numbered lines are the parser's to judge.
 * ○ □ ■ are also placeholders, zeros and boxes: one is a bullet before a space, or where the next line
 * begins with the same one.
 */
export function readList(
  lines: readonly TrimmedLine[],
  index: number,
  context: BlockContext,
): FoundBlocks | undefined {
  const sign = (at: number) => signOf(lines[at], context);
  const first = sign(index);
  if (!first || (!first.spaced && sign(index + 1)?.text !== first.text)) return undefined;
  let used = 1;
  for (let next = sign(index + used); next; next = sign(index + used)) {
    if (!next.spaced && next.text !== first.text) break;
    used++;
  }
  // In plain text one line with an asterisk is a note: * 这是…讲演。
  if (used === 1 && first.text === '*' && context.format === 'plain') return undefined;
  return { blocks: [listOf(lines.slice(index, index + used), context, 1)], lines: used };
}

interface Sign {
  readonly text: string;
  /** With the white space behind it. */
  readonly length: number;
  readonly spaced: boolean;
  /** It is text of the speech. */
  readonly written: boolean;
}

function signOf(line: TrimmedLine | undefined, { format }: BlockContext): Sign | undefined {
  if (!line) return undefined;
  const own = SIGN.exec(line.text);
  const match =
    own ?? BULLET.exec(line.text) ?? (format === 'markdown' ? ESCAPED_SIGN.exec(line.text) : undefined);
  if (!match) return undefined;
  const length = match[0].length;
  return { text: match[1]!, length, spaced: length > 1, written: format === 'plain' || !own };
}

function listOf(lines: readonly TrimmedLine[], context: BlockContext, depth: number): List {
  const indent = depth < DEEPEST ? lines[0]!.indent : Number.POSITIVE_INFINITY;
  const items: ListItem[] = [];
  let index = 0;
  while (index < lines.length) {
    const line = lines[index]!;
    let next = index + 1;
    while (next < lines.length && lines[next]!.indent > Math.max(indent, line.indent)) next++;
    const { text: sign, length, written } = signOf(line, context)!;
    const text = line.text.slice(length);
    const children: Block[] = [paragraph({ ...line, text, start: line.start + length }, context)];
    if (next > index + 1) children.push(listOf(lines.slice(index + 1, next), context, depth + 1));
    const marker = written ? sign + line.text.slice(length - 1, length).replace(sign, '') : sign;
    const range = { start: line.start, end: lines[next - 1]!.end };
    items.push({ marker, ...(written && { written }), children, range });
    index = next;
  }
  return { kind: 'list', ordered: false, items, range: { start: lines[0]!.start, end: lines.at(-1)!.end } };
}
