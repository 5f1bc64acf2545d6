import type { Settings } from '../speech/settings.ts';
import type { Meta } from '../speech/types.ts';
import { piecesText } from './height.ts';
import type { LabelId, LabelSet } from './labels.ts';
import { askedQuestions, type Meeting } from './meeting.ts';
import { agenda } from './papers/agenda.ts';
import { cueCard } from './papers/cue-card.ts';
import { notice } from './papers/notice.ts';
import { questions } from './papers/questions.ts';
import { record } from './papers/record.ts';
import { signIn } from './papers/sign-in.ts';
import { study } from './papers/study.ts';
import { tableSigns } from './papers/table-signs.ts';
import { speechPieces, Words } from './pieces.ts';
import { packSlides } from './slides.ts';
import {
  DEFAULT_PAPERS,
  type EmptyPaper,
  PAPERS,
  type Pack,
  type PackBlock,
  type PackOptions,
  type PackSpeech,
  type PaperId,
} from './types.ts';

/** The papers there are; adding one is an entry here, one in {@link PAPERS} and its label. */
const MAKERS: Readonly<Record<PaperId, { readonly name: LabelId; make(meeting: Meeting): PackBlock[] }>> = {
  notice: { name: 'notice', make: notice },
  agenda: { name: 'agenda', make: agenda },
  cue: { name: 'cue', make: cueCard },
  'sign-in': { name: 'sign-in', make: signIn },
  study: { name: 'study', make: study },
  questions: { name: 'questions', make: questions },
  record: { name: 'record', make: record },
  'table-signs': { name: 'table-signs', make: tableSigns },
};

/**
 * The papers around the speeches of one meeting. Every visible character is a range of a text, a label of the closed
 * table, a typed value or a number that was counted; what is not known is a place to write in. Pure.
 *
 * @param speeches at least one, in the order in which they are given
 */
export function buildPack(speeches: readonly PackSpeech[], options: PackOptions = {}): Pack {
  const meta = speeches[0]?.speech.meta;
  const labels = options.labels ?? labelSetOf(meta?.lang ?? 'zh-Hans', meta?.settings.script ?? 'source');
  const words = new Words(labels, options);
  const meeting: Meeting = { words, options, speeches: speeches.map(speechPieces) };
  const wantsSlides = options.parts?.includes('slides') ?? false;
  const wanted = PAPERS.filter((id) => (options.parts ?? DEFAULT_PAPERS).includes(id));
  const papers = wanted.map((id) => ({
    id,
    name: words.label(MAKERS[id].name),
    blocks: MAKERS[id].make(meeting).map(withoutNamelessFields),
  }));
  const empty: EmptyPaper[] = [];
  if ((wantsSlides || wanted.includes('questions')) && askedQuestions(meeting).length === 0)
    empty.push({ id: 'questions', reason: 'no-questions' });
  if (papers.some(({ id, blocks }) => id === 'table-signs' && blocks.length === 0))
    empty.push({ id: 'table-signs', reason: 'no-names' });
  return {
    labels,
    language: labels === 'hans' ? 'zh-Hans' : 'zh-Hant',
    papers: papers.filter(({ blocks }) => blocks.length > 0),
    slides: wantsSlides ? packSlides(meeting) : [],
    empty,
  };
}

/** All questions that the texts ask, with the keys by which they are left out. */
export function packQuestions(speeches: readonly PackSpeech[]): { key: string; text: string }[] {
  return speeches
    .map(speechPieces)
    .flatMap(({ questions }) => questions.map(({ key, pieces }) => ({ key, text: piecesText(pieces) })));
}

/**
 * Labels where none were chosen.
 *
 * @param lang of the first speech
 * @param script that the papers are to be in; `source`: as the speech is written
 */
export function labelSetOf(lang: Meta['lang'], script: NonNullable<Settings['script']>): LabelSet {
  if (script === 'hk' || script === 'tw' || script === 'hans') return script;
  return script === 'hant' || lang === 'zh-Hant' ? 'tw' : 'hans';
}

/** A set that lacks a label has no such field either. */
function withoutNamelessFields(block: PackBlock): PackBlock {
  if (block.kind !== 'grid') return block;
  const rows = block.rows
    .map((row) => row.filter(({ label }) => label.length > 0))
    .filter((row) => row.length > 0);
  return { ...block, rows };
}
