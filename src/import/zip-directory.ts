import { strFromU8 } from 'fflate';
import { ImportError } from './import-error.ts';

/** One file of an archive, as the archive's list says. */
export interface ZipRecord {
  readonly name: string;
  /** Bytes when inflated. */
  readonly size: number;
  /** Bytes in the archive. */
  readonly packed: number;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  /** CRC-32 of the inflated bytes. */
  readonly checksum: number;
  /** Offset of its bytes. */
  readonly start: number;
  /** The head before its bytes says the same as the list. Where it does not, one of the two is damaged. */
  readonly sound: boolean;
  /** The name in the head before its bytes. */
  readonly headName: string;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LISTED = 0x02014b50;
const HEAD = 0x04034b50;
/** The end record without its comment, and the longest comment. */
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
/** A size or an offset that stands in the extra field because it needs 64 bits. */
const IN_EXTRA = 0xffffffff;
/** Flags: checksum and sizes stand behind the bytes; the name is UTF-8. */
const DESCRIPTOR = 1 << 3;
const UTF8 = 1 << 11;

/**
 * Reads the list at the end of an archive (APPNOTE 6.3 of PKWARE, sections 4.3.7, 4.3.12 to 4.3.16, 4.5.3). The list must
 * fill the place that the end record names, so that no file of it is missed.
 *
 * @throws ImportError `docx-broken` when it is cut off, damaged, or no archive
 */
export function zipDirectory(bytes: Uint8Array): ZipRecord[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readDirectory(bytes, view);
  } catch (error) {
    // A place outside the archive.
    if (error instanceof RangeError) throw new ImportError('docx-broken');
    throw error;
  }
}

function readDirectory(bytes: Uint8Array, view: DataView): ZipRecord[] {
  const { count, start, end } = endRecord(view);
  const records: ZipRecord[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== LISTED) throw new ImportError('docx-broken');
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const checksum = view.getUint32(at + 16, true);
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const sizes = {
      size: view.getUint32(at + 24, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    };
    const { size, packed, offset } = with64Bits(sizes, view, nameEnd, extraEnd);
    const name = nameOf(bytes, at + 46, nameEnd, flags);
    const head = headRecord(bytes, view, offset);
    const sound =
      head.name === name &&
      head.method === method &&
      (head.checksum === undefined || head.checksum === checksum);
    records.push({ name, size, packed, method, checksum, start: head.end, sound, headName: head.name });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  if (at !== end) throw new ImportError('docx-broken');
  return records;
}

/** Where the list stands, and how many files it names. */
function endRecord(view: DataView) {
  let at = view.byteLength - END_LENGTH;
  const first = Math.max(0, at - LONGEST_COMMENT);
  while (at >= first && view.getUint32(at, true) !== END) at--;
  if (at < first) throw new ImportError('docx-broken');
  let count = view.getUint16(at + 10, true);
  let size = view.getUint32(at + 12, true);
  let start = view.getUint32(at + 16, true);
  if (at >= 20 && view.getUint32(at - 20, true) === LOCATOR_64) {
    const long = Number(view.getBigUint64(at - 12, true));
    if (view.getUint32(long, true) !== END_64) throw new ImportError('docx-broken');
    count = Number(view.getBigUint64(long + 32, true));
    size = Number(view.getBigUint64(long + 40, true));
    start = Number(view.getBigUint64(long + 48, true));
  }
  if (start + size > at) throw new ImportError('docx-broken');
  return { count, start, end: start + size };
}

interface Sizes {
  size: number;
  packed: number;
  offset: number;
}

/** Sizes and offset, each from the extra field 0x0001 where it needs 64 bits, in this order. */
function with64Bits(sizes: Sizes, view: DataView, from: number, to: number): Sizes {
  const long = { ...sizes };
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    for (const key of ['size', 'packed', 'offset'] as const)
      if (sizes[key] === IN_EXTRA) {
        long[key] = Number(view.getBigUint64(field, true));
        field += 8;
      }
  }
  return long;
}

/** What stands before the bytes of a file. */
function headRecord(bytes: Uint8Array, view: DataView, at: number) {
  if (view.getUint32(at, true) !== HEAD) throw new ImportError('docx-broken');
  const flags = view.getUint16(at + 6, true);
  const nameEnd = at + 30 + view.getUint16(at + 26, true);
  return {
    name: nameOf(bytes, at + 30, nameEnd, flags),
    method: view.getUint16(at + 8, true),
    checksum: flags & DESCRIPTOR ? undefined : view.getUint32(at + 14, true),
    end: nameEnd + view.getUint16(at + 28, true),
  };
}

/** Without the flag of UTF-8 each byte is a character: the reader may know better. */
function nameOf(bytes: Uint8Array, from: number, to: number, flags: number): string {
  return strFromU8(bytes.subarray(from, to), !(flags & UTF8));
}
