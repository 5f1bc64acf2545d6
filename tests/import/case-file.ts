import { readdirSync, readFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import { list, makeDocx, num } from './docx-file.ts';

/**
 * Cases of reading as files a person can read: tests/fixtures/import/*.txt.
 *
 *     == what it shows
 *     -- text | html | hex | file | docx      the input: its characters, its bytes, a file of given/, or XML
 *     -- is                                   the text of the speech, after all repairs
 *     -- says                                 `severity code text`, a line each; nothing where absent
 *     -- left out                             `kind text`, a line each, ↵ for a line end; nothing where absent
 *     -- untouched                            no repair was made
 *
 * `docx` is WordprocessingML without its prefix; text stands directly in `p` or `r`. Sections `styles`, `numbering`,
 * `comments`, `header` and `footnotes` give its other parts.
 */
export interface ReadingCase {
  readonly name: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly sections: ReadonlyMap<string, string>;
}

const FOLDER = new URL('../fixtures/import/', import.meta.url);

/** All cases of a file of tests/fixtures/import. */
export function readingCases(file: string): ReadingCase[] {
  const text = readFileSync(new URL(file, FOLDER), 'utf8');
  return text
    .split(/^== /m)
    .slice(1)
    .map((written) => {
      const [name = '', ...parts] = written.split(/^-- /m);
      const sections = new Map(
        parts.map((part) => {
          const end = part.indexOf('\n');
          return [part.slice(0, end).trim(), part.slice(end + 1).replace(/\n+$/, '')] as const;
        }),
      );
      return { name: name.trim(), sections, ...inputOf(sections) };
    });
}

export function caseFiles(): string[] {
  return readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
}

function inputOf(sections: ReadonlyMap<string, string>): { fileName: string; bytes: Uint8Array } {
  const part = (name: string) => sections.get(name);
  const file = part('file');
  if (file !== undefined)
    return { fileName: file, bytes: Uint8Array.from(readFileSync(new URL(`given/${file}`, FOLDER))) };
  const hex = part('hex');
  if (hex !== undefined)
    return {
      fileName: 'a.txt',
      bytes: Uint8Array.from(hex.match(/[\da-f]{2}/gi) ?? [], (pair) => Number.parseInt(pair, 16)),
    };
  const docx = part('docx');
  if (docx !== undefined) {
    const xml = (name: string) => (part(name) === undefined ? undefined : expandXml(part(name)!));
    const bytes = makeDocx({
      body: expandXml(docx),
      styles: xml('styles'),
      numbering: part('numbering') === undefined ? undefined : numbering(part('numbering')!),
      footnotes: xml('footnotes'),
      comments: xml('comments'),
      header: xml('header'),
      ...embedded(part('chunk')),
    });
    return { fileName: 'a.docx', bytes };
  }
  const html = part('html');
  if (html !== undefined) return { fileName: 'a.html', bytes: strToU8(html) };
  return { fileName: 'a.txt', bytes: strToU8(unescaped(part('text') ?? '')) };
}

/** Another document inside the Word file, called by `altChunk id="c"`: its name on the first line. */
function embedded(chunk: string | undefined) {
  if (chunk === undefined) return {};
  const end = chunk.indexOf('\n');
  const name = chunk.slice(0, end);
  return { links: { c: name }, more: { [`word/${name}`]: strToU8(chunk.slice(end + 1)) } };
}

/** `\uXXXX` of a fixture → the character. */
function unescaped(text: string): string {
  return text.replace(/\\u([\da-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/**
 * A list a line: `1: chineseCounting %1、 | chineseCounting （%2） L2` is list 1; a word behind a level is the style
 * it belongs to. XML is taken as it is.
 */
function numbering(text: string): string {
  if (text.startsWith('<')) return expandXml(text);
  const lists = text.split('\n').map((line) => {
    const [id, levels] = line.split(/:\s*/, 2) as [string, string];
    return { id: Number(id), levels: levels.split(/\s*\|\s*/).map((level) => level.split(/\s+/)) };
  });
  const definitions = lists.map(({ id, levels }) =>
    list(
      id,
      levels.map(([format, shown, style]) => [
        format!,
        shown!,
        style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
      ]),
    ),
  );
  return definitions.join('') + lists.map(({ id }) => num(id, id)).join('');
}

/** Shorthand → WordprocessingML: prefixes, and runs around bare text. */
export function expandXml(short: string): string {
  const open: string[] = [];
  let out = '';
  for (const token of short.split(/(<[^>]*>)/)) {
    if (token.startsWith('<')) {
      const name = /^<\/?([\w:]+)/.exec(token)?.[1] ?? '';
      const full = name.includes(':')
        ? token
        : token
            .replace(/^(<\/?)/, '$1w:')
            .replace(/\s([A-Za-z]\w*)=(?=")/g, (_, attribute: string) => ` w:${attribute}=`);
      out += full;
      if (token.startsWith('</')) open.pop();
      else if (!token.endsWith('/>')) open.push(name);
    } else if (token.trim() !== '') {
      const inside = open.at(-1);
      const t = `<w:t xml:space="preserve">${token}</w:t>`;
      out += inside === 'r' ? t : inside === 'p' ? `<w:r>${t}</w:r>` : token;
    }
  }
  return out;
}
