import { inflateSync } from 'fflate';
import { crc32 } from './crc32.ts';
import { ImportError } from './import-error.ts';
import { type ZipRecord, zipDirectory } from './zip-directory.ts';

/** What an archive says of a file in it, before anything is inflated. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes when inflated, as the archive says. */
  readonly size: number;
  readonly packed: number;
}

/** More files than any document has. */
const MOST_ENTRIES = 10_000;
/** All that is inflated together. A document of 300,000 characters has some 20 MB of XML, the rest is pictures. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Deflate reaches 1,032 to 1; XML of documents stays under 60 to 1. */
const HIGHEST_RATIO = 250;
/** Small files may shrink as they like: a form of empty rows does. */
const HARMLESS = 16 * 1024 * 1024;
/** A part of XML becomes a tree some ten times its size. */
const LARGEST_XML = 64 * 1024 * 1024;

/**
 * The files an archive lists. Nothing is inflated.
 *
 * @throws ImportError `docx-broken` when it is cut off or no archive; `zip-bomb` when there are too many
 */
export function listZip(bytes: Uint8Array): ZipEntry[] {
  return bounded(zipDirectory(bytes)).map((record) => ({ ...record, size: trueSize(record) }));
}

function bounded(records: ZipRecord[]): ZipRecord[] {
  if (records.length > MOST_ENTRIES) throw new ImportError('zip-bomb');
  return records;
}

/** What is stored unpacked is taken at its true size, whatever the archive says. */
function trueSize({ size, packed }: ZipRecord): number {
  return Math.max(size, packed);
}

/** Some files of an archive, and how far its reading is with them. */
export interface ZipPart {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Names of files whose bytes are not those that were packed; both names of one that has two. */
  readonly damaged: readonly string[];
  /** Bytes inflated so far, of {@link total}. */
  readonly done: number;
  readonly total: number;
}

/** So much is inflated in one go, bytes: some 30 ms. A file larger than that goes alone. */
const PART = 4 * 1024 * 1024;

/**
 * Inflates the files that are wanted and checks each against its checksum. Sizes are judged before: a file is
 * inflated into a buffer of the size the archive states, so that a lie makes a damaged file, not a large one.
 *
 * @throws ImportError `zip-bomb`, `docx-broken`
 */
export function readZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Pick<ZipPart, 'damaged'> & { readonly files: Map<string, Uint8Array> } {
  const parts = [...zipParts(bytes, wanted)];
  return {
    files: new Map(parts.flatMap(({ files }) => [...files])),
    damaged: parts.flatMap(({ damaged }) => damaged),
  };
}

/**
 * As {@link readZip}, in parts, so that something else can be done between two of them.
 *
 * @throws ImportError `zip-bomb` before the first part; `docx-broken`
 */
export function* zipParts(bytes: Uint8Array, wanted: (name: string) => boolean): Generator<ZipPart> {
  const all = bounded(zipDirectory(bytes)).filter(
    // Of two names that differ one is damaged, and either may be the wanted one.
    ({ name, headName }) => wanted(name) || wanted(headName),
  );
  const total = judged(all);
  let done = 0;
  let records: ZipRecord[] = [];
  let size = 0;
  const inflate = (): ZipPart => {
    done += size;
    const files = new Map<string, Uint8Array>();
    const damaged: string[] = [];
    for (const record of records) {
      const file = inflated(bytes, record);
      if (file) files.set(record.name, file);
      else damaged.push(...new Set([record.name, record.headName].filter(wanted)));
    }
    [records, size] = [[], 0];
    return { files, damaged, done, total };
  };
  for (const record of all) {
    if (records.length > 0 && size + trueSize(record) > PART) yield inflate();
    records.push(record);
    size += trueSize(record);
  }
  if (records.length > 0) yield inflate();
}

/** The sum of the sizes. @throws ImportError `zip-bomb` */
function judged(records: readonly ZipRecord[]): number {
  let total = 0;
  for (const record of records) {
    const size = trueSize(record);
    total += size;
    const tooTight = size > HARMLESS && size > record.packed * HIGHEST_RATIO;
    const tooMuchXml = size > LARGEST_XML && /\.(?:xml|rels)$/i.test(record.name);
    if (total > MOST_BYTES || tooTight || tooMuchXml) throw new ImportError('zip-bomb');
  }
  return total;
}

/** The bytes of a file; undefined where they are not those that were packed. */
function inflated(bytes: Uint8Array, record: ZipRecord): Uint8Array | undefined {
  const { start, packed, size, method, checksum, sound } = record;
  if (!sound || start + packed > bytes.length) return undefined;
  const stored = bytes.subarray(start, start + packed);
  try {
    const file =
      method === 0
        ? stored.slice()
        : method === 8
          ? inflateSync(stored, { out: new Uint8Array(size) })
          : undefined;
    return file?.length === size && crc32(file) === checksum ? file : undefined;
  } catch {
    // Not a deflated stream.
    return undefined;
  }
}
