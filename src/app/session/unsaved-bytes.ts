import { encodeLike } from '../../library/text-bytes.ts';
import type { Workspace } from './workspace.ts';

/**
 * Saves a speech if it is the open one, and gives what the library did not take: there is no room, nobody answers, or
 * the user still has to choose. What the library has is older then, and must not leave it as if it were the speech.
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
  // Another speech may be shown by now: this one's text is then as it was when it was asked for.
  return encodeLike(before, session === space.session ? space.text : text).bytes;
}
