import { splitSentences } from '../../speech/sentences.ts';
import { inlineText, shownMarker } from '../../speech/text.ts';
import type { Block, Inline, List, ListItem, Section, SourceRange, TableRow } from '../../speech/types.ts';
import type { NotePart } from './types.ts';

/** A piece of the spoken text with what planning needs to know of it. */
export interface Part extends NotePart {
  /** The piece as inlines, for showing it; absent where it is never shown by itself. */
  readonly inlines?: readonly Inline[];
  /** First, or last, piece of its paragraph. */
  readonly first?: boolean;
  readonly last?: boolean;
  /** The author's word: said and not shown, or shown before anything else. */
  readonly place?: 'notes' | 'slide';
}

/** A row of a table as pieces, one a cell. */
export function rowParts(row: TableRow): Part[] {
  return row.cells.map((cell, index) => ({
    kind: 'cell',
    text: inlineText(cell.children),
    startsLine: index === 0,
    range: cell.range,
    inlines: cell.children,
  }));
}

/** Heading of a section with its marker, as one piece. */
export function headingPart(section: Section): Part {
  return {
    kind: 'heading',
    text: (section.marker?.text ?? '') + inlineText(section.heading),
    startsLine: !section.joins,
    range: { start: section.range.start, end: headingEnd(section) },
    inlines: section.heading,
  };
}

function headingEnd(section: Section): number {
  return section.heading.at(-1)?.range.end ?? section.marker?.range.end ?? section.range.start;
}

/** Inlines as sentences. `joins`: they go on in the line before. */
export function sentenceParts(
  inlines: readonly Inline[],
  joins: boolean,
  kind: NotePart['kind'] = 'sentence',
): Part[] {
  const sentences = splitSentences(inlines);
  return sentences.map((sentence, index) => ({
    kind,
    text: sentence.text,
    startsLine: index === 0 && !joins,
    range: sentence.range,
    inlines: sentence.children,
    first: index === 0,
    last: index === sentences.length - 1,
  }));
}

/**
 * A section or block as pieces of the spoken text, in the order of `speechText`: joined, they are its text.
 */
export function partsOf(node: Section | Block): Part[] {
  const parts = partsOfKind(node);
  const place = 'only' in node ? node.only : undefined;
  // `inlines` are for showing a piece: an aside is never shown.
  if (place === 'print') return parts.map(({ inlines: _, ...part }) => ({ ...part, kind: 'aside' }));
  return place ? parts.map((part) => ({ ...part, place })) : parts;
}

function partsOfKind(node: Section | Block): Part[] {
  switch (node.kind) {
    case 'section':
      return [headingPart(node), ...node.children.flatMap(partsOf)];
    case 'paragraph':
      return sentenceParts(node.children, node.joins);
    case 'salutation':
      return whole('salutation', node.children, node.range);
    case 'cue':
      return whole('cue', node.children, node.range);
    case 'list':
      return node.items.flatMap((item) => itemParts(node, item));
    case 'quote':
      return node.children.flatMap(partsOf);
    case 'table':
      return [
        ...(node.caption ? whole('caption', node.caption, node.range) : []),
        ...node.rows.flatMap((row) => rowParts(row)),
      ];
    case 'figure':
      return whole('caption', node.caption, node.range);
    case 'signature':
      return node.lines.flatMap((line) => whole('aside', line.children, line.range));
    case 'break':
      return [];
  }
}

/** An item of a list; its number, and a bullet that is a character of the author's, is text too. */
export function itemParts(list: List, item: ListItem): Part[] {
  const parts = item.children.flatMap(partsOf);
  const [first, ...rest] = parts;
  const marker = shownMarker(list, item);
  if (marker === '') return parts;
  if (first === undefined)
    return [{ kind: 'sentence', text: marker, startsLine: true, range: item.range, first: true, last: true }];
  return [{ ...first, text: marker + first.text, startsLine: true }, ...rest];
}

function whole(kind: NotePart['kind'], inlines: readonly Inline[], range: SourceRange): Part[] {
  const text = inlineText(inlines);
  return text === '' ? [] : [{ kind, text, startsLine: true, range, inlines, first: true, last: true }];
}

/** The pieces as notes of a slide: without what only planning needs. */
export function toNotes(parts: readonly Part[]): NotePart[] {
  return parts.map(({ kind, text, startsLine, range }) => ({ kind, text, startsLine, range }));
}
