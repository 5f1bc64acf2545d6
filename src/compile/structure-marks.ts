import type { Block, Inline, Passage, Section, SourceRange, Speech } from '../speech/types.ts';

/** A place in the source that the editor sets in type of its own. */
export interface StructureMark {
  readonly kind:
    | 'title'
    | 'byline'
    | 'heading'
    | 'run-in'
    | 'salutation'
    | 'cue'
    | 'quote'
    | 'on-slide'
    | 'strong'
    | 'emphasis'
    | 'mark'
    | 'link'
    /** A sign of markup: no text of the author's. */
    | 'sign';
  /** Of headings: 1 = outermost. */
  readonly level: number;
  readonly range: SourceRange;
}

/**
 * Places of what the author marked up or the parser found, and of the signs of markup themselves, in order, for
 * the editor's typography.
 *
 * @param source the text that the ranges of `speech` are offsets of
 */
export function structureMarks(speech: Speech, source: string): StructureMark[] {
  const marks: StructureMark[] = [];
  const add = (kind: StructureMark['kind'], range: SourceRange | undefined, level = 0) => {
    if (range && range.end > range.start) marks.push({ kind, level, range });
  };
  const inlines = (nodes: readonly Inline[]): void => {
    for (const node of nodes) {
      if (!('children' in node)) continue;
      if (node.kind === 'strong' || node.kind === 'emphasis' || node.kind === 'mark' || node.kind === 'link')
        add(node.kind, node.range);
      inlines(node.children);
    }
  };
  for (const { role, range, children } of speech.front) {
    add(role === 'title' ? 'title' : 'byline', range);
    inlines(children);
  }
  const visit = (node: Section | Passage | Block): void => {
    switch (node.kind) {
      case 'section':
        add(node.runIn ? 'run-in' : 'heading', headingRange(node), node.level);
        inlines(node.heading);
        node.children.forEach(visit);
        return;
      case 'passage':
        node.children.forEach(visit);
        return;
      case 'quote':
        add('quote', node.range);
        node.children.forEach(visit);
        return;
      case 'list':
        for (const item of node.items) item.children.forEach(visit);
        return;
      case 'figure':
        inlines(node.caption);
        return;
      case 'signature':
        for (const line of node.lines) inlines(line.children);
        return;
      case 'table':
      case 'break':
        return;
      default:
        if (node.kind !== 'paragraph') add(node.kind, node.range);
        inlines(node.children);
    }
  };
  [...speech.opening, ...speech.sections, ...speech.closing].forEach(visit);
  for (const { children } of speech.notes) children.forEach(visit);
  // A repaired sign is not what stands in the source.
  for (const { text, range } of speech.coverage.signs)
    if (source.startsWith(text, range.start) && range.end - range.start === text.length) add('sign', range);
  return marks.sort((a, b) => a.range.start - b.range.start);
}

/** From the marker to the end of the heading's last piece. */
function headingRange({ marker, heading }: Section): SourceRange | undefined {
  const pieces = [...(marker ? [marker] : []), ...(heading as readonly Inline[])].map(({ range }) => range);
  const [first] = pieces;
  return first && { start: first.start, end: Math.max(...pieces.map(({ end }) => end)) };
}
