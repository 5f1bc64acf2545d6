import { readFile as readBytes } from 'node:fs/promises';
import { basename } from 'node:path';
import { type CompileOptions, type CompileResult, compile } from '../compile/compile.ts';
import type { Encoding } from '../import/bytes.ts';
import type { KeptPicture } from '../import/document.ts';
import { ImportError } from '../import/import-error.ts';
import { importFile } from '../import/import-file.ts';
import { UserError } from './user-error.ts';

/** A speech file and all that its text gives. */
export interface LoadedSpeech extends CompileResult {
  readonly path: string;
  /** Of a text file or a page; undefined for a container that says its own. */
  readonly encoding?: Encoding;
  /** Pictures that came inside the file. */
  readonly pictures: readonly KeptPicture[];
}

/**
 * Reads and compiles a speech file: text, Markdown, Word or HTML.
 *
 * @param encoding of a text file; found by evidence if absent
 * @throws UserError when there is no such file or it cannot be read; ImportError when its bytes are no speech
 */
export async function loadSpeech(
  path: string,
  { encoding, ...options }: CompileOptions & { readonly encoding?: Encoding } = {},
): Promise<LoadedSpeech> {
  const bytes = await readBytes(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new UserError('file.missing', { path });
    if (error.code === 'EISDIR') throw new UserError('file.is-folder', { path });
    throw new UserError('file.unreadable', { path, code: error.code ?? String(error) });
  });
  const { source, decoded, pictures, problems } = importFile(bytes, basename(path), encoding);
  if (source.text.trim() === '') throw new ImportError('empty');
  const result = await compile(source, { ...options, noticed: problems });
  return { ...result, path, encoding: decoded?.encoding, pictures };
}
