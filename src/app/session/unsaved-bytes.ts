import { encodeLike } from '../../library/text-bytes.ts';
import type { Workspace } from './workspace.ts';

/**
 * Saves a speech if it is open, and returns its text where the library refused it (no room, no server, a conflict): copies
 * and exports must not have the older text of the library.
 *
 * @returns the text as it is, in the manner of its file (UTF-8 where that cannot be read); undefined when the library
 *   has it
 */
export async function unsavedBytes(space: Workspace, name: string): Promise<Uint8Array | undefined> {
  const { session, text } = space;
  if (!session || session.name !== name) return undefined;
  await session.save();
  if (!session.dirty) return undefined;
  const library = await space.library.opened;
  const before = await library.bytes(name).catch(() => new Uint8Array());
  // Another speech may be open now: then the text as it was before the save.
  return encodeLike(before, session === space.session ? space.text : text).bytes;
}
