import { unzipSync } from 'fflate';
import { ImportError } from './import-error.ts';

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
  const entries: ZipEntry[] = [];
  unzip(bytes, (entry) => {
    entries.push(entry);
    if (entries.length > MOST_ENTRIES) throw new ImportError('zip-bomb');
    return false;
  });
  return entries;
}

/** Some files of an archive, and how far its reading is with them. */
export interface ZipPart {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Bytes inflated so far, of {@link total}. */
  readonly done: number;
  readonly total: number;
}

/** So much is inflated in one go, bytes: some 30 ms. A file larger than that goes alone. */
const PART = 4 * 1024 * 1024;

/**
 * Inflates the files that are wanted. Sizes are judged before: fflate inflates into a buffer of the size the
 * archive states, so that a lie makes a broken file, not a large one.
 *
 * @throws ImportError `zip-bomb`, `docx-broken`
 */
export function readZip(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  return new Map([...zipParts(bytes, wanted)].flatMap(({ files }) => [...files]));
}

/**
 * As {@link readZip}, in parts, so that something else can be done between two of them.
 *
 * @throws ImportError `zip-bomb` before the first part; `docx-broken`
 */
export function* zipParts(bytes: Uint8Array, wanted: (name: string) => boolean): Generator<ZipPart> {
  const { sizes, total } = judged(bytes, wanted);
  let done = 0;
  let names = new Set<string>();
  let size = 0;
  const inflate = (): ZipPart => {
    const part = names;
    done += size;
    [names, size] = [new Set(), 0];
    return { files: new Map(Object.entries(unzip(bytes, ({ name }) => part.has(name)))), done, total };
  };
  for (const [name, bytes] of sizes) {
    if (names.size > 0 && size + bytes > PART) yield inflate();
    names.add(name);
    size += bytes;
  }
  if (names.size > 0) yield inflate();
}

/** Sizes of the wanted files by name, and their sum. @throws ImportError `zip-bomb`, `docx-broken` */
function judged(bytes: Uint8Array, wanted: (name: string) => boolean) {
  const sizes = new Map<string, number>();
  let total = 0;
  for (const { name, size, packed } of listZip(bytes)) {
    if (!wanted(name)) continue;
    total += size;
    sizes.set(name, (sizes.get(name) ?? 0) + size);
    const tooTight = size > HARMLESS && size > packed * HIGHEST_RATIO;
    const tooMuchXml = size > LARGEST_XML && /\.(?:xml|rels)$/i.test(name);
    if (total > MOST_BYTES || tooTight || tooMuchXml) throw new ImportError('zip-bomb');
  }
  return { sizes, total };
}

function unzip(bytes: Uint8Array, filter: (entry: ZipEntry) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, {
      filter: (
        { name, size, originalSize }, // What is stored unpacked is taken at its true size, whatever the archive says.
      ) => filter({ name, size: Math.max(originalSize, size), packed: size }),
    });
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError('docx-broken');
  }
}
