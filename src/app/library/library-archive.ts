import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { freeFileName } from '../../library/free-name.ts';
import type { Library } from '../../library/library.ts';
import { LibraryError } from '../../library/library-error.ts';
import { speechNameProblem } from '../../library/speech-name.ts';
import { decodeSpeech } from '../../library/text-bytes.ts';
import { labelFileName, VERSIONS_FOLDER, versionFileName } from '../../library/version-files.ts';
import type { Diagnostic } from '../../text/diagnostic.ts';
import { pictureType } from '../../text/media-types.ts';
import { addFile, keepPicture } from '../session/incoming-files.ts';
import { NO_PROGRESS, type Progress, part } from '../tasks/progress.ts';
import { DOCUMENTS, filesIn } from './archive-files.ts';

/** Pictures that are packed already: packing them again costs time and saves nothing. */
const PACKED = /\.(png|jpe?g|gif|webp|avif)$/i;

interface PackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Last change, ms since 1970. */
  readonly time?: number | undefined;
}

/**
 * All speeches and pictures of a library, byte for byte, and the kept versions, as one .zip. Its files lie as they do in
 * a folder of speeches. Removed speeches stay behind.
 *
 * @returns undefined when the user wanted no more of it
 * @throws what the library refuses
 */
export async function packLibrary(
  library: Library,
  progress: Progress = NO_PROGRESS,
): Promise<Blob | undefined> {
  const { speeches } = await library.list();
  const times = new Map(speeches.map(({ name, modified }) => [name, modified]));
  const names = [...times.keys(), ...(await library.pictures())];
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  // Memory is all that can be wanting here, and that throws by itself.
  const zip = new Zip((_error, chunk) => chunks.push(chunk as Uint8Array<ArrayBuffer>));
  for (const [index, name] of names.entries()) {
    if (!(await progress.report(index, names.length))) return undefined;
    const time = times.get(name);
    add(zip, { path: name, bytes: await library.bytes(name), time });
    if (time !== undefined) for (const version of await versionsOf(library, name)) add(zip, version);
  }
  zip.end();
  return new Blob(chunks, { type: 'application/zip' });
}

function add(zip: Zip, { path, bytes, time }: PackedFile): void {
  const file = PACKED.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
  if (time) file.mtime = time;
  zip.add(file);
  file.push(bytes, true);
}

/** The kept versions of a speech as files. */
async function versionsOf(library: Library, name: string): Promise<PackedFile[]> {
  const folder = `${VERSIONS_FOLDER}/${name}`;
  const files = (await library.versions(name)).map(async (version): Promise<PackedFile[]> => {
    const text = await library.versionText(name, version.id).catch((error: unknown) => {
      // It was dropped for its age since.
      if (error instanceof LibraryError && error.code === 'not-found') return undefined;
      throw error;
    });
    if (text === undefined) return [];
    const { id, label, time } = version;
    return [
      { path: `${folder}/${versionFileName(version)}`, bytes: strToU8(text), time },
      ...(label ? [{ path: `${folder}/${labelFileName(id)}`, bytes: strToU8(label), time }] : []),
    ];
  });
  return (await Promise.all(files)).flat();
}

/** What became of an archive. */
export interface Unpacked {
  /** Names the new speeches have here. */
  readonly speeches: readonly string[];
  /** Number of new pictures. */
  readonly pictures: number;
  /** Files that were here already, byte for byte. */
  readonly same: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly refused: readonly { readonly name: string; readonly error: unknown }[];
}

/**
 * Puts what is in a .zip into a library. Nothing that is there is replaced: what differs gets another name,
 * and speeches follow the new names of their pictures. Where the user wants no more of it, what is in stays in.
 *
 * @returns undefined when nothing was put in yet
 * @throws LibraryError `bad-archive`; ImportError `zip-bomb`
 */
export async function unpackLibrary(
  library: Library,
  archive: Uint8Array,
  progress: Progress = NO_PROGRESS,
): Promise<Unpacked | undefined> {
  // To inflate is the shorter part; each file then goes to the disk.
  const found = await filesIn(archive, part(progress, 0, 0.25));
  if (!found) return undefined;
  const { files, versions, damaged } = found;
  const filing = part(progress, 0.25, 1);
  const total = files.length + versions.size;
  let done = 0;
  /** New names of pictures, by folder: pictures of two speeches may have one name in two folders. */
  const renamed = new Map<string, Map<string, string>>();
  const refused: { name: string; error: unknown }[] = damaged.map((name) => ({
    name,
    error: new LibraryError('damaged-in-archive', { name }),
  }));
  const diagnostics: Diagnostic[] = [];
  const added: string[] = [];
  /** Names here of the speeches that are as the archive has them. */
  const names = new Map<string, string>();
  let pictures = 0;
  let same = 0;

  for (const [name, bytes, folder] of files.filter(([name]) => pictureType(name) !== undefined)) {
    if (!(await filing.report(done++, total))) break;
    try {
      if (await isSame(library, await library.pictures(), name, bytes)) same++;
      else {
        const kept = await keepPicture(library, name, bytes);
        if (kept !== name) renamed.set(folder, (renamed.get(folder) ?? new Map()).set(name, kept));
        pictures++;
      }
    } catch (error) {
      refused.push({ name, error });
    }
  }

  const taken = (await library.list()).speeches.map(({ name }) => name);
  for (const [name, bytes, folder] of files.filter(([name]) => pictureType(name) === undefined)) {
    if (!(await filing.report(done++, total))) break;
    try {
      if (DOCUMENTS.test(name) || speechNameProblem(name) !== undefined) {
        const file = new File([bytes as Uint8Array<ArrayBuffer>], name);
        const adopted = await addFile(library, file, [...taken, ...added], progress);
        if (!adopted) break;
        added.push(adopted.name);
        diagnostics.push(...adopted.diagnostics);
      } else if (await isSame(library, taken, name, bytes)) {
        names.set(name, name);
        same++;
      } else {
        const free = freeFileName([...taken, ...added], name);
        await library.addFile(free, withPictures(bytes, renamed.get(folder)));
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
    await filing.report(done++, total);
    try {
      for (const draft of drafts) await library.keepVersion(name, draft);
    } catch (error) {
      refused.push({ name: speech, error });
    }
  }
  return { speeches: added, pictures, same, diagnostics, refused };
}

async function isSame(library: Library, taken: readonly string[], name: string, bytes: Uint8Array) {
  if (!taken.includes(name)) return false;
  const there = await library.bytes(name);
  return there.length === bytes.length && there.every((byte, index) => byte === bytes[index]);
}

/** The speech with the pictures' new names; untouched where it shows none of them. */
function withPictures(bytes: Uint8Array, renamed: ReadonlyMap<string, string> | undefined): Uint8Array {
  if (renamed === undefined) return bytes;
  const { text } = decodeSpeech(bytes);
  // An address may hold brackets of its own, in pairs: 图(1).png.
  const changed = text.replace(/\]\((?:\.\/)?((?:[^()\s]|\([^()\s]*\))+)/g, (whole, address: string) => {
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
