import { cmapTable } from './cmap-table.ts';
import { readTables, writeTables } from './sfnt-tables.ts';

/** Tables that a merged face has anew; what the first part has besides them is kept as it is. */
interface Glyphs {
  readonly outlines: readonly Uint8Array[];
  readonly horizontal: Metrics;
  /** Undefined for a face without vertical metrics. */
  readonly vertical: Metrics | undefined;
  /** Code point → index of its glyph. */
  readonly characters: ReadonlyMap<number, number>;
}

/** Of each glyph: advance width or height, left or top side bearing; font units. */
type Metrics = readonly (readonly [advance: number, bearing: number])[];

const COMPOSITE = { argumentsAreWords: 0x1, scale: 0x8, more: 0x20, scales: 0x40, matrix: 0x80 } as const;

/**
 * Puts the glyphs of several TrueType faces of one design into one file. Glyphs of the first part keep their numbers, so its
 * layout features (kerning, squeezed punctuation) hold on; features of the others are lost, and so are vertical metrics where
 * a part has none. Of a character that several parts have, the first part's glyph is taken.
 *
 * @param parts sfnt files with `glyf` outlines and the same units per em; woff2 is decoded before
 * @throws RangeError where the parts have more than 65,535 glyphs together or differ in units per em
 */
export function mergeFaces(parts: readonly [Uint8Array, ...Uint8Array[]]): Uint8Array {
  const tables = parts.map(readTables);
  const first = tables[0]!;
  const parsed = tables.map(glyphsOf);
  if (tables.some((part) => unitsPerEm(part) !== unitsPerEm(first)))
    throw new RangeError('parts differ in units per em');
  const order = orderOf(parsed);
  if (order.length > 0xffff) throw new RangeError(`${order.length} glyphs are too many for one face`);
  const numbers = parsed.map(() => new Map<number, number>());
  for (const [index, { part, glyph }] of order.entries()) numbers[part]!.set(glyph, index);
  const outlines = order.map(({ part, glyph }) =>
    renumbered(parsed[part]!.outlines[glyph]!, (component) => numbers[part]!.get(component) ?? 0),
  );
  const characters = new Map<number, number>();
  // Glyph 0 is what is drawn for a missing character.
  for (const [part, glyphs] of parsed.entries())
    for (const [code, glyph] of glyphs.characters)
      if (glyph !== 0 && !characters.has(code)) characters.set(code, numbers[part]!.get(glyph)!);
  const merged = new Map(first);
  for (const dropped of ['vhea', 'vmtx', 'DSIG', 'hdmx', 'LTSH', 'VDMX']) merged.delete(dropped);
  const { glyf, loca } = outlineTables(outlines);
  merged.set('glyf', glyf).set('loca', loca);
  merged.set('cmap', cmapTable(characters));
  merged.set(
    'head',
    changed(first, 'head', (view) => view.setInt16(50, 1)),
  );
  setMetrics(
    merged,
    first,
    'h',
    order.map(({ part, glyph }) => parsed[part]!.horizontal[glyph]!),
  );
  if (parsed.every(({ vertical }) => vertical !== undefined))
    setMetrics(
      merged,
      first,
      'v',
      order.map(({ part, glyph }) => parsed[part]!.vertical![glyph]!),
    );
  merged.set('maxp', maxpTable(tables, outlines.length));
  merged.set('post', changed(first, 'post', (view) => view.setUint32(0, 0x00030000)).slice(0, 32));
  return writeTables(merged);
}

/** All characters a TrueType face has a glyph for, in no order. */
export function charactersOfFace(sfnt: Uint8Array): string[] {
  const characters = charactersOf(viewOf(readTables(sfnt), 'cmap'));
  return [...characters].filter(([, glyph]) => glyph !== 0).map(([code]) => String.fromCodePoint(code));
}

