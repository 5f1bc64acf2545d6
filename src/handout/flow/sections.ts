import { inlineText } from '../../speech/text.ts';
import type { NumberingStyle, Section } from '../../speech/types.ts';
import { sentenceRuns } from './runs.ts';
import type { Run, RunStyle } from './types.ts';

/** A numbered line longer than this, without text below it, is a sentence and no heading. Characters. */
const LONGEST_BARE_HEADING = 28;

/** Said in running text: the phrase leads its paragraph and is no level of the outline (docs/spec/typography.md §3). */
const SPOKEN: ReadonlySet<NumberingStyle> = new Set(['first-is', 'ordinal', 'first-of', 'circled', 'dash']);

const BY_LEVEL: readonly RunStyle[] = ['heading-1', 'heading-2', 'heading-3', 'heading-4'];

/** The section's heading stands on a line of its own and heads what follows. */
export function isHeadingLine(section: Section): boolean {
  if (section.runIn || section.joins) return false;
  if (section.children.length > 0) return true;
  const heading = inlineText(section.heading);
  return heading.length <= LONGEST_BARE_HEADING && !/[。；;，,：:]$/.test(heading);
}

/**
 * Styles of the heading, by its level (GB/T 9704—2012 7.3.3: first 黑体, second 楷体, third and fourth as the body).
 * A spoken 一是 leads in 楷体 on the first two levels; deeper, or in the middle of a paragraph, it looks
 * like the text around it: 楷体 twice in one paragraph would say there are two levels where there are three.
 */
export function headingStyles(section: Section): readonly RunStyle[] {
  const level = BY_LEVEL[Math.min(section.level, BY_LEVEL.length) - 1] ?? 'heading-4';
  if (section.marker === undefined || !SPOKEN.has(section.marker.style)) return [level];
  return section.joins || section.level > 2 ? [] : [level, 'lead'];
}

/** Marker and heading as runs in one style. */
export function sectionRuns(section: Section, styles: readonly RunStyle[]): Run[] {
  const { marker } = section;
  const heading = sentenceRuns(section.heading, styles);
  if (!marker || marker.text === '') return heading;
  const [first, ...rest] = heading;
  const sentence = { start: marker.range.start, end: first?.sentence?.end ?? marker.range.end };
  const { sentence: _, ...bare } = first ?? {};
  return [
    { text: marker.text, styles, sentence, range: marker.range },
    ...(first ? [bare as Run] : []),
    ...rest,
  ];
}
