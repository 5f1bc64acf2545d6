import type { RawBlock, TextLine } from './block-parts.ts';
import type { FoundMarker } from './numbering.ts';
import { isGreeting, isSalutation } from './salutation.ts';

/** Fewer numbered paragraphs are points of a speech. */
const FEWEST = 5;
/** More than this many are numbered paragraphs, also where a sentence leads to them. */
const MOST_POINTS = 30;
/** A shorter paragraph is a heading or an item of a list. */
const SHORTEST = 16;
/** So many of a hundred numbered lines must be paragraphs. */
const SHARE = 0.8;

interface Numbered {
  readonly block: number;
  readonly marker: FoundMarker;
}

/**
 * Blocks whose numbers count the paragraphs of the whole text, as in speeches of Hong Kong's judges and in
 * papers of the United Nations: from the first paragraph to the last, or on through the headings. Their
 * numbers are text.
 */
export function paragraphNumbers(
  blocks: readonly RawBlock[],
  markers: ReadonlyMap<number, FoundMarker>,
): Set<number> {
  const numbered = new Set<number>();
  const series = new Map<string, Numbered[]>();
  for (const [block, marker] of markers) {
    if (marker.habit.style !== 'digit' && marker.habit.style !== 'paren-digit') continue;
    const members = series.get(marker.key);
    if (members) members.push({ block, marker });
    else series.set(marker.key, [{ block, marker }]);
  }
  for (const members of series.values()) {
    if (members.length < FEWEST || !countsUp(members) || !areParagraphs(blocks, members)) continue;
    if (runsOnThroughHeadings(members, markers) || isWholeText(blocks, members, markers))
      for (const { block } of members) numbered.add(block);
  }
  return numbered;
}

function countsUp(members: readonly Numbered[]): boolean {
  return members.every(({ marker }, index) => {
    const before = members[index - 1]?.marker.ordinal ?? 0;
    return marker.ordinal > before && marker.ordinal <= before + 2;
  });
}

function areParagraphs(blocks: readonly RawBlock[], members: readonly Numbered[]): boolean {
  const paragraphs = members.filter(({ block, marker }) => {
    const text = (blocks[block] as TextLine).text.slice(marker.length);
    return text.length >= SHORTEST && /[。！？；：…”」』）]$/.test(text);
  });
  return paragraphs.length >= members.length * SHARE;
}

/** 一、… 1. 2. 二、… 3. 4.: a heading of a higher level stands between two of them. */
function runsOnThroughHeadings(
  members: readonly Numbered[],
  markers: ReadonlyMap<number, FoundMarker>,
): boolean {
  const { block: first, marker } = members[0]!;
  const last = members.at(-1)!.block;
  for (const [block, { habit }] of markers)
    if (block > first && block < last && habit.rank < marker.habit.rank) return true;
  return false;
}

function isWholeText(
  blocks: readonly RawBlock[],
  members: readonly Numbered[],
  markers: ReadonlyMap<number, FoundMarker>,
): boolean {
  const own = new Set(members.map(({ block }) => block));
  const first = members[0]!.block;
  const last = members.at(-1)!.block;
  let between = 0;
  let before = 0;
  let after = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'line' || own.has(index) || markers.has(index)) continue;
    if (isSalutation(block.text) || isGreeting(block.text)) continue;
    if (index < first) before++;
    else if (index < last) between += block.text.length > SHORTEST ? 1 : 0;
    else after += block.text.length > SHORTEST * 2 ? 1 : 0;
  }
  if (between > members.length * (1 - SHARE)) return false;
  return members.length > MOST_POINTS || (before === 0 && after <= 1);
}
