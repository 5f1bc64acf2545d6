import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeAtomically } from '../server/folder/write-atomically.ts';
import { UserError } from './user-error.ts';

/**
 * Writes a command's output, whole or not at all; missing folders are made, an older output is replaced.
 *
 * @throws UserError `file.cannot-write` when the folder or the disk refuses
 */
export async function writeOutput(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeAtomically(path, bytes, { create: 'if-missing' });
  } catch (error) {
    throw new UserError('file.cannot-write', {
      path,
      code: (error as NodeJS.ErrnoException).code ?? String(error),
    });
  }
}
