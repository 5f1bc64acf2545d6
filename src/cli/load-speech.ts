import { readFile as readBytes } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Encoding } from '../import/bytes.ts';
import type { KeptPicture } from '../import/document.ts';
import { ImportError } from '../import/import-error.ts';
import { importFile } from '../import/import-file.ts';
import type { CleanText, RepairKind } from '../repair/clean-text.ts';
import { repair } from '../repair/repair.ts';
import { parse } from '../speech/parse.ts';
import type { Speech } from '../speech/types.ts';
import type { SourceText } from '../text/source.ts';
import { UserError } from './user-error.ts';

/** A speech file, through reading and parsing. */
export interface LoadedSpeech {
  readonly path: string;
  /** Of a text file or a page; undefined for a container that says its own. */
  readonly encoding?: Encoding;
  readonly source: SourceText;
  readonly clean: CleanText;
  readonly speech: Speech;
  /** Pictures that came inside the file. */
  readonly pictures: readonly KeptPicture[];
}

/** What the user decided about reading. */
export interface HowToRead {
  readonly encoding?: Encoding;
  /** Kinds of damage that are left as they are. */
  readonly keep?: readonly RepairKind[];
}

/**
 * Reads and parses a speech file: text, Markdown, Word or HTML.
 *
 * @throws UserError when there is no such file or it cannot be read; ImportError when its bytes are no speech
 */
export async function loadSpeech(path: string, how: HowToRead = {}): Promise<LoadedSpeech> {
  const bytes = await readBytes(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new UserError('file.missing', { path });
    if (error.code === 'EISDIR') throw new UserError('file.is-folder', { path });
    throw new UserError('file.unreadable', { path, code: error.code ?? String(error) });
  });
  const { source, decoded, pictures, problems } = importFile(bytes, basename(path), how.encoding);
  if (source.text.trim() === '') throw new ImportError('empty');
  const repaired = repair(source, { disabled: how.keep });
  const clean = { ...repaired, problems: [...problems, ...repaired.problems] };
  return { path, encoding: decoded?.encoding, source, clean, speech: parse(clean), pictures };
}
