import { randomBytes } from 'node:crypto';
import { access, constants, type FileHandle, link, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** The system calls used, so that a test can make each of them fail. */
export interface FileSystem {
  access(path: string, mode: number): Promise<void>;
  open(path: string, flags: string, mode: number): Promise<FileHandle>;
  link(existing: string, path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  rm(path: string, options: { force: boolean }): Promise<void>;
  stat(path: string): Promise<{ mode: number }>;
}

const system: FileSystem = { access, open, link, rename, rm, stat };

/** Permissions of a new file, before the umask. */
const NEW_FILE_MODE = 0o666;
/** Windows, network drives, and folders that may be written and not listed say one of these. */
const NO_FOLDER_SYNC = new Set([
  'EPERM',
  'EACCES',
  'EISDIR',
  'EINVAL',
  'EBADF',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
]);

/**
 * Writes a file whole or not at all: to a hidden file beside it, brought safely to disk, which then takes
 * its name. Permissions stay; a file its owner made read-only is refused although the folder would let it go.
 *
 * @param create the file must not exist; another program that was faster is never overwritten. `if-missing`: it may exist,
 *   and is replaced then. Default: it must exist
 * @param beforeRename called when the bytes are on the disk under another name; what it throws ends the write
 * @throws the system's error; nothing is left behind then. Only when the disk breaks at the very last step, the file has
 *   its new bytes already, and a power cut may take them back
 */
export async function writeAtomically(
  path: string,
  bytes: Uint8Array,
  {
    create = false,
    files = system,
    beforeRename = async () => undefined,
  }: { create?: boolean | 'if-missing'; files?: FileSystem; beforeRename?: () => Promise<void> } = {},
): Promise<void> {
  const mode = create === true ? undefined : await writableMode(path, create === 'if-missing', files);
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.part`);
  try {
    const file = await files.open(temporary, 'wx', mode ?? NEW_FILE_MODE);
    try {
      if (mode !== undefined) await file.chmod(mode);
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await beforeRename();
    if (create === true) {
      // A hard link fails where the name is taken; a rename would replace what is there.
      await files.link(temporary, path);
      await files.rm(temporary, { force: true });
    } else {
      await files.rename(temporary, path);
    }
  } catch (error) {
    await files.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path), files);
}

/**
 * Permissions of a file that may be written.
 *
 * @returns undefined where there is no such file, if it may be missing
 * @throws the system's error
 */
async function writableMode(
  path: string,
  mayBeMissing: boolean,
  files: FileSystem,
): Promise<number | undefined> {
  try {
    await files.access(path, constants.W_OK);
    return (await files.stat(path)).mode & 0o777;
  } catch (error) {
    if (mayBeMissing && (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Which file has a name is on the disk only when its folder is: until then a power cut brings the old one back. */
async function syncFolder(path: string, files: FileSystem): Promise<void> {
  try {
    const folder = await files.open(path, 'r', 0);
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (error) {
    if (!NO_FOLDER_SYNC.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
