interface Group {
  readonly from: number;
  to: number;
  readonly glyph: number;
}

/** A subtable of format 4 has no more segments: its length is a number of 16 bits. */
const MOST_SEGMENTS = 8189;

/**
 * The table `cmap` for characters: a subtable of format 12 for all, and, where they fit in, one of format 4 for those of the
 * first plane, which readers without the former use.
 *
 * @param characters code point → index of its glyph
 */
export function cmapTable(characters: ReadonlyMap<number, number>): Uint8Array {
  const groups = groupsOf(characters);
  const firstPlane = groups.filter(({ to }) => to < 0xffff);
  // Of platform 3 (Windows), by encoding; 1: first plane, 10: all of Unicode.
  const subtables: [encoding: number, table: Uint8Array][] = [[10, format12(groups)]];
  if (firstPlane.length <= MOST_SEGMENTS) subtables.unshift([1, format4(firstPlane)]);
  let at = 4 + 8 * subtables.length;
  const table = new Uint8Array(subtables.reduce((sum, [, { length }]) => sum + length, at));
  const view = new DataView(table.buffer);
  view.setUint16(2, subtables.length);
  subtables.forEach(([encoding, subtable], row) => {
    view.setUint16(4 + 8 * row, 3);
    view.setUint16(6 + 8 * row, encoding);
    view.setUint32(8 + 8 * row, at);
    table.set(subtable, at);
    at += subtable.length;
  });
  return table;
}

/** Runs of code points whose glyphs follow one another; none crosses the end of the first plane. */
function groupsOf(characters: ReadonlyMap<number, number>): Group[] {
  const groups: Group[] = [];
  for (const [code, glyph] of [...characters].sort(([a], [b]) => a - b)) {
    const last = groups.at(-1);
    if (last && code === last.to + 1 && glyph === last.glyph + code - last.from && code !== 0xffff)
      last.to = code;
    else groups.push({ from: code, to: code, glyph });
  }
  return groups;
}

function format4(groups: readonly Group[]): Uint8Array {
  // A last segment for U+FFFF is required.
  const segments = [...groups, { from: 0xffff, to: 0xffff, glyph: 0 }];
  const count = segments.length;
  const power = 2 ** Math.floor(Math.log2(count));
  const length = 16 + 8 * count;
  const view = new DataView(new ArrayBuffer(length));
  view.setUint16(0, 4);
  view.setUint16(2, length);
  view.setUint16(6, 2 * count);
  view.setUint16(8, 2 * power);
  view.setUint16(10, Math.log2(power));
  view.setUint16(12, 2 * (count - power));
  segments.forEach(({ from, to, glyph }, index) => {
    view.setUint16(14 + 2 * index, to);
    view.setUint16(16 + 2 * (count + index), from);
    view.setUint16(16 + 2 * (2 * count + index), (glyph - from) & 0xffff);
  });
  return new Uint8Array(view.buffer);
}

function format12(groups: readonly Group[]): Uint8Array {
  const length = 16 + 12 * groups.length;
  const view = new DataView(new ArrayBuffer(length));
  view.setUint16(0, 12);
  view.setUint32(4, length);
  view.setUint32(12, groups.length);
  groups.forEach(({ from, to, glyph }, index) => {
    view.setUint32(16 + 12 * index, from);
    view.setUint32(20 + 12 * index, to);
    view.setUint32(24 + 12 * index, glyph);
  });
  return new Uint8Array(view.buffer);
}
