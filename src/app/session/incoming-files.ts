import { ImportError } from '../../import/import-error.ts';
import { freeFileName, splitName } from '../../library/free-name.ts';
import type { Library } from '../../library/library.ts';
import { LibraryError } from '../../library/library-error.ts';
import { allowedStem, nameFromText } from '../../library/speech-name.ts';
import type { Diagnostic } from '../../text/diagnostic.ts';
import { NO_PROGRESS, type Progress } from '../tasks/progress.ts';
import { importInWorker } from '../workers/import-client.ts';
import { keepLeftOut, leftOutPieces } from './left-out-pieces.ts';
import { keepRepairChoices, keptChoices } from './repair-choices.ts';

/** What became of a file from outside. */
export interface AddedFile {
  /** Its name in the library. */
  readonly name: string;
  /** What could not be taken over from Word or a web page. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A file from outside becomes a speech: a text byte for byte, Word and HTML as the text they hold, with
 * their pictures beside it.
 *
 * @param taken names of the speeches that are there; the new one gets another
 * @returns undefined when the user wanted no more of it before it was read
 * @throws LibraryError, ImportError
 */
export async function addFile(
  library: Library,
  file: File,
  taken: readonly string[],
  progress: Progress = NO_PROGRESS,
): Promise<AddedFile | undefined> {
  const { MAX_FILE_BYTES } = await import('../../import/import-file.ts');
  if (file.size > MAX_FILE_BYTES)
    throw new ImportError('too-large', { size: file.size, limit: MAX_FILE_BYTES });
  const bytes = await bytesOf(file);
  const read = await importInWorker(bytes, file.name, progress.signal);
  if (!read) return undefined;
  const { container, source, pictures, diagnostics, leftOut, choices } = read;
  const extension = source.format === 'markdown' ? '.md' : '.txt';
  // A meeting file knows the name of its speech.
  const outside = (container === 'meeting' && source.name ? source.name : file.name).replace(
    /\.(txt|md|markdown|docx|x?html?|mht|mhtml)$/i,
    '',
  );
  const stem = allowedStem(outside, extension.length) || nameFromText(source.text) || 'speech';
  const name = freeFileName(taken, stem + extension);
  if (container === 'text') await library.addFile(name, bytes);
  else {
    let { text } = source;
    for (const picture of pictures) {
      const kept = await keepPicture(library, picture.name, picture.bytes);
      if (kept !== picture.name) text = text.replaceAll(`](${picture.name})`, `](${encodeURI(kept)})`);
    }
    await library.create(name, text);
    keepRepairChoices(name, { ...keptChoices(choices), origin: source.origin });
    keepLeftOut(name, leftOutPieces(text, leftOut));
  }
  return { name, diagnostics };
}

/** @throws where a folder was dropped, or the file no longer exists */
export async function bytesOf(file: File): Promise<Uint8Array> {
  const bytes = await file.arrayBuffer().catch((error: unknown) => {
    throw new LibraryError('unreadable', { name: file.name, code: String(error) });
  });
  return new Uint8Array(bytes);
}

/**
 * Keeps a picture beside the speeches.
 *
 * @returns the name it has there: another one where its own is taken
 * @throws LibraryError
 */
export async function keepPicture(library: Library, wanted: string, bytes: Uint8Array): Promise<string> {
  const { stem: outside, extension } = splitName(wanted);
  // Its number behind it, too.
  const stem = allowedStem(outside, extension.length + 3) || 'picture';
  for (let number = 1; ; number++) {
    const name = `${stem}${number > 1 ? `-${number}` : ''}${extension.toLowerCase()}`;
    try {
      await library.addFile(name, bytes);
      return name;
    } catch (error) {
      if (!(error instanceof LibraryError && error.code === 'exists') || number >= 99) throw error;
    }
  }
}

/** A file from outside that could not become a speech. */
export interface RefusedFile {
  readonly name: string;
  readonly error: unknown;
}

/** Numbers of what an archive brought, and of what was here already. */
export interface ImportedArchive {
  readonly speeches: number;
  readonly pictures: number;
  readonly same: number;
}
