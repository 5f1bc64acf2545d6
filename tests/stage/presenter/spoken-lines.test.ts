import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { planDeck } from '../../../src/deck/plan/plan.ts';
import { decodeBytes } from '../../../src/import/bytes.ts';
import { repair } from '../../../src/repair/repair.ts';
import { parse } from '../../../src/speech/parse.ts';
import { speechText } from '../../../src/speech/text.ts';
import { spokenLines } from '../../../src/stage/presenter/spoken-lines.ts';
import { bareText } from '../../../src/text/bare-text.ts';
import { SPEECH_NAMES, SPEECHES } from '../../speeches.ts';

it.each(SPEECH_NAMES)('%s: the speaker has every word of the speech before him, once, in order', (name) => {
  const { text } = decodeBytes(readFileSync(join(SPEECHES, name)));
  const speech = parse(repair({ text, format: name.endsWith('.md') ? 'markdown' : 'plain', name }));
  const lines = planDeck(speech).slides.flatMap((slide) => spokenLines(slide.notes));
  expect(lines.every((line) => line.length > 0)).toBe(true);
  expect(bareText(lines.map((line) => line.map((part) => part.text).join('')).join('\n'))).toBe(
    bareText(speechText(speech)),
  );
});