/**
 * Glyphs of all parts in their new order: those of the first part, then the others by code point, so that the table of
 * characters has long runs, then those that are only parts of others. Glyph 0 of the first part stands for all.
 */
function orderOf(parsed: readonly Glyphs[]): { readonly part: number; readonly glyph: number }[] {
  return parsed
    .flatMap(({ outlines, characters }, part) => {
      const codes = new Map<number, number>();
      for (const [code, glyph] of characters)
        codes.set(glyph, Math.min(code, codes.get(glyph) ?? Number.POSITIVE_INFINITY));
      return outlines.map((_, glyph) => ({
        part,
        glyph,
        key: part === 0 ? glyph - outlines.length : (codes.get(glyph) ?? Number.MAX_SAFE_INTEGER),
      }));
    })
    .filter(({ part, glyph }) => part === 0 || glyph !== 0)
    .sort((a, b) => a.key - b.key || a.part - b.part || a.glyph - b.glyph);
}

const unitsPerEm = (tables: ReadonlyMap<string, Uint8Array>) => viewOf(tables, 'head').getUint16(18);

function tableOf(tables: ReadonlyMap<string, Uint8Array>, tag: string): Uint8Array {
  const table = tables.get(tag);
  if (!table) throw new RangeError(`no table ${tag}: not a TrueType face`);
  return table;
}

function viewOf(tables: ReadonlyMap<string, Uint8Array>, tag: string): DataView {
  const { buffer, byteOffset, byteLength } = tableOf(tables, tag);
  return new DataView(buffer, byteOffset, byteLength);
}

/** A copy of a table in which something is written anew. */
function changed(
  tables: ReadonlyMap<string, Uint8Array>,
  tag: string,
  change: (view: DataView) => void,
): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(tableOf(tables, tag));
  change(new DataView(copy.buffer));
  return copy;
}

function glyphsOf(tables: ReadonlyMap<string, Uint8Array>): Glyphs {
  const count = viewOf(tables, 'maxp').getUint16(4);
  const long = viewOf(tables, 'head').getInt16(50) === 1;
  const loca = viewOf(tables, 'loca');
  const glyf = tableOf(tables, 'glyf');
  const startOf = (glyph: number) => (long ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph));
  const glyphs = Array.from({ length: count }, (_, glyph) => glyph);
  return {
    outlines: glyphs.map((glyph) => glyf.subarray(startOf(glyph), startOf(glyph + 1))),
    horizontal: metricsOf(tables, 'h', count),
    vertical: tables.has('vmtx') ? metricsOf(tables, 'v', count) : undefined,
    characters: charactersOf(viewOf(tables, 'cmap')),
  };
}

function metricsOf(
  tables: ReadonlyMap<string, Uint8Array>,
  direction: 'h' | 'v',
  count: number,
): (readonly [number, number])[] {
  const view = viewOf(tables, `${direction}mtx`);
  const full = viewOf(tables, `${direction}hea`).getUint16(34);
  // Glyphs behind the last full entry share its advance and have a bearing each.
  return Array.from({ length: count }, (_, glyph) => [
    view.getUint16(4 * Math.min(glyph, full - 1)),
    view.getInt16(glyph < full ? 4 * glyph + 2 : 4 * full + 2 * (glyph - full)),
  ]);
}

function setMetrics(
  merged: Map<string, Uint8Array>,
  first: ReadonlyMap<string, Uint8Array>,
  direction: 'h' | 'v',
  metrics: Metrics,
): void {
  const table = new DataView(new ArrayBuffer(4 * metrics.length));
  metrics.forEach(([advance, bearing], glyph) => {
    table.setUint16(4 * glyph, advance);
    table.setInt16(4 * glyph + 2, bearing);
  });
  merged.set(`${direction}mtx`, new Uint8Array(table.buffer));
  merged.set(
    `${direction}hea`,
    changed(first, `${direction}hea`, (view) => view.setUint16(34, metrics.length)),
  );
}

