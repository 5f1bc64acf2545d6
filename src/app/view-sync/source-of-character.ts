import type { Deck } from '../../deck/plan/types.ts';
import type { SourceRange } from '../../speech/types.ts';
import { bareText } from '../../text/bare-text.ts';

/**
 * Place in the author's source of a character of the speech, by the sentences of the slides.
 *
 * @param offset UTF-16 units of the text without white space, as far as the slides have it whole
 */
export function sourceOfCharacter({ slides }: Deck, offset: number): SourceRange | undefined {
  let at = 0;
  let last: SourceRange | undefined;
  for (const { text, range } of slides.flatMap(({ notes }) => notes)) {
    at += bareText(text).length;
    last = range;
    if (at > offset) break;
  }
  return last;
}
