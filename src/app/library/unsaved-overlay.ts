import type { Library } from '../../library/library.ts';

/**
 * A library as it would be if it had taken the text of one speech, for reading only. A speech that was deleted is in it,
 * without the versions that went with it.
 *
 * @param bytes of the text as it is
 */
export async function unsavedOverlay(library: Library, name: string, bytes: Uint8Array): Promise<Library> {
  const listing = await library.list();
  const there = listing.speeches.some((speech) => speech.name === name);
  const entry = { name, title: '', bytes: bytes.length, modified: Date.now(), revision: '' };
  const speeches = [...listing.speeches.filter((speech) => speech.name !== name), entry];
  const read: Pick<Library, 'list' | 'bytes' | 'versions'> = {
    list: async () => ({ ...listing, speeches }),
    bytes: async (asked) => (asked === name ? bytes : library.bytes(asked)),
    versions: async (asked) => (asked === name && !there ? [] : library.versions(asked)),
  };
  return Object.assign(Object.create(library) as Library, read);
}
