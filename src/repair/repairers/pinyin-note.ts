import { HAN } from '../../text/characters.ts';
import { commonness, isTraditionalOnly } from '../../text/common-characters.ts';
import type { Edit } from '../edits.ts';
import { bareSyllable, hasTone, PINYIN_LETTERS, readingOf } from '../pinyin.ts';
import { meets, NO_REPAIRS, type RepairInput, type RepairResult } from '../repairer.ts';

/** A Han character with a note in ASCII parentheses that may be its reading. */
export const PINYIN_NOTE = new RegExp(`([${HAN}])\\(([${PINYIN_LETTERS}]{1,6})\\)`, 'g');

/** Notes on common characters from which on the document counts as damaged. */
const ENOUGH_ON_TRADITIONAL = 2;
const ENOUGH_ON_ANY = 6;

/**
 * Removes the readings a converter left behind Traditional characters: 服務(wù) → 服務.
 *
 * An author notes a rare character, once; a converter notes common ones, all over the document, in ASCII
 * parentheses, each with the reading it is filed under. Notes on rare characters always stay (they become
 * ruby), and so do all notes where there is too little evidence of damage.
 */
export function pinyinNotes({ text, protected: kept }: RepairInput): RepairResult {
  if (!text.includes('(')) return NO_REPAIRS;
  const notes: { start: number; end: number; character: string }[] = [];
  let traditional = 0;
  let filed = 0;
  let plain = false;
  for (const match of text.matchAll(PINYIN_NOTE)) {
    const [whole, character, note] = match as unknown as [string, string, string];
    const syllable = bareSyllable(note);
    if (syllable === undefined || commonness(character) === 0) continue;
    const start = match.index + 1;
    const end = match.index + whole.length;
    if (meets(kept, start, end)) continue;
    const expected = readingOf(character) === syllable;
    if (!hasTone(note) && !expected) continue;
    notes.push({ start, end, character });
    if (isTraditionalOnly(character)) traditional++;
    if (expected) filed++;
    // Nobody explains the plain reading of 過: one such note is enough.
    plain ||= expected && isTraditionalOnly(character) && commonness(character) >= 2;
  }
  if (!plain && traditional < ENOUGH_ON_TRADITIONAL && filed < ENOUGH_ON_ANY) return NO_REPAIRS;
  const edits = notes.map(
    ({ start, end }): Edit => ({ start, end, insert: '', kind: 'pinyin-note', reason: 'repair.pinyin-note' }),
  );
  return { edits };
}
