import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { KeptPicture } from '../../import/document.ts';
import type { SourceText } from '../../text/source.ts';

/** A speech file, as far as its pictures need it. */
export interface PicturedSpeech {
  readonly path: string;
  readonly source: SourceText;
  /** Pictures that came inside the file. */
  readonly pictures: readonly KeptPicture[];
}

/** Address of a picture in the text of a speech. */
const PICTURE = /!\[[^\]\n]*\]\(([^()\s]+)\)/g;

/** Whether an address is a path that stays in the folder of the speech. */
export function namesFile(name: string): boolean {
  return name !== '' && !/[\\:]|(?:^|\/)\.\.(?:\/|$)|^\//.test(name);
}

/**
 * Runs `use` with a path beside which all pictures of the speech are found: its own, or, where some came
 * inside the file, one in a folder that is there for the run.
 */
export async function withPictureFolder<T>(
  { path, pictures, source }: PicturedSpeech,
  use: (speechPath: string) => Promise<T>,
): Promise<T> {
  if (pictures.length === 0) return use(path);
  const folder = await mkdtemp(join(tmpdir(), 'jiangtai-pictures-'));
  try {
    for (const { name, bytes } of pictures) {
      if (!namesFile(name)) continue;
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), bytes);
    }
    // A page may hold some of its pictures and name others beside it.
    const own = new Set(pictures.map(({ name }) => name));
    for (const [, name] of source.text.matchAll(PICTURE)) {
      if (name === undefined || own.has(name) || !namesFile(name)) continue;
      await mkdir(dirname(join(folder, name)), { recursive: true });
      // A picture that is not there is reported when the page misses it.
      await copyFile(join(dirname(path), name), join(folder, name)).catch(() => {});
    }
    return await use(join(folder, basename(path)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
