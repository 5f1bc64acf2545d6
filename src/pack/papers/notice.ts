import {
  dateOf,
  field,
  type Meeting,
  occasionOf,
  organizerOf,
  paperTitle,
  placeOf,
  titlesOf,
} from '../meeting.ts';
import { BLANK } from '../pieces.ts';
import type { PackBlock } from '../types.ts';

/** Half a page: the facts of the meeting, no number, no seal line, no reasons. */
export function notice(meeting: Meeting): PackBlock[] {
  const { words, speeches } = meeting;
  const single = speeches.length === 1;
  const titles = titlesOf(meeting);
  const subjects = titles.length === 0 ? [BLANK] : titles;
  return [
    paperTitle(meeting, 'notice'),
    {
      kind: 'grid',
      plain: true,
      rows: [
        [field(words, 'meeting', occasionOf(meeting))],
        [field(words, 'time', dateOf(meeting))],
        [field(words, 'place', placeOf(meeting))],
        ...(single
          ? [[field(words, 'subject', subjects[0])], [field(words, 'speaker', speeches[0]?.speaker)]]
          : speeches.flatMap(({ title, speaker }) => [
              [field(words, 'subject', title)],
              [field(words, 'speaker', speaker)],
            ])),
        [field(words, 'chair', words.typed('chair'))],
        [field(words, 'attendees', words.typed('attendees'))],
        [field(words, 'contact', words.typed('contact')), field(words, 'phone', words.typed('phone'))],
        [field(words, 'organizer', organizerOf(meeting)), field(words, 'date')],
      ],
    },
  ];
}
