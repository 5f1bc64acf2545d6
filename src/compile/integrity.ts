import type { Deck } from '../deck/plan/types.ts';
import { flowHandout } from '../handout/flow/flow.ts';
import { handoutText } from '../handout/flow/text.ts';
import type { Handout } from '../handout/flow/types.ts';
import { characterCount, speechText } from '../speech/text.ts';
import type { SourceCoverage, Speech } from '../speech/types.ts';
import { bareText } from '../text/bare-text.ts';
import { type TextDifference, textDifference } from '../text/difference.ts';

/** The model against the text it was read from, and each output against the model. */
export interface IntegrityCheck {
  /** Visible characters of the speech. */
  readonly characters: number;
  /** Visible characters of the repaired text against the model. */
  readonly source: SourceCoverage;
  readonly notes: TextDifference;
  readonly handout: TextDifference;
}

/** Compares the text with the model, and what both outputs hold with the model's text, character by character. */
export function checkIntegrity(speech: Speech, deck: Deck, handout: Handout): IntegrityCheck {
  return {
    characters: characterCount(speechText(speech)),
    source: speech.coverage,
    notes: verifyDeck(speech, deck),
    handout: verifyHandout(speech, handout),
  };
}

/** Every sentence of the speech is in the notes of exactly one slide, in order; else the difference. */
export function verifyDeck(speech: Speech, deck: Deck): TextDifference {
  const notes = deck.slides.flatMap((slide) => slide.notes.map((part) => part.text)).join('');
  return textDifference(bareText(speechText(speech)), bareText(notes));
}

/**
 * The handout holds the text of the speech, whole and in order; else the difference. An outline is a choice of
 * sentences: each of its lines must be in the speech, in order, and the handout it was chosen from must be whole.
 */
export function verifyHandout(speech: Speech, handout: Handout): TextDifference {
  const expected = bareText(speechText(speech));
  if (handout.layout !== 'outline') return textDifference(expected, bareText(handoutText(handout)));
  let at = 0;
  for (const line of handoutText(handout).split('\n').map(bareText)) {
    const found = expected.indexOf(line, at);
    if (found === -1) return textDifference(expected, expected.slice(0, at) + line + expected.slice(at));
    at = found + line.length;
  }
  const whole = flowHandout(speech, { layout: 'official' });
  return textDifference(expected, bareText(handoutText(whole)));
}
