import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { compile } from '../src/compile/compile.ts';
import { ImportError } from '../src/import/import-error.ts';
import { importFile } from '../src/import/import-file.ts';
import { randomNumbers } from './random-speech.ts';

/** A file with its name, which says the kind: .docx, .html, .md or .txt. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Random = () => number;

const up = (random: Random, below: number) => Math.floor(random() * below);
const pick = <T>(random: Random, from: readonly T[]): T => from[up(random, from.length)]!;

/** A mutated text or XML part does not grow beyond this, UTF-16 units. */
const LONGEST = 150_000;

/** Beginnings and ends that nest: of XML, of pages, of lines. */
const NESTS: Readonly<Record<'docx' | 'html' | 'text', readonly (readonly [string, string])[]>> = {
  docx: [
    ['<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'],
    ['<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>'],
    ['<w:ins>', '</w:ins>'],
    ['<w:p>', '</w:p>'],
    ['<w:r>', '</w:r>'],
  ],
  html: [
    ['<div>', '</div>'],
    ['<table><tr><td>', '</td></tr></table>'],
    ['<ul><li>', '</li></ul>'],
    ['<blockquote>', '</blockquote>'],
    ['<b><i>', '</i></b>'],
    ['<a href="x">', '</a>'],
  ],
  text: [
    ['> ', ''],
    ['- ', ''],
    ['（', '）'],
    ['“', '”'],
    ['**', '**'],
    ['[', '](a)'],
    ['\n一是', ''],
    ['\n（一）', ''],
    ['<!--', ''],
    ['  ', ''],
  ],
};

/** Changes of a text: each gives another one. */
const TEXT_CHANGES: readonly ((text: string, random: Random, kind: keyof typeof NESTS) => string)[] = [
  function cut(text, random) {
    const from = up(random, text.length);
    return random() < 0.5 ? text.slice(0, from) : text.slice(0, from) + text.slice(from + up(random, 500));
  },
  function repeat(text, random) {
    const from = up(random, text.length);
    const piece = text.slice(from, from + 1 + up(random, random() < 0.5 ? 3 : 300));
    const times = Math.min(up(random, 20_000), Math.floor(LONGEST / Math.max(1, piece.length)));
    return text.slice(0, from) + piece.repeat(times) + text.slice(from);
  },
  function nest(text, random, kind) {
    const [open, close] = pick(random, NESTS[kind]);
    const from = kind === 'text' ? text.lastIndexOf('\n', up(random, text.length)) + 1 : text.indexOf('<', up(random, text.length)); // biome-ignore format: one line
    const to = Math.min(text.length, Math.max(0, from) + up(random, 400));
    const times = Math.min(up(random, 3_000), Math.floor(LONGEST / (open.length + close.length)));
    const at = Math.max(0, from);
    return text.slice(0, at) + open.repeat(times) + text.slice(at, to) + close.repeat(times) + text.slice(to);
  },
  function swap(text, random) {
    const [a, b, c] = [up(random, text.length), up(random, text.length), up(random, text.length)].sort(
      (x, y) => x - y,
    ) as [number, number, number];
    return text.slice(0, a) + text.slice(b, c) + text.slice(a, b) + text.slice(c);
  },
  function flip(text, random) {
    const units = [...text];
    for (let left = 1 + up(random, 20); left > 0 && units.length > 0; left--) {
      const at = up(random, units.length);
      units[at] = String.fromCharCode(units[at]!.charCodeAt(0) ^ (1 << up(random, 16)));
    }
    return units.join('');
  },
];

/** The mutated file of a seed: bits flipped in the bytes, or text or XML cut, repeated, nested, swapped, flipped. */
export function mutatedFile(seed: number, files: readonly NamedFile[]): NamedFile {
  const random = randomNumbers(seed);
  const { name, bytes } = pick(random, files);
  if (random() < 0.25) return { name, bytes: withFlippedBits(bytes, random) };
  const changed = (text: string, kind: keyof typeof NESTS) => {
    let result = text;
    for (let left = 1 + up(random, 3); left > 0; left--)
      result = pick(random, TEXT_CHANGES)(result, random, kind).slice(0, 2 * LONGEST);
    return result;
  };
  if (!name.endsWith('.docx')) {
    const kind = name.endsWith('.html') ? 'html' : 'text';
    return { name, bytes: strToU8(changed(strFromU8(bytes), kind)) };
  }
  const parts: Record<string, Uint8Array> = unzipSync(bytes);
  const part = random() < 0.6 ? 'word/document.xml' : pick(random, Object.keys(parts));
  // Sound archives of broken XML: what stands behind the checksums is reached, too.
  if (/\.(?:xml|rels)$/.test(part)) parts[part] = strToU8(changed(strFromU8(parts[part]!), 'docx'));
  else parts[part] = withFlippedBits(parts[part]!, random);
  return { name, bytes: zipSync(parts) };
}

function withFlippedBits(bytes: Uint8Array, random: Random): Uint8Array {
  const flipped = bytes.slice();
  for (let left = 1 + up(random, 20); left > 0; left--)
    flipped[up(random, flipped.length)]! ^= 1 << up(random, 8);
  return flipped;
}

/**
 * Reads and compiles a file.
 *
 * @returns what became of it: `read`, or the code of the refusal
 * @throws whatever is not a refusal of import, and where a character was lost on the way
 */
export async function readMutated({ name, bytes }: NamedFile): Promise<string> {
  let file: ReturnType<typeof importFile>;
  try {
    file = importFile(bytes, name);
  } catch (error) {
    if (error instanceof ImportError) return error.code;
    throw error;
  }
  const { integrity } = await compile(file.source, { noticed: file.diagnostics });
  for (const [where, { missing, added }] of Object.entries({
    model: integrity.source,
    notes: integrity.notes,
    handout: integrity.handout,
  }))
    if (missing + added > 0) throw new Error(`${where}: ${missing} missing, ${added} added`);
  return 'read';
}
