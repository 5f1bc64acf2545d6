import { HAN } from '../../text/characters.ts';
import type { Diagnostic } from '../../text/diagnostic.ts';
import { scriptOf } from '../../text/script.ts';
import type { Edit } from '../edits.ts';
import { meets, NO_REPAIRS, type RepairInput, type RepairResult } from '../repairer.ts';
import { isLatinProse } from './punctuation.ts';

interface QuoteStyle {
  readonly double: readonly [string, string];
  readonly single: readonly [string, string];
}
const CURLY: QuoteStyle = { double: ['“', '”'], single: ['‘', '’'] };
const CORNER: QuoteStyle = { double: ['「', '」'], single: ['『', '』'] };

const HAN_LETTER = new RegExp(`[${HAN}]`);

/** Straight quotes in Chinese prose → pairs, paragraph by paragraph; a pair that cannot be told is reported. */
export function quotes({ text, protected: kept }: RepairInput): RepairResult {
  if (!/["'“”]/.test(text)) return NO_REPAIRS;
  const edits: Edit[] = [];
  const diagnostics: Diagnostic[] = [];
  let style: QuoteStyle | undefined;
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    if (/["'“”]/.test(line) && HAN_LETTER.test(line) && !isLatinProse(line)) {
      style ??= styleOf(text);
      pairUp(line, start, kept, style.double, /["“”]/g, edits, diagnostics);
      if (line.includes("'"))
        pairUp(line, start, kept, style.single, /(?<![A-Za-z0-9])'|'(?![A-Za-z0-9])/g, edits, diagnostics);
    }
    start = end + 1;
  }
  return { edits, diagnostics: [...diagnostics, ...unpaired(text)] };
}

/**
 * Curly quotes that have no partner. A quotation over several paragraphs opens each of them and closes only
 * the last, so a pair may stand in two paragraphs.
 */
function unpaired(text: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  let open = -1;
  for (const match of text.matchAll(/[“”]/g)) {
    const start = match.index;
    if (match[0] === '“') open = start;
    else if (open >= 0) open = -1;
    else if (HAN_LETTER.test(text.slice(Math.max(0, start - 8), start)))
      diagnostics.push(unpairedAt(start, text.slice(Math.max(0, start - 20), start + 1)));
  }
  if (open >= 0 && HAN_LETTER.test(text.slice(open, open + 8)))
    diagnostics.push(unpairedAt(open, text.slice(open, open + 20)));
  return diagnostics;
}

function unpairedAt(start: number, around: string): Diagnostic {
  const shown = around.split('\n').at(-1)!;
  return {
    code: 'unpaired-quote',
    severity: 'warning',
    values: { text: shown },
    range: { start, end: start + 1 },
  };
}

/** 「」 in Traditional text, unless the author uses “” there. */
function styleOf(text: string): QuoteStyle {
  if (text.includes('“')) return CURLY;
  return text.includes('「') || scriptOf(text) === 'zh-Hant' ? CORNER : CURLY;
}

function pairUp(
  line: string,
  offset: number,
  kept: RepairInput['protected'],
  [opening, closing]: readonly [string, string],
  glyphs: RegExp,
  edits: Edit[],
  diagnostics: Diagnostic[],
): void {
  const found = [...line.matchAll(glyphs)].filter(
    ({ index }) => !meets(kept, offset + index, offset + index + 1),
  );
  if (found.length === 0) return;
  const straight = found.filter(([glyph]) => glyph === '"' || glyph === "'");
  const curly = new Set(found.map(([glyph]) => glyph).filter((glyph) => glyph === '“' || glyph === '”'));
  const oneWay = curly.size === 1 && straight.length === 0;
  const fits = found.every(
    ([glyph], index) => straight.some((s) => s[0] === glyph) || glyph === (index % 2 === 0 ? '“' : '”'),
  );
  if (found.length % 2 === 0 && (fits || oneWay)) {
    for (const [index, match] of found.entries()) {
      const insert = index % 2 === 0 ? opening : closing;
      const start = offset + match.index;
      if (match[0] !== insert && (oneWay || match[0] === '"' || match[0] === "'"))
        edits.push({ start, end: start + 1, insert, kind: 'quotes', reason: 'repair.quotes' });
    }
    return;
  }
  if (straight.length === 0) return; // a quotation may run over paragraphs: see unpaired()
  const start = offset + found.at(-1)!.index;
  diagnostics.push({
    code: 'unpaired-quote',
    severity: 'warning',
    values: { text: line.slice(0, 40) },
    range: { start, end: start + 1 },
  });
}
