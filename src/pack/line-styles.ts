import type { LineStyle } from './types.ts';

/** How a line of a paper is set; lengths in pt. */
interface LineLook {
  readonly size: number;
  /** Distance of lines, exact. */
  readonly pitch: number;
  /** Face by its use (GB/T 9704—2012): the title's, levels one and two, running text. */
  readonly face: 'title' | 'first' | 'second' | 'body';
  readonly align: 'left' | 'center';
  readonly bold?: true;
  /** White above and below. */
  readonly before?: number;
  readonly after?: number;
  /** Of all lines from the left, characters. */
  readonly indent?: number;
}

export const LINE_LOOKS: Readonly<Record<LineStyle, LineLook>> = {
  title: { size: 22, pitch: 32, face: 'title', align: 'center', after: 6 },
  occasion: { size: 16, pitch: 24, face: 'second', align: 'center', after: 6 },
  heading: { size: 14, pitch: 24, face: 'first', align: 'left', before: 6 },
  subject: { size: 14, pitch: 24, face: 'second', align: 'left' },
  body: { size: 14, pitch: 24, face: 'body', align: 'left' },
  point: { size: 12, pitch: 20, face: 'body', align: 'left', indent: 1 },
  question: { size: 14, pitch: 24, face: 'body', align: 'left', before: 8 },
  // For reading aloud at arm's length: 24 pt over 18 pt bold on lines of 33 pt (docs/spec has the sources of the others).
  'cue-title': { size: 24, pitch: 36, face: 'title', align: 'center', after: 12 },
  'cue-label': { size: 14, pitch: 24, face: 'first', align: 'left', before: 12 },
  cue: { size: 18, pitch: 33, face: 'first', align: 'left', bold: true, before: 12 },
  'cue-text': { size: 14, pitch: 24, face: 'body', align: 'left', indent: 2 },
};

/** Of text in grids and tables; lengths in pt, rows as high as their text asks for. */
export const CELL_LOOK = { size: 12, pitch: 18 } as const;

/** Page, margins and type area as the official handout's (GB/T 9704—2012 5.2.1), mm. */
export const PAGE = {
  width: 210,
  height: 297,
  top: 37,
  right: 26,
  bottom: 35,
  left: 28,
  measure: 156,
  area: 225,
} as const;

/** A sign-in sheet has 20 rows of 10 mm under its head: more than the type area, so its margins are narrower, mm. */
export const SIGN_IN_MARGINS = { top: 18, bottom: 20 } as const;

/** Of a grid's rows and of a table's head, mm. */
export const GRID_ROW = 9;
/** White inside a cell, mm. */
export const CELL_PADDING = { above: 0.8, beside: 1.6 } as const;
/** Share of a field's width that its label takes: of a whole row, and of half a row. */
export const LABEL_WIDTH = 26;
/** White behind a grid, a table, lines to write on: 6 pt, in mm. */
export const TABLE_GAP = 2.1;

/** A sheet of a sign, mm: as wide as a printer prints, the fold at the middle of the paper. */
export const SIGN = { top: 20, bottom: 19, beside: 20, measure: 170, area: 257 } as const;
const SIGN_SIZES = { least: 36, most: 136 } as const;

/**
 * Size of a name on a sign, pt: as large as one line holds it, three or four characters alike; more than thirteen go on the
 * next line.
 *
 * @param width of the name, in Han widths
 */
export function signSize(width: number): number {
  // In Word a name stands in a cell.
  const line = ((SIGN.measure - 2 * CELL_PADDING.beside) / 25.4) * 72;
  const fitting = Math.floor(line / Math.max(width, 3.5));
  return Math.min(SIGN_SIZES.most, Math.max(SIGN_SIZES.least, fitting));
}
