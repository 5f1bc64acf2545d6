import { zipSync } from 'fflate';
import { readZip } from '../../read/container/zip.ts';
import { ReadingError } from '../../read/reading-error.ts';
import type { ReadingProblem } from '../../read/types.ts';
import { freeFileName } from '../../store/free-name.ts';
import type { Library } from '../../store/library.ts';
import { pictureType, speechNameProblem } from '../../store/speech-name.ts';
import { StoreError } from '../../store/store-error.ts';
import { decodeSpeech } from '../../store/text-bytes.ts';
import { adoptFile, keepPicture } from '../session/incoming-files.ts';

/** Pictures that are packed already: packing them again costs time and saves nothing. */
const PACKED = /\.(png|jpe?g|gif|webp|avif)$/i;
/** What an archive may bring beside speeches and pictures. */
const DOCUMENTS = /\.(docx|x?html?)$/i;

/**
 * All speeches and pictures of a library, byte for byte, as one .zip. Versions and removed speeches stay
 * behind.
 *
 * @throws what the library refuses
 */
export async function packLibrary(library: Library): Promise<Uint8Array> {
  const { speeches } = await library.list();
  const times = new Map(speeches.map(({ name, modified }) => [name, modified]));
  const files: Parameters<typeof zipSync>[0] = {};
  for (const name of [...times.keys(), ...(await library.pictures())]) {
    const mtime = times.get(name);
    files[name] = [await library.bytes(name), { level: PACKED.test(name) ? 0 : 6, ...(mtime && { mtime }) }];
  }
  return zipSync(files);
}

/** What became of an archive. */
export interface Unpacked {
  /** Names the new speeches have here. */
  readonly speeches: readonly string[];
  /** Number of new pictures. */
  readonly pictures: number;
  /** Files that were here already, byte for byte. */
  readonly same: number;
  readonly problems: readonly ReadingProblem[];
  readonly refused: readonly { readonly name: string; readonly error: unknown }[];
}

/**
 * Puts what is in a .zip into a library. Nothing that is there is replaced: what differs gets another name,
 * and speeches follow the new names of their pictures.
 *
 * @throws StoreError `bad-archive`; ReadingError `zip-bomb`
 */
export async function unpackLibrary(library: Library, archive: Uint8Array): Promise<Unpacked> {
  const files = filesIn(archive);
  const renamed = new Map<string, string>();
  const refused: { name: string; error: unknown }[] = [];
  const problems: ReadingProblem[] = [];
  const added: string[] = [];
  let pictures = 0;
  let same = 0;

  for (const [name, bytes] of files.filter(([name]) => pictureType(name) !== undefined)) {
    try {
      if (await isSame(library, await library.pictures(), name, bytes)) same++;
      else {
        const kept = await keepPicture(library, name, bytes);
        if (kept !== name) renamed.set(name, kept);
        pictures++;
      }
    } catch (error) {
      refused.push({ name, error });
    }
  }

  const taken = (await library.list()).speeches.map(({ name }) => name);
  for (const [name, bytes] of files.filter(([name]) => pictureType(name) === undefined)) {
    try {
      if (DOCUMENTS.test(name)) {
        const file = new File([bytes as Uint8Array<ArrayBuffer>], name);
        const adopted = await adoptFile(library, file, [...taken, ...added]);
        added.push(adopted.name);
        problems.push(...adopted.problems);
      } else if (await isSame(library, taken, name, bytes)) same++;
      else {
        const free = freeFileName([...taken, ...added], name);
        await library.adopt(free, withPictures(bytes, renamed));
        added.push(free);
      }
    } catch (error) {
      refused.push({ name, error });
    }
  }
  return { speeches: added, pictures, same, problems, refused };
}

/** Speeches, documents and pictures of an archive, without their folders. */
function filesIn(archive: Uint8Array): [name: string, bytes: Uint8Array][] {
  const wanted = (path: string) => {
    const name = nameOf(path);
    if (/^readme\./i.test(name) || path.startsWith('__MACOSX/')) return false;
    return pictureType(name) !== undefined || DOCUMENTS.test(name) || speechNameProblem(name) === undefined;
  };
  try {
    return [...readZip(archive, wanted)].map(([path, bytes]) => [nameOf(path), bytes]);
  } catch (error) {
    if (error instanceof ReadingError && error.code === 'docx-broken') throw new StoreError('bad-archive');
    throw error;
  }
}

/** The name without its folders, as it was meant: Windows writes it in the system's encoding and does not say so. */
function nameOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const codes = Array.from(name, (character) => character.charCodeAt(0));
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return name;
  const bytes = Uint8Array.from(codes);
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // not that one
    }
  return name;
}

async function isSame(library: Library, taken: readonly string[], name: string, bytes: Uint8Array) {
  if (!taken.includes(name)) return false;
  const there = await library.bytes(name);
  return there.length === bytes.length && there.every((byte, index) => byte === bytes[index]);
}

/** The speech with the pictures' new names; untouched where it shows none of them. */
function withPictures(bytes: Uint8Array, renamed: ReadonlyMap<string, string>): Uint8Array {
  if (renamed.size === 0) return bytes;
  const { text } = decodeSpeech(bytes);
  const changed = text.replace(/\]\((?:\.\/)?([^)\s]+)/g, (whole, address: string) => {
    const kept = renamed.get(decoded(address));
    return kept === undefined ? whole : `](${encodeURI(kept)}`;
  });
  return changed === text ? bytes : new TextEncoder().encode(changed);
}

/** An address as a name; as it is where it is not well-formed. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
