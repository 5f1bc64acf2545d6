import type { TrimmedLine } from '../text/lines.ts';
import { type BlockContext, type FoundBlocks, paragraph } from './block-parts.ts';
import type { Block, List, ListItem } from './types.ts';

/** Bullets as typed or pasted from a word processor. They are markup: the list shows its own. */
export const BULLETS = '•●◆■▪○◇□➢►▶';
const BULLET = new RegExp(`^(?:[-*+][ \\t\\u3000]+|[${BULLETS}][ \\t\\u3000]*)(?=\\S)`);

/** A list with bullets; deeper items are lists in their item. Numbered lines are the parser's to judge. */
export function readList(
  lines: readonly TrimmedLine[],
  index: number,
  context: BlockContext,
): FoundBlocks | undefined {
  if (!BULLET.test(lines[index]!.text)) return undefined;
  let used = 0;
  while (lines[index + used] && BULLET.test(lines[index + used]!.text)) used++;
  return { blocks: [listOf(lines.slice(index, index + used), context)], lines: used };
}

function listOf(lines: readonly TrimmedLine[], context: BlockContext): List {
  const indent = lines[0]!.indent;
  const items: ListItem[] = [];
  let index = 0;
  while (index < lines.length) {
    const line = lines[index]!;
    let next = index + 1;
    while (next < lines.length && lines[next]!.indent > Math.max(indent, line.indent)) next++;
    const sign = BULLET.exec(line.text)![0];
    const text = line.text.slice(sign.length);
    const children: Block[] = [paragraph({ ...line, text, start: line.start + sign.length }, context)];
    if (next > index + 1) children.push(listOf(lines.slice(index + 1, next), context));
    items.push({ marker: sign.trim(), children, range: { start: line.start, end: lines[next - 1]!.end } });
    index = next;
  }
  return { kind: 'list', ordered: false, items, range: { start: lines[0]!.start, end: lines.at(-1)!.end } };
}
