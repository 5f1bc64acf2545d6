import { bareText } from '../../text/bare-text.ts';
import { piecesText } from '../height.ts';
import type { Meeting } from '../meeting.ts';
import type { PackBlock, Piece } from '../types.ts';

/**
 * A sheet a name, in the order of the names: those typed, else the speakers of the title blocks, each once. Persons
 * named in the running text have no sign.
 *
 * @returns nothing where no name is known
 */
export function tableSigns(meeting: Meeting): PackBlock[] {
  return namesOf(meeting).flatMap((name, index): PackBlock[] => [
    ...(index > 0 ? [{ kind: 'page-break' } as const] : []),
    { kind: 'sign', name },
  ]);
}

function namesOf({ words, speeches }: Meeting): readonly (readonly Piece[])[] {
  const typed = words.names();
  if (typed.length > 0) return typed;
  const speakers = new Map<string, readonly Piece[]>();
  for (const { speakerName } of speeches) {
    const name = bareText(piecesText(speakerName));
    if (name !== '' && !speakers.has(name)) speakers.set(name, speakerName);
  }
  return [...speakers.values()];
}
