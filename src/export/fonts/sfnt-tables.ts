const HEADER = 12;
const ROW = 16;
const TRUETYPE = 0x00010000;
/** The sum over a whole file with the right `checkSumAdjustment` (OpenType, table head). */
const WHOLE_SUM = 0xb1b0afba;

/**
 * Tables of an sfnt file by tag.
 *
 * @throws RangeError for a file that ends too early or is of another format
 */
export function readTables(sfnt: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(sfnt.buffer, sfnt.byteOffset, sfnt.byteLength);
  if (view.getUint32(0) !== TRUETYPE) throw new RangeError('not a TrueType file');
  const tables = new Map<string, Uint8Array>();
  for (let table = 0; table < view.getUint16(4); table++) {
    const row = HEADER + ROW * table;
    const tag = String.fromCharCode(...sfnt.subarray(row, row + 4));
    const from = view.getUint32(row + 8);
    tables.set(tag, sfnt.subarray(from, from + view.getUint32(row + 12)));
  }
  return tables;
}

/** An sfnt file of tables, in the order of their tags, with checksums. */
export function writeTables(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const padded = (length: number) => (length + 3) & ~3;
  const start = HEADER + ROW * sorted.length;
  const file = new Uint8Array(sorted.reduce((sum, [, { length }]) => sum + padded(length), start));
  const view = new DataView(file.buffer);
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  view.setUint32(0, TRUETYPE);
  view.setUint16(4, sorted.length);
  view.setUint16(6, ROW * power);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, ROW * (sorted.length - power));
  let at = start;
  let head = 0;
  sorted.forEach(([tag, table], index) => {
    const row = HEADER + ROW * index;
    file.set(table, at);
    if (tag === 'head') {
      head = at;
      view.setUint32(at + 8, 0);
    }
    for (let letter = 0; letter < 4; letter++) file[row + letter] = tag.charCodeAt(letter);
    view.setUint32(row + 4, sumOf(view, at, padded(table.length)));
    view.setUint32(row + 8, at);
    view.setUint32(row + 12, table.length);
    at += padded(table.length);
  });
  if (head > 0) view.setUint32(head + 8, WHOLE_SUM - sumOf(view, 0, file.length));
  return file;
}

/** Sum of 32-bit words, without what is carried over. */
function sumOf(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
