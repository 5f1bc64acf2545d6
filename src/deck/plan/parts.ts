import { rangeOf, splitInlines } from '../../speech/inlines.ts';
import { type Sentence, splitSentences } from '../../speech/sentences.ts';
import { inlineText, shownMarker } from '../../speech/text.ts';
import { HEADING_PAUSE, PARAGRAPH_PAUSE, speakingSeconds } from '../../speech/timing.ts';
import type { Block, Inline, List, ListItem, Section, SourceRange, TableRow } from '../../speech/types.ts';
import { pairedStretches, type Stretch } from './paired-marks.ts';
import type { NotePart } from './types.ts';

/** A piece of the spoken text with what planning needs to know of it. */
export interface Part extends NotePart {
  /** The piece as inlines, for showing it; absent where it is never shown by itself. */
  readonly inlines?: readonly Inline[];
  /** First, or last, piece of its paragraph. */
  readonly first?: boolean;
  readonly last?: boolean;
  /** Silence behind it, seconds. */
  readonly pause?: number;
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
    pause: section.runIn ? 0 : HEADING_PAUSE,
  };
}

function headingEnd(section: Section): number {
  return section.heading.at(-1)?.range.end ?? section.marker?.range.end ?? section.range.start;
}

/**
 * Inlines as sentences. Sentences inside one pair of marks stay together: a quotation is never cut.
 *
 * @param joins they continue the line before
 */
export function sentenceParts(inlines: readonly Inline[], joins: boolean): Part[] {
  const sentences = joinedInMarks(splitSentences(inlines), inlines);
  return sentences.map((sentence, index) => ({
    kind: 'sentence',
    text: sentence.text,
    startsLine: index === 0 && !joins,
    range: sentence.range,
    inlines: sentence.children,
    first: index === 0,
    last: index === sentences.length - 1,
    ...(index === sentences.length - 1 && { pause: PARAGRAPH_PAUSE }),
  }));
}

/** Sentences that begin while a mark is open whose partner follows in the paragraph join the one before them. */
function joinedInMarks(sentences: readonly Sentence[], inlines: readonly Inline[]): readonly Sentence[] {
  if (sentences.length < 2) return sentences;
  const stretches = pairedStretches(sentences.map(({ text }) => text).join(''));
  if (stretches.length === 0) return sentences;
  const groups: Sentence[][] = [];
  const cuts: number[] = [];
  let at = 0;
  // Stretches stand in order and do not overlap: one walk along both lists is enough.
  let next = 0;
  for (const sentence of sentences) {
    while (next < stretches.length && (stretches[next] as Stretch).to <= at) next++;
    const stretch = stretches[next];
    if (stretch && stretch.from < at) groups.at(-1)?.push(sentence);
    else {
      if (at > 0) cuts.push(at);
      groups.push([sentence]);
    }
    at += sentence.text.length;
  }
  if (groups.length === sentences.length) return sentences;
  // Cut anew: two halves of a quotation would be two quotations.
  const pieces = splitInlines(inlines, [...cuts, at]);
  return groups.map((group, index) => {
    const [only] = group;
    if (only && group.length === 1) return only;
    const children = pieces[index] ?? [];
    return { children, text: group.map(({ text }) => text).join(''), range: rangeOf(children, 0) };
  });
}

/**
 * Seconds a piece takes, the silence behind it included. Cells of tables, captions and footnotes are shown or printed,
 * not read out.
 *
 * @param rate characters a minute
 */
export function partSeconds(part: Part, rate: number): number {
  if (SILENT.has(part.kind)) return 0;
  return textSeconds(part.text, rate) + (part.pause ?? 0);
}

/** So many texts are remembered with their time: an edit changes one of them. */
const REMEMBERED = 8000;
let times = new Map<string, number>();
let timesRate = 0;

function textSeconds(text: string, rate: number): number {
  if (rate !== timesRate || times.size >= REMEMBERED) {
    times = new Map();
    timesRate = rate;
  }
  let seconds = times.get(text);
  if (seconds === undefined) {
    seconds = speakingSeconds(text, rate);
    times.set(text, seconds);
  }
  return seconds;
}

const SILENT: ReadonlySet<NotePart['kind']> = new Set([
  'title',
  'cell',
  'caption',
  'footnote',
  'cue',
  'aside',
]);

/**
 * A section or block as pieces of the spoken text, in the order of `speechText`: joined, they are its text.
 */
export function partsOf(node: Section | Block): readonly Part[] {
  const known = partsByNode.get(node);
  if (known) return known;
  const parts = partsOfKind(node);
  const place = 'only' in node ? node.only : undefined;
  const placed =
    place === 'print'
      ? // `inlines` are for showing a piece: an aside is never shown.
        parts.map(({ inlines: _, ...part }): Part => ({ ...part, kind: 'aside' }))
      : place
        ? parts.map((part) => ({ ...part, place }))
        : parts;
  partsByNode.set(node, placed);
  return placed;
}

/** Sections are asked as wholes and by their children. The model never changes, so the answer does not. */
const partsByNode = new WeakMap<Section | Block, readonly Part[]>();

function partsOfKind(node: Section | Block): readonly Part[] {
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
export function itemParts(list: List, item: ListItem): readonly Part[] {
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
