import { randomBytes } from 'node:crypto';
import { lstat, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { speechNameProblem } from '../../library/speech-name.ts';
import { VERSIONS_FOLDER } from '../../library/version-files.ts';
import { BOOKKEEPING } from './folder-lock.ts';
import { hiddenFolder, namesIn } from './hidden-folder.ts';
import { areOneEntry, areOneFile } from './move-file.ts';
import { writeAtomically } from './write-atomically.ts';

/** Folder of removed speeches, in the folder of speeches. */
export const TRASH = '.trash';
/** `TIME-xxxxxxxx` of a removed speech. */
export const TRASH_ID = /^(\d{1,16})-[0-9a-f]{8}$/;
const RECORD = /^move-[0-9a-f]{16}\.json$/;
/** A file that `writeAtomically` had not given its name yet. Only of kinds that this server writes. */
const UNFINISHED = /^\..+\.(txt|md|png|jpe?g|gif|webp|avif|svg|label|json|[0-9a-f]{8})\.[0-9a-f]{8}\.part$/i;

/** A move of a speech and its versions, which takes several steps on the disk. */
export type Move =
  | { readonly kind: 'rename'; readonly name: string; readonly to: string }
  | { readonly kind: 'remove'; readonly name: string; readonly id: string }
  | { readonly kind: 'forget'; readonly name: string; readonly id: string }
  | { readonly kind: 'restore'; readonly name: string; readonly id: string; readonly to: string };

/**
 * Does the steps of a move. Until they are done, or undone, a record in `.jiangtai` names the move, so that whoever takes
 * the lock after a crash can finish it ({@link finishMoves}).
 *
 * @param root real path of the folder, whose lock is held
 */
export async function whileRecorded<Result>(
  root: string,
  move: Move,
  steps: () => Promise<Result>,
): Promise<Result> {
  const folder = await hiddenFolder(root, BOOKKEEPING);
  const record = join(folder, `move-${randomBytes(8).toString('hex')}.json`);
  await writeAtomically(record, new TextEncoder().encode(JSON.stringify(move)), { create: true });
  try {
    return await steps();
  } finally {
    await rm(record, { force: true });
  }
}

/**
 * Finishes what killed processes have left: a speech under two names, or apart from its versions, has one name
 * and its versions again; files that never got their name are deleted.
 *
 * @param root real path of the folder, whose lock is held
 */
export async function finishMoves(root: string): Promise<void> {
  const folder = await hiddenFolder(root, BOOKKEEPING);
  for (const file of await namesIn(folder)) {
    if (!RECORD.test(file)) continue;
    const move = parseMove(await readFile(join(folder, file), 'utf8'));
    if (move) await finish(root, move);
    await rm(join(folder, file), { force: true });
  }
  const versions = await hiddenFolder(root, VERSIONS_FOLDER);
  const places = [root, folder, await hiddenFolder(root, '.originals')];
  for (const name of await namesIn(versions)) places.push(join(versions, name));
  for (const place of places)
    for (const name of await namesIn(place))
      if (UNFINISHED.test(name)) await rm(join(place, name), { force: true });
}

/** Names are checked: the folder may be shared, and a record written by somebody else. */
function parseMove(json: string): Move | undefined {
  try {
    const { kind, name, to, id } = JSON.parse(json) as Record<string, string>;
    const named = (value: unknown) => typeof value === 'string' && speechNameProblem(value) === undefined;
    const known =
      named(name) &&
      (kind === 'rename'
        ? named(to)
        : ['remove', 'forget', 'restore'].includes(kind!) &&
          TRASH_ID.test(String(id)) &&
          (kind !== 'restore' || named(to)));
    return known ? ({ kind, name, to, id } as Move) : undefined;
  } catch {
    return undefined;
  }
}

async function finish(root: string, move: Move): Promise<void> {
  const versionsOf = (name: string) => hiddenFolder(root, VERSIONS_FOLDER, name);
  if (move.kind === 'rename') {
    const [from, to] = [join(root, move.name), join(root, move.to)];
    if (await isOnlyAt(from, to)) await moveFolder(await versionsOf(move.name), await versionsOf(move.to));
    return;
  }
  const place = await hiddenFolder(root, TRASH, move.id);
  const inBin = join(place, move.name);
  if (move.kind === 'forget') await rm(place, { recursive: true, force: true });
  else if (move.kind === 'remove') {
    if (await isOnlyAt(join(root, move.name), inBin))
      await moveFolder(await versionsOf(move.name), join(place, VERSIONS_FOLDER));
    else await rmdir(place).catch(() => undefined);
  } else if (await isOnlyAt(inBin, join(root, move.to))) {
    await moveFolder(join(place, VERSIONS_FOLDER), await versionsOf(move.to));
    await rm(place, { recursive: true, force: true });
  }
}

/** Whether a file has its new name; its old one is taken away then. False when the move had not begun. */
async function isOnlyAt(from: string, to: string): Promise<boolean> {
  if (!(await exists(to))) return false;
  if (!(await exists(from))) return true;
  if (await areOneEntry(from, to)) return true;
  if (!(await areOneFile(from, to))) return false;
  await rm(from);
  return true;
}

async function moveFolder(from: string, to: string): Promise<void> {
  if (!(await exists(from))) return;
  if (!(await areOneEntry(from, to))) await rm(to, { recursive: true, force: true });
  await rename(from, to);
}

function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
