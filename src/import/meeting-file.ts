import { strToU8 } from 'fflate';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { SourceText } from '../text/source.ts';
import { decodeBase64 } from './base64.ts';
import { crc32 } from './crc32.ts';
import type { KeptPicture } from './document.ts';
import { ImportError } from './import-error.ts';

/*
 * The part of a meeting file (src/export/meeting) that is read again: the author's text as it was, with its pictures. Slides and
 * pages in it are made from that text anew.
 */

/** Ids of the script elements that hold it as JSON. */
export const SPEECH_BLOCK = 'jiangtai-speech';
export const PICTURES_BLOCK = 'jiangtai-pictures';
/** Content of `<meta name="generator">`. */
export const GENERATOR = 'Jiangtai';

/** What an author decided about repairs: kinds, and keys of single ones. */
export interface SpeechChoices {
  readonly disabled: readonly string[];
  readonly undone: readonly string[];
}

export interface SpeechBlock {
  /** Of this form of file; another one is not read. */
  readonly version: 1;
  readonly source: SourceText;
  readonly choices?: SpeechChoices;
  /** Of the text, UTF-8: another program may have changed it. */
  readonly checksum: number;
}

/** `data:` address of each picture, as the author named it. */
export type PicturesBlock = Readonly<Record<string, string>>;

export interface MeetingSource {
  readonly source: SourceText;
  readonly choices: SpeechChoices;
  readonly pictures: readonly KeptPicture[];
  readonly diagnostics: readonly Diagnostic[];
}

const NO_CHOICES: SpeechChoices = { disabled: [], undone: [] };

/** The block of a speech. */
export function speechBlock(source: SourceText, choices: SpeechChoices | undefined): SpeechBlock {
  return { version: 1, source, ...(choices && { choices }), checksum: checksum(source.text) };
}

/**
 * Reads a meeting file.
 *
 * @param html decoded
 * @returns undefined when the page is none
 * @throws ImportError `meeting-file` when another program has saved it and the author's text is no longer in it;
 *   `meeting-newer` when a later Jiangtai has written it
 */
export function readMeetingFile(html: string): MeetingSource | undefined {
  if (!isMeetingFile(html)) return undefined;
  const block = parsed(html, SPEECH_BLOCK);
  if (block !== undefined && typeof block.version === 'number' && block.version > 1)
    throw new ImportError('meeting-newer');
  const source = sourceOf(block?.source);
  if (block === undefined || source === undefined) throw new ImportError('meeting-file');
  const changed = block.checksum !== checksum(source.text);
  const notice: Diagnostic = {
    code: 'meeting-changed',
    severity: 'warning',
    values: {},
    range: { start: 0, end: 0 },
  };
  return {
    source,
    choices: choicesOf(block.choices),
    pictures: Object.entries(parsed(html, PICTURES_BLOCK) ?? {}).flatMap(picture),
    diagnostics: changed ? [notice] : [],
  };
}

/** How far from its beginning a file says what it is: its policy stands before. */
const HEAD = 4000;

/** Another program may have changed the case or the quotation marks of the tags. */
function isMeetingFile(html: string): boolean {
  const head = html.slice(0, HEAD);
  return (
    /<html\b[^>]*\bdata-file=/i.test(head) &&
    new RegExp(`<meta\\b[^>]*\\bcontent=["']?${GENERATOR}\\b`, 'i').test(head)
  );
}

type Unknown = Readonly<Record<string, unknown>>;

/** The object in a block; undefined where the block is missing or is not whole. */
function parsed(html: string, id: string): Unknown | undefined {
  const begin = new RegExp(`<script\\b[^>]*\\bid=["']?${id}["'\\s>]`, 'i').exec(html);
  if (begin === null) return undefined;
  const from = html.indexOf('>', begin.index) + 1;
  const to = html.toLowerCase().indexOf('</script', begin.index);
  if (from === 0 || to < from) return undefined;
  try {
    const value: unknown = JSON.parse(html.slice(from, to));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function sourceOf(value: unknown): SourceText | undefined {
  if (!isObject(value)) return undefined;
  const { text, format, name, origin } = value;
  if (typeof text !== 'string' || (format !== 'plain' && format !== 'markdown')) return undefined;
  const from = origin === 'docx' || origin === 'html' ? origin : undefined;
  return { text, format, name: typeof name === 'string' ? name : '', ...(from && { origin: from }) };
}

function choicesOf(value: unknown): SpeechChoices {
  if (!isObject(value)) return NO_CHOICES;
  const texts = (list: unknown) =>
    Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : [];
  return { disabled: texts(value.disabled), undone: texts(value.undone) };
}

/** A picture under its name; none where the name is no path below the speech. */
function picture([address, data]: [string, unknown]): KeptPicture[] {
  const [, type, base64] = /^data:(image\/[\w.+-]+);base64,(.*)$/s.exec(String(data)) ?? [];
  const bytes = base64 === undefined ? undefined : decodeBase64(base64);
  const name = decoded(address).replace(/^\.\//, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no such name is a file of the author's
  const outside = /^\/|(?:^|\/)\.\.(?:\/|$)|[\\:\x00-\x1f]/.test(name);
  return type && bytes && name !== '' && !outside ? [{ name, bytes, type }] : [];
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function isObject(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checksum(text: string): number {
  return crc32(strToU8(text));
}
