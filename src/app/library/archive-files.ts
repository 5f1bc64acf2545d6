import { strFromU8 } from 'fflate';
import { ImportError } from '../../import/import-error.ts';
import { zipParts } from '../../import/zip.ts';
import { LibraryError } from '../../library/library-error.ts';
import type { VersionDraft } from '../../library/protocol.ts';
import { labelFileName, VERSIONS_FOLDER, versionFile } from '../../library/version-files.ts';
import { pictureType } from '../../text/media-types.ts';
import type { Progress } from '../tasks/progress.ts';

/** What an archive may bring beside speeches and pictures. */
export const DOCUMENTS = /\.(docx|x?html?)$/i;

/** What an archive holds for us. */
export interface ArchiveFiles {
  /** Speeches, documents and pictures by their names; the folder they lie in is empty at the top. */
  readonly files: readonly (readonly [name: string, bytes: Uint8Array, folder: string])[];
  /** Kept versions by the name of their speech, oldest first. */
  readonly versions: ReadonlyMap<string, readonly VersionDraft[]>;
  /** Paths of files whose checksum is wrong. */
  readonly damaged: readonly string[];
}

/**
 * @returns undefined when the user wanted no more of it
 * @throws LibraryError `bad-archive`; ImportError `zip-bomb`
 */
export async function filesIn(archive: Uint8Array, progress: Progress): Promise<ArchiveFiles | undefined> {
  const wanted = (path: string) => {
    if (placeOf(path)) return true;
    const name = nameOf(path);
    if (/^readme\./i.test(name) || isHidden(path)) return false;
    // Also a speech whose name no file here may have: it gets another.
    return pictureType(name) !== undefined || DOCUMENTS.test(name) || /\.(txt|md)$/i.test(name);
  };
  try {
    const all: (readonly [string, Uint8Array])[] = [];
    const broken: string[] = [];
    for (const { files, damaged, done, total } of zipParts(archive, wanted)) {
      all.push(...files);
      broken.push(...damaged);
      if (!(await progress.report(done, total))) return undefined;
    }
    return {
      files: all
        .filter(([path]) => !placeOf(path))
        .map(([path, bytes]) => [nameOf(path), bytes, folderOf(path)]),
      versions: versionsIn(all),
      damaged: broken.map(asMeant),
    };
  } catch (error) {
    if (error instanceof ImportError && error.code === 'docx-broken') throw new LibraryError('bad-archive');
    throw error;
  }
}

/** What no person put there: the bin of a folder of speeches, what a Mac adds. */
function isHidden(path: string): boolean {
  return path.startsWith('__MACOSX/') || segments(path).some((segment) => /^\.[^.]/.test(segment));
}

const segments = (path: string) => path.split(/[/\\]/);

/** `…/.versions/NAME/FILE`: a file of a kept version. */
function placeOf(path: string): { readonly speech: string; readonly file: string } | undefined {
  const [folder, speech = '', file = ''] = segments(path).slice(-3);
  return folder === VERSIONS_FOLDER && file !== '' ? { speech: asMeant(speech), file } : undefined;
}

function versionsIn(all: readonly (readonly [string, Uint8Array])[]): Map<string, VersionDraft[]> {
  const found = new Map<string, VersionDraft[]>();
  const texts = new Map(all.map(([path, bytes]) => [path, bytes]));
  for (const [path, bytes] of all) {
    const place = placeOf(path);
    const version = place && versionFile(place.file);
    if (!place || !version) continue;
    const label = texts.get(path.slice(0, -place.file.length) + labelFileName(version.id));
    const { time, reason } = version;
    const draft = { text: strFromU8(bytes), reason, time, ...(label && { label: strFromU8(label) }) };
    found.set(place.speech, [...(found.get(place.speech) ?? []), draft]);
  }
  for (const drafts of found.values()) drafts.sort((a, b) => a.time! - b.time!);
  return found;
}

/** The name without its folders. */
function nameOf(path: string): string {
  return asMeant(segments(path).at(-1) ?? '');
}

function folderOf(path: string): string {
  return segments(path).slice(0, -1).join('/');
}

/** A name as it was meant: Windows writes it in the system's encoding and does not say so. */
function asMeant(name: string): string {
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
