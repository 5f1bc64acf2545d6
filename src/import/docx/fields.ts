import { symbolCharacter } from '../../text/symbol-fonts.ts';
import { type Run, unread } from '../document.ts';
import { formatNumber } from '../number-formats.ts';
import { equationField } from './equation-field.ts';
import { child, childValue, elements, toggle, type XmlElement } from './xml.ts';

/** Fields that show nothing: entries of indexes, variables, moves. */
const SHOWS_NOTHING = /^(?:tc|xe|ta|rd|set|ask|private|advance)$/;
/** Fields that a word processor draws from their code: an empty result says nothing about them. */
const DRAWN =
  /^(?:eq|symbol|macrobutton|gotobutton|formdropdown|formcheckbox|autonum|autonumlgl|autonumout|listnum)$/;

/** Levels of a list that LISTNUM or AUTONUMOUT counts: [format, text]. */
type Levels = readonly (readonly [string, string])[];
const LISTS: Readonly<Record<string, Levels>> = {
  numberdefault: [
    ['decimal', '%)'], ['lowerLetter', '%)'], ['lowerRoman', '%)'], ['decimal', '(%)'], ['lowerLetter', '(%)'],
    ['lowerRoman', '(%)'], ['decimal', '%.'], ['lowerLetter', '%.'], ['lowerRoman', '%.'],
  ],
  outlinedefault: [
    ['upperRoman', '%.'], ['upperLetter', '%.'], ['decimal', '%.'], ['lowerLetter', '%)'], ['decimal', '(%)'],
    ['lowerLetter', '(%)'], ['lowerRoman', '(%)'], ['lowerLetter', '(%)'], ['lowerRoman', '(%)'],
  ],
}; // biome-ignore format: levels in a row

/** Formats that `\* NAME` gives an AUTONUM field. */
const NUMBER_SWITCHES: Readonly<Record<string, string>> = {
  chinesenum1: 'chineseCounting',
  chinesenum2: 'chineseLegalSimplified',
  chinesenum3: 'chineseCountingThousand',
  roman: 'upperRoman',
  alphabetic: 'upperLetter',
  circlenum: 'decimalEnclosedCircle',
};

/** How far the fields that number paragraphs have counted. One a document. */
export class FieldNumbers {
  private readonly counters = new Map<string, number[]>();

  /** @returns the numbers of all levels down to `depth` (from 0) */
  next(list: string, depth: number, start?: number): readonly number[] {
    const counters = this.counters.get(list) ?? [];
    this.counters.set(list, counters);
    counters[depth] = start ?? (counters[depth] ?? 0) + 1;
    for (let above = 0; above < depth; above++) counters[above] ??= 1;
    counters.length = depth + 1;
    return counters;
  }
}

/** What a field has besides its code. */
export interface FieldSurroundings {
  /** `w:ffData` of an old form field (17.16.17). */
  readonly form?: XmlElement;
  readonly numbers: FieldNumbers;
  /** Outline level of the paragraph, from 0. */
  readonly depth: number;
  /** Makes a run in the look of the field. */
  text(text: string): Run;
}

/**
 * What a field shows that has no result, or an empty one: EQ, SYMBOL, MACROBUTTON, form fields, AUTONUM and LISTNUM
 * carry their text in their code. Any other field without a result is reported as `field`.
 *
 * @param code instruction of the field, 17.16.1
 * @param hasResult true where the field has a result, be it empty
 */
export function fieldText(code: string, hasResult: boolean, around: FieldSurroundings): Run[] {
  const [, name = '', rest = ''] = /^\s*(\S+)\s*([\s\S]*)$/.exec(code) ?? [];
  const kind = name.toLowerCase();
  if (SHOWS_NOTHING.test(kind) || kind === '') return [];
  if (!DRAWN.test(kind)) return hasResult ? [] : [unread('field', code.trim().slice(0, 60))];
  const shown = drawn(kind, rest, code, around);
  return shown ?? [unread('field', code.trim().slice(0, 60))];
}

