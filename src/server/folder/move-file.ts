import { access, link, lstat, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

/** File systems without hard links (memory sticks) say one of these. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/**
 * Gives a file another name and never replaces what is there.
 *
 * @throws the system's error, and the file has its old name only; `EEXIST` when the name is taken
 */
export async function moveFile(from: string, to: string): Promise<void> {
  // Its own name in other letters' case is taken by itself: only a plain rename can change the one into the other.
  if (from !== to && (await areOneEntry(from, to))) return rename(from, to);
  try {
    await link(from, to);
  } catch (error) {
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    const free = await access(to).then(
      () => false,
      () => true,
    );
    if (!free) throw Object.assign(new Error('EEXIST'), { code: 'EEXIST' });
    return rename(from, to);
  }
  try {
    await rm(from);
  } catch (error) {
    // It must not be in two places. Where its old name is gone by now, the new one is all it has.
    if (await areOneFile(from, to)) await rm(to).catch(() => undefined);
    throw error;
  }
}

/**
 * Whether two paths in one folder are spellings of one name there: disks of macOS and Windows do not tell A from a.
 *
 * @returns false for two links of one file, and where one of the paths leads to nothing
 */
export async function areOneEntry(one: string, other: string): Promise<boolean> {
  if (dirname(one) !== dirname(other) || !(await areOneFile(one, other))) return false;
  const names = await readdir(dirname(one));
  return !(names.includes(basename(one)) && names.includes(basename(other)));
}

/** Whether two paths lead to one file, by whatever names. */
export async function areOneFile(one: string, other: string): Promise<boolean> {
  // Whole numbers of Windows do not fit into others.
  const [a, b] = await Promise.all(
    [one, other].map((path) => lstat(path, { bigint: true }).catch(() => undefined)),
  );
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}
