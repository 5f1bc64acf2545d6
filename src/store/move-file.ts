import { access, link, rename, rm } from 'node:fs/promises';

/** File systems without hard links (memory sticks) say one of these. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/**
 * Gives a file another name and never replaces what is there.
 *
 * @throws the system's error; `EEXIST` when the name is taken
 */
export async function moveFile(from: string, to: string): Promise<void> {
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
  await rm(from);
}