/** An outline with new numbers of the glyphs it is composed of. */
function renumbered(outline: Uint8Array, numberOf: (glyph: number) => number): Uint8Array {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  if (outline.byteLength === 0 || view.getInt16(0) >= 0) return outline;
  const copy = new Uint8Array(outline);
  const target = new DataView(copy.buffer);
  let at = 10;
  let flags: number = COMPOSITE.more;
  while (flags & COMPOSITE.more) {
    flags = target.getUint16(at);
    target.setUint16(at + 2, numberOf(target.getUint16(at + 2)));
    at += 4 + (flags & COMPOSITE.argumentsAreWords ? 4 : 2);
    at += flags & COMPOSITE.scale ? 2 : flags & COMPOSITE.scales ? 4 : flags & COMPOSITE.matrix ? 8 : 0;
  }
  return copy;
}

function outlineTables(outlines: readonly Uint8Array[]): { glyf: Uint8Array; loca: Uint8Array } {
  const padded = (length: number) => (length + 3) & ~3;
  const glyf = new Uint8Array(outlines.reduce((sum, outline) => sum + padded(outline.length), 0));
  const loca = new DataView(new ArrayBuffer(4 * (outlines.length + 1)));
  let at = 0;
  outlines.forEach((outline, glyph) => {
    loca.setUint32(4 * glyph, at);
    glyf.set(outline, at);
    at += padded(outline.length);
  });
  loca.setUint32(4 * outlines.length, at);
  return { glyf, loca: new Uint8Array(loca.buffer) };
}

/** The largest of each limit that the parts declare: points, contours, depth of composition and the rest. */
function maxpTable(parts: readonly ReadonlyMap<string, Uint8Array>[], glyphs: number): Uint8Array {
  return changed(parts[0]!, 'maxp', (view) => {
    for (let at = 6; at + 2 <= view.byteLength; at += 2)
      view.setUint16(at, Math.max(...parts.map((part) => viewOf(part, 'maxp').getUint16(at))));
    view.setUint16(4, glyphs);
  });
}

/** Reads the Unicode subtables of formats 4 and 12, which all Chinese faces have. */
function charactersOf(cmap: DataView): Map<number, number> {
  const found = new Map<number, number>();
  for (let record = 0; record < cmap.getUint16(2); record++) {
    const platform = cmap.getUint16(4 + 8 * record);
    const at = cmap.getUint32(8 + 8 * record);
    const format = cmap.getUint16(at);
    if (platform !== 0 && platform !== 3) continue;
    if (format === 12) readFormat12(cmap, at, found);
    else if (format === 4) readFormat4(cmap, at, found);
  }
  return found;
}

function readFormat12(cmap: DataView, at: number, found: Map<number, number>): void {
  for (let group = 0; group < cmap.getUint32(at + 12); group++) {
    const row = at + 16 + 12 * group;
    const from = cmap.getUint32(row);
    for (let code = from; code <= cmap.getUint32(row + 4); code++)
      found.set(code, cmap.getUint32(row + 8) + code - from);
  }
}

function readFormat4(cmap: DataView, at: number, found: Map<number, number>): void {
  const segments = cmap.getUint16(at + 6) / 2;
  for (let segment = 0; segment < segments; segment++) {
    const last = cmap.getUint16(at + 14 + 2 * segment);
    const from = cmap.getUint16(at + 16 + 2 * (segments + segment));
    const delta = cmap.getUint16(at + 16 + 2 * (2 * segments + segment));
    const rangeAt = at + 16 + 2 * (3 * segments + segment);
    const range = cmap.getUint16(rangeAt);
    for (let code = from; code <= last && code < 0xffff; code++) {
      const glyph = range === 0 ? code : cmap.getUint16(rangeAt + range + 2 * (code - from));
      if (range === 0 || glyph !== 0) found.set(code, (glyph + delta) & 0xffff);
    }
  }
}
