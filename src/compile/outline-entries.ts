import { outermostSections } from '../speech/outermost-sections.ts';
import { characterCount, inlineText, nodeText } from '../speech/text.ts';
import { blockSeconds } from '../speech/timing.ts';
import type { Section, SourceRange, Speech } from '../speech/types.ts';

/** One section as the outline names it. */
export interface OutlineEntry {
  /** 1 = outermost. */
  readonly level: number;
  readonly text: string;
  /** Of the whole section, in the author's source. */
  readonly range: SourceRange;
  /** Time to speak it, its subsections included. */
  readonly seconds: number;
  /** Visible characters, heading and subsections included. */
  readonly characters: number;
}

/** Deeper sections are points inside a paragraph more often than places to go to. */
const DEEPEST = 3;

/**
 * Sections in order, down to the third level.
 *
 * @param rate characters a minute
 */
export function outlineEntries(speech: Speech, rate: number): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  const visit = (section: Section): void => {
    if (section.level > DEEPEST) return;
    entries.push({
      level: section.level,
      text: (section.marker?.text ?? '') + inlineText(section.heading),
      range: section.range,
      seconds: blockSeconds(section, rate),
      characters: characterCount(nodeText(section)),
    });
    for (const child of section.children) if (child.kind === 'section') visit(child);
  };
  outermostSections(speech).forEach(visit);
  return entries;
}

/** The deepest section that holds an offset of the source. */
export function sectionAt(entries: readonly OutlineEntry[], offset: number): OutlineEntry | undefined {
  return entries.filter(({ range }) => range.start <= offset && offset <= range.end).at(-1);
}
