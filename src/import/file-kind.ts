import { ImportError, type ImportErrorCode } from './import-error.ts';
import { latin1 } from './latin1.ts';
import { looksLikeWebArchive } from './web-archive.ts';
import { listZip, type ZipEntry } from './zip.ts';

/** What a file is by its bytes; its name says little. */
export type FileKind = 'docx' | 'web-archive' | 'other';

const ZIP = [0x50, 0x4b];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Archives by a file that only they hold. */
const ARCHIVES: readonly (readonly [RegExp, ImportErrorCode])[] = [
  [/^xl\/workbook\.(?:xml|bin)$/, 'spreadsheet'],
  [/^ppt\/presentation\.xml$/, 'presentation'],
  [/^META-INF\/container\.xml$/, 'epub'],
  [/^OFD\.xml$/i, 'ofd'],
  [/^(?:content\.xml|uof\.xml|content\.uof)$/, 'opendocument'],
];

/** Compound files (MS-CFB) by the name of a stream in them. The first that is found counts. */
const STREAMS: readonly (readonly [string, ImportErrorCode])[] = [
  ['EncryptedPackage', 'docx-encrypted'],
  ['WordDocument', 'old-doc'],
  ['Workbook', 'spreadsheet'],
  ['PowerPoint Document', 'presentation'],
];

/** Beginnings of text files that are stored documents. */
const STORED: readonly (readonly [RegExp, ImportErrorCode])[] = [
  [/<\?mso-application progid="(?:Word|Excel|PowerPoint)|<pkg:package\b|<w:wordDocument\b/, 'old-doc'],
];

/**
 * Tells a Word file and a web archive from text, and refuses what is neither.
 *
 * @throws ImportError that names what it is and what to do
 */
export function fileKind(bytes: Uint8Array, name: string): FileKind {
  if (startsWith(bytes, COMPOUND)) throw new ImportError(compoundKind(bytes, name));
  if (startsWith(bytes, ZIP) && [0x03, 0x05, 0x07].includes(bytes[2] ?? 0)) return zipKind(bytes, name);
  if (looksLikeWebArchive(bytes)) return 'web-archive';
  const start = latin1(bytes.subarray(0, 1500)).trimStart();
  for (const [pattern, code] of STORED) if (pattern.test(start)) throw new ImportError(code);
  return 'other';
}

function zipKind(bytes: Uint8Array, name: string): FileKind {
  let entries: ZipEntry[];
  try {
    entries = listZip(bytes);
  } catch (error) {
    // The list stands at the end: where it is missing, the first file tells what the whole was.
    const start = latin1(bytes.subarray(0, 2000));
    const word = /\.(?:docx|docm|dotx)$/i.test(name) || /\[Content_Types\]|word\/|_rels\//.test(start);
    if (error instanceof ImportError && error.code === 'docx-broken' && !word) throw new ImportError('zip');
    throw error;
  }
  const names = new Set(entries.map((entry) => entry.name));
  for (const [pattern, code] of ARCHIVES)
    if (entries.some((entry) => pattern.test(entry.name)) && !names.has('word/document.xml'))
      throw new ImportError(code);
  // Some programs name the main part otherwise; its folder is always there.
  if (names.has('[Content_Types].xml') && entries.some((entry) => /^word\/[^/]+\.xml$/.test(entry.name)))
    return 'docx';
  if (names.has('word/document.xml')) return 'docx';
  throw new ImportError('zip');
}

function compoundKind(bytes: Uint8Array, name: string): ImportErrorCode {
  for (const [stream, code] of STREAMS)
    if (holds(bytes, stream)) return code === 'old-doc' && /\.wps$/i.test(name) ? 'wps' : code;
  if (/\.(?:wps|wpt)$/i.test(name)) return 'wps';
  if (/\.(?:et|ett|xls)$/i.test(name)) return 'spreadsheet';
  return /\.(?:dps|ppt)$/i.test(name) ? 'presentation' : 'old-doc';
}

/** True if the name of a stream (UTF-16) is among the bytes. Directories stand at multiples of 128. */
function holds(bytes: Uint8Array, stream: string): boolean {
  for (let at = 512; at + stream.length * 2 + 2 <= bytes.length; at += 128) {
    let same = bytes[at + stream.length * 2] === 0;
    for (let i = 0; same && i < stream.length; i++)
      same = bytes[at + 2 * i] === stream.charCodeAt(i) && bytes[at + 2 * i + 1] === 0;
    if (same) return true;
  }
  return false;
}

function startsWith(bytes: Uint8Array, first: readonly number[]): boolean {
  return bytes.length >= first.length && first.every((byte, index) => bytes[index] === byte);
}
