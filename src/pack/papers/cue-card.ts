import { heightOf } from '../height.ts';
import { PAGE } from '../line-styles.ts';
import { type Meeting, occasionOf } from '../meeting.ts';
import { SPACE } from '../pieces.ts';
import type { LineStyle, PackBlock, Piece } from '../types.ts';

/** Distance of the lines that the chair writes on, mm: 33 pt, as the lines of text. */
const PITCH = 11.6;
/** Kept free at the foot of a page, mm. */
const RESERVE = 8;

/** What the chair has in hand: one turn a block; what the chair says beside names is left to write. */
export function cueCard(meeting: Meeting): PackBlock[] {
  const { words, speeches } = meeting;
  const line = (style: LineStyle, pieces: readonly Piece[], keep = false): PackBlock[] =>
    pieces.length === 0 ? [] : [{ kind: 'line', style, pieces, ...(keep && { keep }) }];
  const free = (lines: number): PackBlock => ({ kind: 'ruled', lines, pitch: PITCH });
  const turns: PackBlock[][] = speeches.map(({ title, speaker, firstSentence, lastSentence }) => [
    ...line('cue', [...words.label('now-please'), ...(speaker.length > 0 ? [SPACE, ...speaker] : [])], true),
    free(speaker.length > 0 ? 1 : 2),
    ...line('cue-text', title),
    ...(firstSentence.length > 0
      ? [
          ...line('cue-label', words.label('first-words'), true),
          ...line('cue-text', firstSentence),
          ...line('cue-label', words.label('last-words'), true),
          ...line('cue-text', lastSentence),
        ]
      : []),
  ]);
  return pagesOf([
    [
      { kind: 'line', style: 'cue-title', pieces: words.label('cue') },
      ...line('occasion', occasionOf(meeting)),
      ...line('cue-label', words.label('start'), true),
      free(2),
    ],
    ...turns,
    [...line('cue-label', words.label('close'), true), free(2)],
  ]);
}

/** Turns in a row, none of them parted between two pages. */
function pagesOf(turns: readonly PackBlock[][]): PackBlock[] {
  let height = 0;
  return turns.flatMap((turn): PackBlock[] => {
    const own = heightOf(turn);
    const fits = height === 0 || height + own <= PAGE.area - RESERVE;
    height = fits ? height + own : own;
    return fits ? turn : [{ kind: 'page-break' }, ...turn];
  });
}
