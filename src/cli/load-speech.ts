import { readFile as readBytes } from 'node:fs/promises';
import { basename } from 'node:path';
import { type CompileOptions, type CompileResult, compile } from '../compile/compile.ts';
import { UserFacingError } from '../i18n/user-facing-error.ts';
import type { Encoding } from '../import/bytes.ts';
import type { KeptPicture } from '../import/document.ts';
import { ImportError } from '../import/import-error.ts';
import { importFile } from '../import/import-file.ts';
import { type LeftOut, type LeftOutKind, takeBack } from '../import/left-out.ts';
import type { SpeechChoices } from '../import/meeting-file.ts';
import { presentKind, REPAIR_KINDS } from '../repair/clean-text.ts';
import { UserError } from './user-error.ts';

/** A speech file and all that its text gives. */
export interface LoadedSpeech extends CompileResult {
  readonly path: string;
  /** Of a text file or a page; undefined for a container that says its own. */
  readonly encoding?: Encoding;
  /** Pictures that came inside the file. */
  readonly pictures: readonly KeptPicture[];
  /** What a Word file or a page holds besides the speech, by its place in the source. */
  readonly leftOut: readonly LeftOut[];
  /** What is not repaired: by the command line, and by the meeting file that was read. */
  readonly choices: SpeechChoices;
  /** Of a Word file or a page: where its paragraphs begin in the source. */
  readonly paragraphs?: readonly number[];
}

/** What the user decided about reading and showing. */
export interface LoadOptions extends CompileOptions {
  /** Of a text file; found by evidence if absent. */
  readonly encoding?: Encoding;
  /** Kinds of what reading leaves out that are taken back. */
  readonly takeBack?: readonly LeftOutKind[];
}

/**
 * Reads and compiles a speech file: text, Markdown, Word or HTML.
 *
 * @throws UserError when there is no such file, it cannot be read, or reading it fails by a fault of ours; ImportError when its bytes are no speech
 */
export async function loadSpeech(
  path: string,
  { encoding, takeBack: kinds = [], ...options }: LoadOptions = {},
): Promise<LoadedSpeech> {
  try {
    return await readSpeech(path, kinds, encoding, options);
  } catch (error) {
    if (error instanceof UserFacingError) throw error;
    // A fault of ours that this file brings out. Of a stack overflow the name is all there is.
    throw new UserError('file.not-understood', { path, reason: (error as Error).message });
  }
}

async function readSpeech(
  path: string,
  kinds: readonly LeftOutKind[],
  encoding: Encoding | undefined,
  options: CompileOptions,
): Promise<LoadedSpeech> {
  const bytes = await readBytes(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new UserError('file.missing', { path });
    if (error.code === 'EISDIR') throw new UserError('file.is-folder', { path });
    throw new UserError('file.unreadable', { path, code: error.code ?? String(error) });
  });
  const file = importFile(bytes, basename(path), encoding);
  if (file.source.text.trim() === '') throw new ImportError('empty');
  const { text, leftOut, move } = takeBack(file.source.text, file.source.format, file.leftOut, kinds);
  const noticed = file.diagnostics.map((diagnostic) => ({
    ...diagnostic,
    range: { start: move(diagnostic.range.start), end: move(diagnostic.range.end) },
  }));
  // What is taken back from around an article is not to be taken out again as a page's foot.
  const around = kinds.some((kind) => kind === 'navigation' || kind === 'surroundings');
  const kept = new Set([...(options.disabled ?? []), ...(file.choices?.disabled ?? []).map(presentKind)]);
  const chosen = REPAIR_KINDS.filter((kind) => kept.has(kind));
  const disabled = [...chosen, ...(around ? (['boilerplate'] as const) : [])];
  const undone = [...(options.undone ?? []), ...(file.choices?.undone ?? [])];
  const result = await compile({ ...file.source, text }, { ...options, disabled, undone, noticed });
  return {
    ...result,
    path,
    encoding: file.decoded?.encoding,
    pictures: file.pictures,
    leftOut,
    choices: { disabled: chosen, undone },
    ...(file.paragraphs && { paragraphs: file.paragraphs.map(move) }),
  };
}
