import { access, constants, stat } from 'node:fs/promises';

/** What is asked of the system; tests pass their own. */
export interface FolderQuestions {
  stat(path: string): Promise<{ isDirectory(): boolean }>;
  access(path: string, mode: number): Promise<void>;
}

/**
 * Why a folder cannot hold speeches; undefined when it can be read and written. Nothing is written to find out.
 *
 * @param path of the folder
 */
export async function folderProblem(
  path: string,
  system: FolderQuestions = { stat, access },
): Promise<'missing' | 'unreadable' | 'read-only' | undefined> {
  try {
    if (!(await system.stat(path)).isDirectory()) return 'missing';
    await system.access(path, constants.R_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable';
  }
  return system.access(path, constants.W_OK).then(
    () => undefined,
    () => 'read-only' as const,
  );
}
