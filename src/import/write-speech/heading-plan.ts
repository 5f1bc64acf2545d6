import type { ParagraphBlock } from '../document.ts';
import { runsText } from '../document.ts';
import type { FlatBlock } from './unwrap-layout.ts';

/** Longer paragraphs in a heading style were given it by mistake. */
const LONGEST_HEADING = 60;

/** The numbers of Chinese headings, one form an entry; the parser knows their order by itself. */
const NUMBERS: readonly RegExp[] = [
  /^第\s*[〇零一二三四五六七八九十百\d]{1,4}\s*(?:部分|[章节節讲講篇课課编編])/,
  /^[壹贰貳叁參肆伍陆陸柒捌玖拾]{1,3}\s*[、.．]/,
  /^[〇一二三四五六七八九十]{1,3}\s*[、.．]/,
  /^[（(]\s*[〇一二三四五六七八九十]{1,3}\s*[）)]/,
  /^[0-9０-９]{1,2}\s*[.．、](?![0-9０-９])/,
  /^[（(]\s*[0-9０-９]{1,2}\s*[）)]/,
  /^[①-⑳]/,
];

/**
 * Which paragraphs are written as Markdown headings, and how deep (1 = title).
 *
 * Where every heading has a number such as 一、 or （一）, none is: the parser finds the levels by the
 * numbers, which also holds for the headings that the author forgot to give the style to. Where some have
 * none (前言), all get their signs, and those forgotten ones with them.
 */
export function headingPlan(blocks: readonly FlatBlock[]): ReadonlyMap<ParagraphBlock, number> {
  const paragraphs = blocks.filter((block): block is ParagraphBlock => block.kind === 'paragraph');
  const styled = paragraphs.filter((block) => isHeading(block));
  const title = titleOf(paragraphs, styled);
  const headings = styled.filter((block) => block !== title && block.heading !== 'title');
  const plan = new Map<ParagraphBlock, number>();
  if (headings.every((block) => numberOf(block) !== undefined)) return plan;
  const depths = [...new Set(headings.map((block) => block.heading as number))].sort((a, b) => a - b);
  const depthOf = (block: ParagraphBlock) => Math.min(6, depths.indexOf(block.heading as number) + 2);
  if (title) plan.set(title, 1);
  const byNumber = new Map<number, Set<number>>();
  for (const block of headings) {
    plan.set(block, depthOf(block));
    const number = numberOf(block);
    if (number !== undefined) byNumber.set(number, (byNumber.get(number) ?? new Set()).add(depthOf(block)));
  }
  for (const block of paragraphs) {
    if (plan.has(block) || block.heading !== undefined || block.bullet !== undefined) continue;
    const depth = byNumber.get(numberOf(block) ?? -1);
    if (depth?.size === 1 && fullText(block).length <= LONGEST_HEADING && !/[。；，：]/.test(fullText(block)))
      plan.set(block, [...depth][0]!);
  }
  return plan;
}

function fullText(block: ParagraphBlock): string {
  return ((block.number ?? '') + runsText(block.runs)).trim();
}

function isHeading(block: ParagraphBlock): boolean {
  if (block.heading === undefined) return false;
  const text = fullText(block);
  return text !== '' && text.length <= LONGEST_HEADING && !/[。！？]./.test(text);
}

/** The form of a paragraph's number, as index; undefined if it has none. */
function numberOf(block: ParagraphBlock): number | undefined {
  const text = fullText(block);
  const form = NUMBERS.findIndex((pattern) => pattern.test(text));
  return form < 0 ? undefined : form;
}

/**
 * The name of the whole: in the style for it, or else the first paragraph where it is a heading without a
 * number and no other of its level, or only numbered ones, follow.
 */
function titleOf(
  paragraphs: readonly ParagraphBlock[],
  styled: readonly ParagraphBlock[],
): ParagraphBlock | undefined {
  const first = paragraphs.find((block) => fullText(block) !== '');
  const named = styled.find((block) => block.heading === 'title');
  if (named) return named;
  if (first === undefined || first !== styled[0] || numberOf(first) !== undefined) return undefined;
  const others = styled.filter((block) => block !== first && block.heading === first.heading);
  return others.every((block) => numberOf(block) !== undefined) &&
    styled.every((block) => (block.heading as number) >= (first.heading as number))
    ? first
    : undefined;
}
