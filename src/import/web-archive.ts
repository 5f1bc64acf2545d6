import { decodeBase64 } from './base64.ts';
import { latin1 } from './latin1.ts';

/** A page stored in one file with what belongs to it (MHTML, RFC 2557). */
export interface WebArchive {
  readonly page: Uint8Array;
  /** What the archive says of the page's encoding. */
  readonly charset?: string;
  /** Pictures and frames by address and by content id, as the page calls them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Archives nest a multipart/alternative in a multipart/related. */
const DEEPEST = 4;
/** Where the head of an archive is looked for. */
const HEAD = 4000;

/** True for the head of a MIME message of several parts, whatever program and language wrote it. */
export function looksLikeWebArchive(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, HEAD))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (!/^[A-Za-z][A-Za-z-]*:/.test(head)) return false;
  const fields = head.split(/\r?\n\r?\n/)[0]!;
  return /^MIME-Version:/im.test(fields) && /^Content-Type:\s*(?:multipart\/|text\/html)/im.test(fields);
}

/** @returns undefined where the archive holds no page */
export function readWebArchive(bytes: Uint8Array): WebArchive | undefined {
  const files = new Map<string, Uint8Array>();
  let page: { bytes: Uint8Array; charset?: string } | undefined;
  const read = (text: string, depth: number): void => {
    const gap = /\r?\n\r?\n/.exec(text);
    if (gap === null) return;
    const fields = fieldsOf(text.slice(0, gap.index));
    const body = text.slice(gap.index + gap[0].length);
    const type = fields.get('content-type') ?? 'text/plain';
    const boundary = parameter(type, 'boundary');
    if (/^multipart\//i.test(type) && boundary !== undefined && depth < DEEPEST) {
      const parts = body.split(new RegExp(`(?:^|\\r?\\n)--${boundary.replace(/[^\w]/g, '\\$&')}`));
      for (const part of parts.slice(1))
        if (!part.startsWith('--')) read(part.replace(/^[ \t]*\r?\n/, ''), depth + 1);
      return;
    }
    const content = decoded(body, fields.get('content-transfer-encoding') ?? '');
    if (/^(?:text\/html|application\/xhtml)/i.test(type))
      page ??= { bytes: content, charset: parameter(type, 'charset') };
    for (const [field, name] of [
      ['content-location', ''],
      ['content-id', 'cid:'],
    ] as const) {
      const value = fields.get(field)?.replace(/^<|>$/g, '');
      if (value) files.set(name + value, content);
    }
  };
  read(
    latin1(bytes)
      .replace(/^\u00ef\u00bb\u00bf/, '')
      .trimStart(),
    0,
  );
  return page && { page: page.bytes, charset: page.charset, files };
}

/** Header fields by lower-case name; a line that begins with white space goes on with the one before. */
function fieldsOf(head: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return fields;
}

function parameter(value: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(value);
  return match?.[1] ?? match?.[2];
}

/** RFC 2045, 6: base64 and quoted-printable; anything else is the bytes themselves. */
function decoded(body: string, encoding: string): Uint8Array {
  if (/^base64/i.test(encoding))
    return decodeBase64(body.replace(/[^A-Za-z0-9+/]/g, '')) ?? new Uint8Array(0);
  const text = /^quoted-printable/i.test(encoding)
    ? body
        .replace(/=[ \t]*\r?\n/g, '')
        .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : body;
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}
