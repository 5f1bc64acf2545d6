import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { ReadingProblem } from '../../read/types.ts';
import { freeFileName } from '../../store/free-name.ts';
import type { Library } from '../../store/library.ts';
import { pictureType, speechNameProblem } from '../../store/speech-name.ts';
import { StoreError } from '../../store/store-error.ts';
import { decodeSpeech } from '../../store/text-bytes.ts';
import { labelFileName, VERSIONS_FOLDER, versionFileName } from '../../store/version-files.ts';
import { adoptFile, keepPicture } from '../session/incoming-files.ts';
import type { Progress } from '../session/long-task.ts';
import { DOCUMENTS, filesIn } from './archive-files.ts';

/** Pictures that are packed already: packing them again costs time and saves nothing. */
const PACKED = /\.(png|jpe?g|gif|webp|avif)$/i;

/** Who waits for nothing is told nothing. */
const UNWATCHED: Progress = { step: () => undefined, signal: new AbortController().signal };

/**
 * All speeches and pictures of a library, byte for byte, and the kept versions, as one .zip. Its files lie as they do in
 * a folder of speeches. Removed speeches stay behind.
 *
 * @throws what the library refuses; the signal's reason when it was called off
 */
export async function packLibrary(library: Library, progress: Progress = UNWATCHED): Promise<Uint8Array> {
  const { speeches } = await library.list();
  const names = [...speeches.map(({ name }) => name), ...(await library.pictures())];
  const times = new Map(speeches.map(({ name, modified }) => [name, modified]));
  const packing = new Packing();
  for (const [index, name] of names.entries()) {
    progress.signal.throwIfAborted();
    progress.step(index, names.length);
    packing.add(name, await library.bytes(name), times.get(name));
    if (times.has(name)) await addVersions(packing, library, name);
  }
  return packing.end();
}

/** A .zip that grows file by file, so that the page goes on between two of them. */
class Packing {
  private readonly chunks: Uint8Array[] = [];
  private readonly zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.chunks.push(chunk);
  });

  /** @param mtime ms since 1970 */
  add(name: string, bytes: Uint8Array, mtime?: number): void {
    const file = new ZipDeflate(name, { level: PACKED.test(name) ? 0 : 6 });
    if (mtime) file.mtime = mtime;
    this.zip.add(file);
    file.push(bytes, true);
  }

  end(): Uint8Array {
    this.zip.end();
    const whole = new Uint8Array(this.chunks.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const chunk of this.chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole;
  }
}

/** Adds the kept versions of a speech as files. */
async function addVersions(packing: Packing, library: Library, name: string): Promise<void> {
  const folder = `${VERSIONS_FOLDER}/${name}`;
  for (const version of await library.versions(name)) {
    const text = await library.versionText(name, version.id).catch((error: unknown) => {
      // It was dropped for its age since.
      if (error instanceof StoreError && error.code === 'not-found') return undefined;
      throw error;
    });
    if (text === undefined) continue;
    const { id, label, time } = version;
    packing.add(`${folder}/${versionFileName(version)}`, strToU8(text), time);
    if (label) packing.add(`${folder}/${labelFileName(id)}`, strToU8(label), time);
  }
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
 * and speeches follow the new names of their pictures. Called off, it stops between two files; what is in stays.
 *
 * @throws StoreError `bad-archive`; ReadingError `zip-bomb`
 */
export async function unpackLibrary(
  library: Library,
  archive: Uint8Array,
  progress: Progress = UNWATCHED,
): Promise<Unpacked> {
  const { files, versions } = filesIn(archive);
  const renamed = new Map<string, string>();
  const refused: { name: string; error: unknown }[] = [];
  const problems: ReadingProblem[] = [];
  const added: string[] = [];
  /** Names here of the speeches that are as the archive has them. */
  const names = new Map<string, string>();
  let pictures = 0;
  let same = 0;
  let done = 0;
  /** @returns whether another file may be begun */
  const goOn = (): boolean => {
    if (!progress.signal.aborted) progress.step(done++, files.length + versions.size);
    return !progress.signal.aborted;
  };

  for (const [name, bytes] of files.filter(([name]) => pictureType(name) !== undefined)) {
    if (!goOn()) break;
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
    if (!goOn()) break;
    try {
      if (DOCUMENTS.test(name) || speechNameProblem(name) !== undefined) {
        const file = new File([bytes as Uint8Array<ArrayBuffer>], name);
        const adopted = await adoptFile(library, file, [...taken, ...added]);
        added.push(adopted.name);
        problems.push(...adopted.problems);
      } else if (await isSame(library, taken, name, bytes)) {
        names.set(name, name);
        same++;
      } else {
        const free = freeFileName([...taken, ...added], name);
        await library.adopt(free, withPictures(bytes, renamed));
        names.set(name, free);
        added.push(free);
      }
    } catch (error) {
      refused.push({ name, error });
    }
  }

  for (const [speech, drafts] of versions) {
    const name = names.get(speech);
    if (name === undefined) continue;
    // A speech that came has its versions too, or says why not.
    progress.step(done++, files.length + versions.size);
    try {
      for (const draft of drafts) await library.keepVersion(name, draft);
    } catch (error) {
      refused.push({ name: speech, error });
    }
  }
  return { speeches: added, pictures, same, problems, refused };
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
