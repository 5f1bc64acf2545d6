import type { RawBlock } from './block-parts.ts';
import { lineMarkers } from './line-markers.ts';
import type { FoundMarker } from './numbering.ts';
import { paragraphNumbers } from './paragraph-numbers.ts';
import {
  type Candidate,
  candidatesIn,
  dashPoints,
  type NumberedItem,
  SeriesFinder,
} from './series-finder.ts';

/**
 * Every numbered point, in order: headings at line starts by their form, spoken series (一是…二是…) only
 * where at least two follow each other from one on, wherever in the text they stand.
 */
export function findNumberedItems(blocks: readonly RawBlock[]): NumberedItem[] {
  const points: NumberedItem[] = [];
  const series = new SeriesFinder();
  const markers = lineMarkers(blocks);
  const numbered = paragraphNumbers(blocks, markers);
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'line') continue;
    const found = candidatesIn(block, index);
    const marker = numbered.has(index) ? undefined : markers.get(index);
    if (marker && runsOn(marker, found)) {
      const says = block.text.slice(marker.length);
      series.take({ block: index, offset: 0, marker, says });
      for (const candidate of found) series.take(candidate);
      continue;
    }
    if (marker) {
      const { key, ordinal } = marker;
      series.passHead(key, ordinal);
      points.push({ block: index, offset: 0, marker, ordinal, key, last: false, inline: false });
    } else if (block.depth !== undefined) series.passHead('markdown', Number.POSITIVE_INFINITY);
    for (const candidate of found) if (!marker || candidate.offset > 0) series.take(candidate);
  }
  const spoken = [...series.points(), ...dashPoints(blocks)];
  points.push(...withoutAnnouncements(spoken, firstHeading(blocks, points)));
  return points.sort((a, b) => a.block - b.block || a.offset - b.offset);
}

/** Block of the first heading with a line of its own, Infinity when the speech has none. */
function firstHeading(blocks: readonly RawBlock[], points: readonly NumberedItem[]): number {
  const marked = blocks.findIndex((block) => block.kind === 'line' && block.depth !== undefined);
  return Math.min(
    points[0]?.block ?? Number.POSITIVE_INFINITY,
    marked >= 0 ? marked : Number.POSITIVE_INFINITY,
  );
}

/**
 * 一是…二是… in the opening words of a speech that has headings later is what is said there, not a section
 * beside these headings. A series that goes on around them (第一，（一）（二）第二，) is.
 */
function withoutAnnouncements(points: readonly NumberedItem[], heading: number): readonly NumberedItem[] {
  if (heading === Number.POSITIVE_INFINITY) return points;
  const lasting = new Set(points.filter((point) => point.block >= heading).map((point) => point.key));
  return points.filter((point) => lasting.has(point.key));
}

/** ①…②… inside one line: its first number opens a series of the line's own. */
function runsOn(marker: FoundMarker, found: readonly Candidate[]): boolean {
  return (
    marker.habit.inline === true &&
    marker.ordinal === 1 &&
    found.some((candidate) => candidate.marker.key === marker.key && candidate.marker.ordinal === 2)
  );
}
