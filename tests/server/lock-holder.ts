/** What `folder-lock.test.ts` runs in processes of its own: adds one to a number in a file, again and again. */
export const HOLDER = `
  import { readFile, realpath, writeFile } from 'node:fs/promises';
  import { join } from 'node:path';
  const [, , module, folder, times] = process.argv;
  const { FolderLock } = await import(module);
  const lock = new FolderLock(() => realpath(folder));
  const file = join(folder, 'count.txt');
  for (let time = 0; time < Number(times); time++)
    await lock.hold(async () => {
      const before = Number(await readFile(file, 'utf8'));
      await new Promise((resolve) => setTimeout(resolve, 1));
      await writeFile(file, String(before + 1));
      if (process.argv[5] === 'die' && time === Number(times) - 1) process.kill(process.pid, 'SIGKILL');
    });
`;
