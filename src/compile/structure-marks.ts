import type { Block, Inline, Passage, Section, SourceRange, Speech } from '../speech/types.ts';

/** A place in the source that the editor sets in type of its own. */
export interface StructureMark {
  readonly kind: 'title' | 'byline' | 'heading' | 'run-in' | 'salutation' | 'cue' | 'quotation' | 'on-slide';
  /** Of headings: 1 = outermost. */
  readonly level: number;
  readonly range: SourceRange;
}

/** Places of titles, headings, salutations and stage cues, in order, for the editor's typography. */
export function structureMarks(speech: Speech): StructureMark[] {
  const marks: StructureMark[] = [];
  const add = (kind: StructureMark['kind'], range: SourceRange | undefined, level = 0) => {
    if (range && range.end > range.start) marks.push({ kind, level, range });
  };
  for (const { role, range } of speech.front) add(role === 'title' ? 'title' : 'byline', range);
  const visit = (node: Section | Passage | Block): void => {
    if (node.kind === 'salutation' || node.kind === 'cue') add(node.kind, node.range);
    if (node.kind === 'section') add(node.runIn ? 'run-in' : 'heading', headingRange(node), node.level);
    if (node.kind === 'section' || node.kind === 'passage') node.children.forEach(visit);
  };
  [...speech.opening, ...speech.sections, ...speech.closing].forEach(visit);
  return marks.sort((a, b) => a.range.start - b.range.start);
}

/** From the marker to the end of the heading's last piece. */
function headingRange({ marker, heading }: Section): SourceRange | undefined {
  const pieces = [...(marker ? [marker] : []), ...(heading as readonly Inline[])].map(({ range }) => range);
  const [first] = pieces;
  return first && { start: first.start, end: Math.max(...pieces.map(({ end }) => end)) };
}
