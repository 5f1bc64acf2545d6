import { askedQuestions, type Meeting, occasionLine, paperTitle } from '../meeting.ts';
import { number, SPACE } from '../pieces.ts';
import type { PackBlock } from '../types.ts';

const LINES = 4;
const PITCH = 8.5;

/** The questions that the author asks in the text, whole and in order, each with lines; none: no paper. */
export function questions(meeting: Meeting): PackBlock[] {
  const { words } = meeting;
  const asked = askedQuestions(meeting);
  if (asked.length === 0) return [];
  return [
    paperTitle(meeting, 'questions'),
    ...occasionLine(meeting),
    ...asked.flatMap(({ title, questions }): PackBlock[] => [
      ...(title.length > 0 ? [{ kind: 'line', style: 'subject', pieces: title, keep: true } as const] : []),
      ...questions.flatMap(({ pieces, slide }, index): PackBlock[] => [
        {
          kind: 'line',
          style: 'question',
          pieces: [number(index + 1), SPACE, ...pieces],
          keep: true,
          ...(slide !== undefined && {
            beside: [...words.label('page-number'), number(slide), ...words.label('page')],
          }),
        },
        { kind: 'ruled', lines: LINES, pitch: PITCH, label: words.label('answer') },
      ]),
    ]),
  ];
}
