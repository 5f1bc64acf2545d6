import type { LabelId } from '../labels.ts';
import type { Meeting } from '../meeting.ts';
import { BLANK, type SpeechPieces } from '../pieces.ts';
import type { Piece } from '../types.ts';

const CEREMONY_BEFORE: readonly LabelId[] = ['ceremony-begins', 'chair-speaks', 'guests-speak'];
const CEREMONY_AFTER: readonly LabelId[] = ['awards', 'gifts', 'ceremony-ends'];

/** One item of a meeting's agenda; what is not known is blank. */
interface AgendaItem {
  /** Title of a speech, or what else the item is. */
  readonly title: readonly Piece[];
  /** Of the speech. */
  readonly headings: SpeechPieces['headings'];
  readonly duration: readonly Piece[];
  /** Role and name. */
  readonly charge: readonly Piece[];
  /** Name alone; role and name where only a role is known. */
  readonly name: readonly Piece[];
}

/** The programme of a ceremony is wanted, and the labels have its steps. */
export function isCeremony({ words, options }: Meeting): boolean {
  return options.ceremony === true && words.label('ceremony-begins').length > 0;
}

/** What a meeting does, in order: the speeches, breaks behind them, and a discussion where the texts ask questions. */
export function agendaItems(meeting: Meeting): AgendaItem[] {
  const { words, speeches, options } = meeting;
  const ceremony = isCeremony(meeting);
  const item = (title: readonly Piece[], more: Partial<AgendaItem> = {}): AgendaItem => ({
    title,
    headings: [],
    duration: BLANK,
    charge: BLANK,
    name: BLANK,
    ...more,
  });
  const steps = (ids: readonly LabelId[]) => (ceremony ? ids.map((id) => item(words.label(id))) : []);
  const breaks = (after: number) =>
    (options.breaks ?? [])
      .filter((one) => one.after === after)
      .map((one) => {
        const { name, duration } = words.pause(one);
        return item(name, { duration });
      });
  const discussion = !ceremony && speeches.some(({ questions }) => questions.length > 0);
  return [
    ...steps(CEREMONY_BEFORE),
    ...speeches.flatMap(({ title, headings, minutes, speaker, speakerName }, index) => [
      item(title, {
        headings,
        duration: words.about(minutes),
        charge: speaker,
        name: speakerName.length > 0 ? speakerName : speaker,
      }),
      ...breaks(index + 1),
    ]),
    ...(discussion ? [item(words.label('discussion'))] : []),
    ...steps(CEREMONY_AFTER),
  ];
}
