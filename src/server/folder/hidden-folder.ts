import { readdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fromSystemError, LibraryError } from '../../library/library-error.ts';

/**
 * Path of a folder of ours inside the folder of speeches, there or not.
 *
 * @param root real path of the folder of speeches
 * @throws LibraryError `outside-folder` when a link stands there that leads out: what is kept would go elsewhere
 */
export async function hiddenFolder(root: string, ...parts: readonly string[]): Promise<string> {
  let place = root;
  for (const part of parts) {
    place = join(place, part);
    const real = await realpath(place).catch(() => place);
    if (!real.startsWith(root + sep)) throw new LibraryError('outside-folder', { name: part });
  }
  return place;
}

/**
 * Names in a folder of ours; none where it is not there.
 *
 * @throws LibraryError when it is there and cannot be listed: nobody may take that for an empty one
 */
export async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw fromSystemError(error, folder, 'read');
  });
}
