import { levelOne, simplifiedForms } from '../text/common-characters.ts';
import { SYLLABLE_STARTS } from './data/syllables.ts';

/** Letters of pinyin with their tone marks, as pages write them (ɡ U+0261 stands for g in old tables). */
export const PINYIN_LETTERS = 'a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿɡê';

/** A syllable with exactly one tone mark, or a neutral one. */
const SYLLABLE = new RegExp(`^[${PINYIN_LETTERS}]{1,6}$`);

/** The syllable without its tone, ü as v; undefined if `note` is no syllable of pinyin. */
export function bareSyllable(note: string): string | undefined {
  if (!SYLLABLE.test(note)) return undefined;
  const bare = note
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ɡ/g, 'g')
    .replace(/^(n|l)ue$/, '$1ue');
  return syllables().has(bare) ? bare : undefined;
}

/** True if the note has a tone mark. A bare `(a)` or `(an)` may be anything. */
export function hasTone(note: string): boolean {
  return /[\u0300\u0301\u0304\u030c]/.test(note.normalize('NFD'));
}

let known: Set<string> | undefined;
function syllables(): Set<string> {
  known ??= new Set([
    ...SYLLABLE_STARTS.trim()
      .split(/\s+/)
      .map((entry) => entry.slice(1)),
    ...RARE_SYLLABLES,
  ]);
  return known;
}

/** Syllables that no level 1 character is sorted under. */
const RARE_SYLLABLES = [
  'dei',
  'den',
  'dia',
  'ei',
  'eng',
  'fiao',
  'kei',
  'lo',
  'm',
  'n',
  'ng',
  'nou',
  'nun',
  'pou',
  'rua',
  'shei',
  'tei',
  'zhei',
  'cen',
  'chua',
  'nia',
  'hm',
  'lve',
  'nve',
];

let readings: Map<string, string> | undefined;

/**
 * The reading a common character is filed under (one each, without tone), Traditional forms included;
 * undefined for the rest. Source: the order of GB2312 level 1.
 */
export function readingOf(character: string): string | undefined {
  readings ??= buildReadings();
  return readings.get(character);
}

function buildReadings(): Map<string, string> {
  const startOf = new Map(
    SYLLABLE_STARTS.trim()
      .split(/\s+/)
      .map((entry) => [entry.charAt(0), entry.slice(1)] as const),
  );
  const map = new Map<string, string>();
  let syllable = '';
  for (const character of levelOne()) {
    syllable = startOf.get(character) ?? syllable;
    map.set(character, syllable);
  }
  for (const [traditional, simplified] of simplifiedForms()) map.set(traditional, map.get(simplified)!);
  return map;
}
