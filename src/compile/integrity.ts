import type { Deck } from '../deck/plan/types.ts';
import { flowHandout } from '../handout/flow/flow.ts';
import { handoutText } from '../handout/flow/text.ts';
import type { Handout } from '../handout/flow/types.ts';
import { bareText, characterCount, speechText } from '../speech/text.ts';
import type { Speech } from '../speech/types.ts';
import { textDifference } from '../text/difference.ts';
import type { IntegrityCheck } from './protocol.ts';

/** Compares what both outputs hold with the text of the speech, character by character. */
export function checkIntegrity(speech: Speech, deck: Deck, handout: Handout): IntegrityCheck {
  const expected = bareText(speechText(speech));
  const notes = deck.slides.flatMap((slide) => slide.notes.map((part) => part.text)).join('');
  // An outline is a choice of sentences; what must be whole is the handout it was chosen from.
  const whole = handout.layout === 'outline' ? flowHandout(speech, { layout: 'official' }) : handout;
  return {
    characters: characterCount(expected),
    notes: textDifference(expected, bareText(notes)),
    handout: textDifference(expected, bareText(handoutText(whole))),
  };
}
