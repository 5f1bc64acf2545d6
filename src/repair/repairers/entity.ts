import type { Edit } from '../edits.ts';
import { meets, NO_REPAIRS, type RepairInput, type RepairResult } from '../repairer.ts';

/** Named character references that pages leave in text; what cannot be seen becomes a plain space or nothing. */
const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  quot: '"',
  apos: "'",
  laquo: '«',
  raquo: '»',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  bull: '•',
  amp: '&',
  lt: '<',
  gt: '>',
  times: '×',
  divide: '÷',
  deg: '°',
  permil: '‰',
  copy: '©',
  reg: '®',
  trade: '™',
  yen: '¥',
};

const REFERENCE = /&(?:amp;|#38;|#x26;)*(?:([a-z]{2,6})|#(\d{2,7})|#x([0-9a-f]{2,6}));/gi;
/** In Markdown these stand for themselves only as references, or escaped. */
const MARKDOWN_SYNTAX = new Set(['<', '>', '&', '*', '_', '`', '[', ']', '#', '|', '\\', '~', '=']);

/** Character references left in the text → the characters: `&ldquo;` → “. */
export function entities({ text, format, protected: kept }: RepairInput): RepairResult {
  if (!text.includes('&')) return NO_REPAIRS;
  const edits: Edit[] = [];
  for (const match of text.matchAll(REFERENCE)) {
    const insert = meaning(match[1], match[2], match[3]);
    if (insert === undefined) continue;
    const end = match.index + match[0].length;
    // A reference after a reference sign that was written out would join with it.
    if (insert === '&' && /^[#a-z]/i.test(text.slice(end))) continue;
    if (meets(kept, match.index, end)) continue;
    const written = format === 'markdown' && MARKDOWN_SYNTAX.has(insert) ? `\\${insert}` : insert;
    edits.push({ start: match.index, end, insert: written, kind: 'entity', reason: 'repair.entity' });
  }
  return { edits };
}

function meaning(name?: string, decimal?: string, hexadecimal?: string): string | undefined {
  if (name !== undefined) return NAMED[name] ?? NAMED[name.toLowerCase()];
  const code = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number(decimal);
  if (code === 0xa0 || (code >= 0x2000 && code <= 0x200a)) return ' ';
  if (code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0xfeff || code === 0x2060) return '';
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || code > 0x10ffff) return undefined;
  if (
    (code >= 0xd800 && code <= 0xf8ff) ||
    code === 0x2028 ||
    code === 0x2029 ||
    (code > 0x2010 && code < 0x2060 && code >= 0x202a && code <= 0x202f)
  )
    return undefined;
  return String.fromCodePoint(code);
}
