import { SourceMap } from '../repair/source-map.ts';
import { parseInlines } from '../speech/inline-markdown.ts';
import { inlineText } from '../speech/text.ts';
import { bareText } from '../text/bare-text.ts';
import { textDifference } from '../text/difference.ts';
import { labelText } from './labels.ts';
import { typedNames } from './pieces.ts';
import type { Pack, PackBlock, PackOptions, PackPart, PackSlide, PackSpeech, Paper, Piece } from './types.ts';

/** Why the ledger of a pack does not close. */
export interface LedgerFault {
  readonly paper: PackPart;
  /**
   * - `source`: a piece is not what stands at its place in the text
   * - `label`: a word is not in the closed table of labels, nor a name that the user gave one
   * - `computed`: a piece that was counted is no number
   * - `typed`: a value is not as it was typed
   * - `file`: the written file holds more or less than the pieces
   */
  readonly reason: 'source' | 'label' | 'computed' | 'typed' | 'file';
  /** What stands there. */
  readonly text: string;
}

/** All pieces of a paper, in reading order. */
export function paperPieces({ blocks }: Paper): Piece[] {
  return blocks.flatMap(blockPieces);
}

function blockPieces(block: PackBlock): readonly Piece[] {
  switch (block.kind) {
    case 'line':
      return [...block.pieces, ...(block.beside ?? [])];
    case 'grid':
      return block.rows.flat().flatMap(({ label, value }) => [...label, ...value]);
    case 'table':
      return [...block.columns.flatMap(({ head }) => head), ...block.rows.flat(3)];
    case 'ruled':
      return block.label ?? [];
    case 'sign':
      return [...block.name, ...block.name];
    case 'page-break':
      return [];
  }
}

/** All pieces of a slide, in reading order. */
export function slidePieces({ title, table, points = [] }: PackSlide): Piece[] {
  return [...title, ...(table ? [table.head, ...table.rows].flat(2) : []), ...points.flat()];
}

/** All pieces of a pack by the part that they stand on. */
function partPieces({
  papers,
  slides,
}: Pack): { readonly id: PackPart; readonly pieces: readonly Piece[] }[] {
  return [
    ...papers.map((paper) => ({ id: paper.id, pieces: paperPieces(paper) })),
    ...slides.map((slide) => ({ id: 'slides' as const, pieces: slidePieces(slide) })),
  ];
}

/** The text of a paper, as a file of it must give it back, white space aside. */
export function paperText(paper: Paper): string {
  return paperPieces(paper)
    .map(({ text }) => text)
    .join('');
}

/**
 * Holds every piece of a pack against what it says it is.
 *
 * @returns the first fault; undefined: the ledger closes
 */
export function checkLedger(
  pack: Pack,
  speeches: readonly PackSpeech[],
  options: PackOptions,
): LedgerFault | undefined {
  const maps = speeches.map(({ clean }) => SourceMap.of(clean.changes));
  const sound = (piece: Piece): boolean => {
    switch (piece.kind) {
      case 'source': {
        const from = speeches[piece.speech];
        const map = maps[piece.speech];
        return from !== undefined && map !== undefined && isTextAt(piece, from, map);
      }
      case 'label':
        return piece.renamed
          ? options.renamed?.[piece.id]?.trim() === piece.text
          : labelText(piece.id, pack.labels) === piece.text;
      case 'computed':
        return /^\d+$/.test(piece.text);
      case 'typed':
        return typedValues(piece.field, options).some((typed) => bareText(typed) === bareText(piece.text));
      case 'space':
        return bareText(piece.text) === '';
    }
  };
  for (const { id, pieces } of partPieces(pack))
    for (const piece of pieces)
      if (!sound(piece) && piece.kind !== 'space') return { paper: id, reason: piece.kind, text: piece.text };
  return undefined;
}

/** All that was typed into a field: of most one value, of names and breaks several. */
function typedValues(
  field: (Piece & { readonly kind: 'typed' })['field'],
  options: PackOptions,
): readonly string[] {
  if (field === 'break')
    return (options.breaks ?? []).flatMap(({ minutes, label = '' }) => [String(minutes), label]);
  const value = options.typed?.[field] ?? '';
  return field === 'names' ? typedNames(value) : [value];
}

/** What makes a line of Markdown a heading. */
const HEADING_SIGNS = /^#{1,6}[ \t]+|[ \t]+#+$|\n(?:=+|-+)[ \t]*$/g;

/** The repaired text at a piece's place, read again without its markup and in the papers' script, is the piece. */
function isTextAt(
  piece: Piece & { readonly kind: 'source' },
  { clean, convert = (text) => text }: PackSpeech,
  map: SourceMap,
): boolean {
  const { start, end } = map.toClean(piece.range);
  const line = clean.text.slice(start, end);
  const written = clean.format === 'markdown' ? line.replace(HEADING_SIGNS, '') : line;
  const read = inlineText(parseInlines(written, start, { format: clean.format, call: () => 1 }));
  return [read, written].some((text) => bareText(convert(text)) === bareText(piece.text));
}

/**
 * Holds the text of a written file against the pieces of its papers.
 *
 * @param text read from the file, without page numbers
 */
export function checkFile(papers: readonly Paper[], text: string): LedgerFault | undefined {
  const first = papers[0];
  return first && fileFault(first.id, papers.map(paperText).join(''), text);
}

/**
 * Holds the text of a written file of slides against their pieces.
 *
 * @param text read from the file, without the numbers of slides
 */
export function checkSlides(slides: readonly PackSlide[], text: string): LedgerFault | undefined {
  const expected = slides.flatMap(slidePieces).map((piece) => piece.text);
  return fileFault('slides', expected.join(''), text);
}

function fileFault(paper: PackPart, expected: string, text: string): LedgerFault | undefined {
  const { place } = textDifference(bareText(expected), bareText(text));
  if (place === undefined) return undefined;
  return { paper, reason: 'file', text: `${place.before}${place.added || place.missing}${place.after}` };
}

/** The ledger as a table of tab-separated lines: paper, kind of piece, where it comes from, text. */
export function ledgerTable(pack: Pack, speeches: readonly PackSpeech[]): string {
  const lines = partPieces(pack).flatMap(({ id, pieces }) =>
    pieces
      .filter(({ kind }) => kind !== 'space')
      .map((piece) => [id, piece.kind, originOf(piece, speeches), piece.text].map(cell).join('\t')),
  );
  return `${['paper\tkind\tfrom\ttext', ...lines].join('\n')}\n`;
}

function originOf(piece: Piece, speeches: readonly PackSpeech[]): string {
  switch (piece.kind) {
    case 'source':
      return `${speeches[piece.speech]?.name ?? ''} ${piece.range.start}-${piece.range.end}`;
    case 'label':
      return piece.renamed ? `${piece.id} (renamed)` : piece.id;
    case 'typed':
      return piece.field;
    default:
      return '';
  }
}

function cell(text: string): string {
  return text.replace(/[\t\n\r]+/g, ' ');
}

export type LedgerCounts = Readonly<Record<Exclude<Piece['kind'], 'space'>, number>>;

/** Visible characters of a pack by kind of piece. */
export function ledgerCounts(pack: Pack): LedgerCounts {
  const counts = { source: 0, label: 0, computed: 0, typed: 0 };
  for (const { pieces } of partPieces(pack))
    for (const { kind, text } of pieces) if (kind !== 'space') counts[kind] += [...bareText(text)].length;
  return counts;
}
