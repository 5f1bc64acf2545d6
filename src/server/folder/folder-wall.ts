import { realpath } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';

/** More layers of `%25` than any server takes off. */
const LAYERS = 4;
/** Ways of the dev server to files by their place on the disk. */
const BY_PLACE = /^\/(?:@fs|@id)(?=\/)/;

/**
 * Whether an address that the API does not answer for leads into the folder of speeches all the same: by another
 * spelling (`/%73peeches/…`, `/./speeches/…`, other letters' case), by its place on the disk (`/@fs/…`), or by a link.
 * The server that gives out the program's files would give out speeches to anybody, and a picture or page
 * among them as a document with the app's rights.
 *
 * @param root folder of the program's files
 * @param folder folder of the speeches
 * @param url of the request, as it came
 */
export async function leadsIntoFolder(root: string, folder: string, url: string): Promise<boolean> {
  const walls = new Set([folder, await real(folder)].map(comparable));
  const program = comparable(root);
  for (const path of spellings(url)) {
    // As if it were below the program's folder, and as a place on the disk.
    const places = [resolve(root, `.${path}`), resolve(path)];
    // By its name first: links are looked through only where that says nothing, and a page asks for hundreds of files.
    for (const place of new Set([...places, await real(places[0]!), await real(places[1]!)]))
      for (const wall of walls) if (isBehind(wall, comparable(place), program)) return true;
  }
  return false;
}

/** A folder of speeches around the program (a home folder, say) has only its own files walled off. */
function isBehind(wall: string, place: string, root: string): boolean {
  const beyond = `${place}${sep}`.startsWith(wall + sep);
  if (!beyond || !`${root}${sep}`.startsWith(wall + sep)) return beyond;
  return root !== wall && dirname(place) === wall && !`${root}${sep}`.startsWith(place + sep);
}

/** The path of an address, as servers may come to understand it. */
function spellings(url: string): Set<string> {
  const found = new Set<string>();
  let path = url.split(/[?#]/, 1)[0]!;
  for (let layer = 0; layer < LAYERS; layer++) {
    const plain = path.replaceAll('\\', '/').replace(/\/{2,}/g, '/');
    found.add(plain);
    for (let place = plain; BY_PLACE.test(place); ) {
      place = place.replace(BY_PLACE, '');
      found.add(place);
    }
    try {
      path = decodeURIComponent(path);
    } catch {
      break; // nothing more to take off
    }
  }
  return new Set([...found].filter((path) => !path.includes('\0')));
}

/** Through links, and with the long names of Windows; a place that is not there as it is. */
async function real(place: string): Promise<string> {
  return realpath(place).catch(() => place);
}

/** Disks of Windows and Macs do not tell A from a, nor one way of composing a character from another. */
function comparable(place: string): string {
  return place.normalize('NFC').toLowerCase();
}
