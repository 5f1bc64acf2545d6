import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { decodeBytes, type Encoding } from '../read/bytes.ts';
import { read } from '../read/read.ts';
import { ReadingError } from '../read/reading-error.ts';
import type { CleanText, RepairKind, SourceText } from '../read/types.ts';
import { parse } from '../speech/parse.ts';
import type { Speech } from '../speech/types.ts';
import { UserError } from './user-error.ts';

/** A speech file, through reading and parsing. */
export interface LoadedSpeech {
  readonly path: string;
  /** Of a text file; undefined for a container that says its own. */
  readonly encoding?: Encoding;
  readonly source: SourceText;
  readonly clean: CleanText;
  readonly speech: Speech;
}

/** What the user decided about reading. */
export interface HowToRead {
  readonly encoding?: Encoding;
  /** Kinds of damage that are left as they are. */
  readonly keep?: readonly RepairKind[];
}

/**
 * Reads and parses a speech file.
 *
 * @throws UserError when there is no such file or it cannot be read; ReadingError when its bytes are no text
 */
export async function loadSpeech(path: string, how: HowToRead = {}): Promise<LoadedSpeech> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new UserError('file.missing', { path });
    if (error.code === 'EISDIR') throw new UserError('file.is-folder', { path });
    throw new UserError('file.unreadable', { path, code: error.code ?? String(error) });
  });
  const decoded = decodeBytes(bytes, how.encoding);
  const source: SourceText = {
    text: decoded.text,
    format: extname(path).toLowerCase() === '.md' ? 'markdown' : 'plain',
    name: basename(path),
  };
  if (source.text.trim() === '') throw new ReadingError('empty');
  const clean = read(source, { disabled: how.keep });
  return { path, encoding: decoded.encoding, source, clean, speech: parse(clean) };
}
