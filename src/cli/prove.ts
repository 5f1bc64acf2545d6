import type { Deck } from '../deck/plan/types.ts';
import { handoutText } from '../handout/flow/text.ts';
import type { Handout } from '../handout/flow/types.ts';
import { bareText, speechText } from '../speech/text.ts';
import type { Speech } from '../speech/types.ts';
import { firstDifference } from './text-difference.ts';
import { UserError } from './user-error.ts';

/**
 * Every sentence of the speech is in the notes of exactly one slide, in order.
 *
 * @throws UserError `export.text-lost`
 */
export function verifyDeck(speech: Speech, deck: Deck, path: string): void {
  const notes = deck.slides.flatMap((slide) => slide.notes.map((part) => part.text)).join('');
  prove(speechText(speech), notes, path);
}

/**
 * The handout holds the text of the speech, whole and in order; an outline holds pieces of it, in order.
 *
 * @throws UserError `export.text-lost`
 */
export function verifyHandout(speech: Speech, handout: Handout, path: string): void {
  if (handout.layout !== 'outline') {
    prove(speechText(speech), handoutText(handout), path);
    return;
  }
  const whole = bareText(speechText(speech));
  let at = 0;
  for (const line of handoutText(handout).split('\n').map(bareText)) {
    const found = whole.indexOf(line, at);
    if (found === -1) throw new UserError('export.text-lost', { path, count: 1, first: line }, 1);
    at = found + line.length;
  }
}

function prove(expected: string, actual: string, path: string): void {
  const difference = firstDifference(bareText(expected), bareText(actual));
  if (difference !== undefined)
    throw new UserError('export.text-lost', { path, count: 1, first: difference.text }, 1);
}
