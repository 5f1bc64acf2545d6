import { pictureType } from '../text/media-types.ts';
import { endWithout, trimmedOf } from '../text/trim.ts';
import type { LibraryErrorCode } from './library-error.ts';
import { guessTitle } from './title-guess.ts';

/** Bytes of UTF-8; file systems stop at 255, and the temporary file's name is longer than the speech's. */
export const MAX_NAME_BYTES = 200;

/** File name extensions of speeches. */
export const SPEECH_EXTENSIONS = ['.txt', '.md'] as const;

/** Separators, what Windows forbids, controls, invisible characters that make one name look like another. */
const FORBIDDEN = /[/\\<>:"|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
/** Devices of Windows, with any extension. */
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/**
 * What is wrong with a file name, or undefined if it may name a speech: one name without folders, not
 * hidden, `.txt` or `.md`, at most {@link MAX_NAME_BYTES} bytes. Any script may be used.
 */
export function speechNameProblem(name: string): LibraryErrorCode | undefined {
  const problem = fileNameProblem(name);
  if (problem) return problem;
  if (!SPEECH_EXTENSIONS.some((extension) => name.toLowerCase().endsWith(extension)))
    return 'wrong-extension';
  return undefined;
}

/** The same for a picture beside a speech. */
export function pictureNameProblem(name: string): LibraryErrorCode | undefined {
  return fileNameProblem(name) ?? (pictureType(name) === undefined ? 'wrong-extension' : undefined);
}

function fileNameProblem(name: string): LibraryErrorCode | undefined {
  if (new TextEncoder().encode(name).length > MAX_NAME_BYTES) return 'name-too-long';
  if (name === '' || name.startsWith('.') || name.includes('..') || /^\s|[\s.]$/u.test(name))
    return 'bad-name';
  if (FORBIDDEN.test(name) || DEVICE.test(name)) return 'bad-name';
  // ".txt" alone was caught as hidden; "x.txt" needs something before the dot.
  return undefined;
}

/**
 * A stem that a file here may have, from one that a file has elsewhere: without what is forbidden, cut to what fits.
 * Empty when nothing is left.
 *
 * @param room bytes of UTF-8 that have to stay free for what comes behind it
 */
export function allowedStem(stem: string, room: number): string {
  const allowed = [...stem].filter((character) => !FORBIDDEN.test(character)).join('');
  const clean = trimmedOf(allowed.replace(/\.{2,}/g, '.'), /[\s.]/);
  return DEVICE.test(clean) ? '' : cutToBytes(clean, MAX_NAME_BYTES - room);
}

/** The longest beginning that fits, of whole characters as UTF-8 counts them. */
export function cutToBytes(text: string, bytes: number): string {
  let kept = '';
  let room = bytes;
  for (const character of text) {
    room -= new TextEncoder().encode(character).length;
    if (room < 0) break;
    kept += character;
  }
  return kept.length === text.length ? text : kept.slice(0, endWithout(kept, /[\s.]/));
}

/** Characters of a name that is made from a title. */
const TITLE_LENGTH = 30;

/**
 * What is offered as the new name of a speech: that of its title where it was begun blank, under a name that says nothing.
 *
 * @param stem its name now, without extension
 * @param blank names of speeches that are begun blank, in every language; a number behind one keeps apart several
 */
export function renameSuggestion(stem: string, text: string, blank: readonly string[]): string {
  const unnamed = blank.includes(stem.replace(/ \d+$/, ''));
  return (unnamed && nameFromText(text)) || stem;
}

/** A file name, without extension, from the first line of a text; empty when it has no letters there. */
export function nameFromText(text: string): string {
  const title = guessTitle(text.normalize('NFC')).replaceAll('\u3000', ' ');
  const allowed = [...title].filter((character) => !FORBIDDEN.test(character)).join('');
  const short = [...allowed.replace(/\.{2,}/g, ' ').replace(/^[\s.]+/, '')].slice(0, TITLE_LENGTH).join('');
  const name = short.slice(0, endWithout(short, /[\s.]/));
  return name !== '' && !DEVICE.test(name) ? name : '';
}