function drawn(kind: string, rest: string, code: string, around: FieldSurroundings): Run[] | undefined {
  const words = (text: string | undefined): Run[] | undefined =>
    text === undefined ? undefined : text === '' ? [] : [around.text(text)];
  switch (kind) {
    case 'eq': {
      const runs = equationField(code, around.text);
      return runs.length > 0 || rest.trim() === '' || /^\\d\b/.test(rest.trim()) ? runs : undefined;
    }
    case 'symbol':
      return words(symbolField(rest));
    case 'macrobutton':
    case 'gotobutton':
      return words(rest.replace(/^\S+\s*/, '').trim());
    case 'formdropdown':
      return words(chosenEntry(around.form));
    case 'formcheckbox':
      return words(isChecked(around.form) ? '☑' : '☐');
    case 'listnum':
      return words(listNumber(rest, around));
    default:
      return words(autoNumber(kind, rest, around));
  }
}

/** `SYMBOL 252 \f "Wingdings"`; without a font the code is a character of Windows' own table, `\u` of Unicode. */
function symbolField(rest: string): string | undefined {
  const [, written = ''] = /^"?(0x[\da-f]+|\d+|[^\s"\\])"?/i.exec(rest) ?? [];
  const code = /^(?:\d{2,}|0x.+)$/i.test(written) ? Number(written) : written.charCodeAt(0);
  if (!(code > 0 && code <= 0x10ffff)) return undefined;
  const font = /\\f\s*(?:"([^"]*)"|(\S+))/i.exec(rest);
  const sign = symbolCharacter(font?.[1] ?? font?.[2] ?? '', code);
  if (sign !== undefined) return sign;
  return (code >= 0xe000 && code <= 0xf8ff) || code < 0x20 ? undefined : String.fromCodePoint(code);
}

function chosenEntry(form: XmlElement | undefined): string | undefined {
  const list = child(form, 'w:ddList');
  const entries = [...elements(list, 'w:listEntry')].map(({ attributes }) => attributes['w:val'] ?? '');
  const chosen = Number(childValue(list, 'w:result') ?? childValue(list, 'w:default') ?? 0);
  return entries[Number.isInteger(chosen) ? chosen : 0];
}

function isChecked(form: XmlElement | undefined): boolean {
  const box = child(form, 'w:checkBox');
  return toggle(box, 'w:checked') ?? toggle(box, 'w:default') ?? false;
}

function listNumber(rest: string, { numbers }: FieldSurroundings): string {
  const name = /^\s*"?([a-z]\w*)"?/i.exec(rest)?.[1]?.toLowerCase() ?? 'numberdefault';
  const option = (letter: string) => Number(new RegExp(`\\\\${letter}\\s*(\\d+)`, 'i').exec(rest)?.[1] ?? 0);
  const depth = Math.min(8, Math.max(0, option('l') - 1));
  const counted = numbers.next(name, depth, option('s') || undefined);
  if (name === 'legaldefault') return `${counted.join('.')}.`;
  const [format, text] = (LISTS[name] ?? LISTS.numberdefault!)[depth]!;
  return text.replace('%', formatNumber(counted[depth]!, format));
}

function autoNumber(kind: string, rest: string, { numbers, depth }: FieldSurroundings): string {
  const separator = /\\s\s*"?(\S)"?/.exec(rest)?.[1] ?? '.';
  const counted = numbers.next(kind, depth);
  if (kind === 'autonumlgl') return counted.join('.') + (/\\e\b/.test(rest) ? '' : separator);
  if (kind === 'autonumout') {
    const [format, text] = LISTS.outlinedefault![depth]!;
    return text.replace('%', formatNumber(counted[depth]!, format));
  }
  const named = /\\\*\s*(\w+)/.exec(rest)?.[1]?.toLowerCase() ?? '';
  return formatNumber(counted[depth]!, NUMBER_SWITCHES[named] ?? 'decimal') + separator;
}
