import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from './user-error.ts';

/**
 * Writes a file whole or not at all: to a temporary file beside it, which then takes its name.
 *
 * @throws UserError `file.cannot-write` when the folder or the disk refuses
 */
export async function writeAtomically(path: string, data: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new UserError('file.cannot-write', {
      path,
      code: (error as NodeJS.ErrnoException).code ?? String(error),
    });
  }
}
