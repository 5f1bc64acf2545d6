import type { RawBlock, TextLine } from './block-parts.ts';
import { type FoundMarker, matchMarker, matchWeakMarker } from './numbering.ts';
import { firstSentenceEnd } from './sentences.ts';

/** A heading that only its series makes one is no longer: 三、四月份倒春寒，… goes on as running text. */
const LONGEST_WEAK = 40;

interface Candidate {
  readonly block: number;
  readonly marker: FoundMarker;
}

/**
 * The marker at the start of each line that is a heading, by block. A line whose form alone is no evidence
 * (24. with no 1. before it, 二、五年来…, 2，…) is one where its series runs through it.
 */
export function lineMarkers(blocks: readonly RawBlock[]): Map<number, FoundMarker> {
  const candidates: Candidate[] = [];
  for (const [block, line] of blocks.entries()) {
    if (line.kind !== 'line' || isAttachmentItem(blocks, block)) continue;
    const marker = matchMarker(line.text, 'line') ?? matchWeakMarker(line.text);
    if (marker) candidates.push({ block, marker });
  }
  const following = nextOfSeries(candidates);
  const seen = new Map<string, number>();
  const found = new Map<number, FoundMarker>();
  for (const [index, { block, marker }] of candidates.entries()) {
    const line = blocks[block] as TextLine;
    const before = seen.get(marker.key);
    const plausible = marker.habit.weak
      ? runsThrough(line, marker, before, following[index])
      : isPlausible(line, marker, before);
    if (!plausible) continue;
    seen.set(marker.key, marker.ordinal);
    found.set(block, marker);
  }
  return found;
}

/** For each candidate the number of the next one of its series. */
function nextOfSeries(candidates: readonly Candidate[]): (number | undefined)[] {
  const next = new Map<string, number>();
  const following: (number | undefined)[] = [];
  for (let index = candidates.length - 1; index >= 0; index--) {
    const { key, ordinal } = candidates[index]!.marker;
    following[index] = next.get(key);
    next.set(key, ordinal);
  }
  return following;
}

function isPlausible(line: TextLine, marker: FoundMarker, before: number | undefined): boolean {
  if (line.text.length === marker.length) return marker.habit.alone === true;
  if (marker.ordinal === 1 || marker.habit.firm) return true;
  return before !== undefined && marker.ordinal <= before + 3;
}

/**
 *     一、甲              before = 1
 *     二、五年来的工作    ordinal = 2
 *     三、乙              following = 3
 */
function runsThrough(
  line: TextLine,
  { ordinal, length, habit }: FoundMarker,
  before: number | undefined,
  following: number | undefined,
): boolean {
  const rest = line.text.slice(length);
  if ((rest === '' && !habit.alone) || following === ordinal) return false;
  // 二、 is a stop that headings have; behind it a second number needs a line that looks like one.
  if (rest !== '' && habit.style === 'han' && !/[，,]/.test(line.text.slice(0, length)))
    if (rest.length > LONGEST_WEAK || firstSentenceEnd(rest) >= 0 || /[；：，]$/.test(rest)) return false;
  return ordinal === 1 ? following === 2 : before === ordinal - 1;
}

/** 附件：1. … and, on the lines below it, 2. …: names of attachments, not headings. */
function isAttachmentItem(blocks: readonly RawBlock[], index: number): boolean {
  for (let above = index - 1; above >= Math.max(0, index - 9); above--) {
    const block = blocks[above];
    if (block?.kind !== 'line') return false;
    if (/^附件[：:]/.test(block.text)) return true;
    if (!/^[0-9０-９]{1,2}[.．、]/.test(block.text)) return false;
  }
  return false;
}
