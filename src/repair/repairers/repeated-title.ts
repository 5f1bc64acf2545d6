import { linesOf } from '../../text/lines.ts';
import type { Edit } from '../edits.ts';
import { NO_REPAIRS, type RepairInput, type RepairResult } from '../repairer.ts';

/** Shorter lines are no titles that a page would repeat. */
const SHORTEST_TITLE = 4;
/** Lines behind the title in which the speaker's name may stand. */
const NAME_WITHIN = 4;

const bare = (text: string): string => text.replace(/\s+/g, '');

/** 李明：在大会上的讲话 above 在大会上的讲话: how newspapers put the name before what they print. */
function isHeadline(first: string, title: string): boolean {
  const at = first.length - title.length - 1;
  return (
    at >= 2 &&
    at <= 16 &&
    first.endsWith(title) &&
    /[：:]/.test(first[at]!) &&
    !/[，。；]/.test(first.slice(0, at))
  );
}

/** What a page puts behind a title: a sign, and the name of the site. A date or an occasion is the author's. */
const SITE = /^(?:[_|｜]|[-－—](?![-－—]))(?!.*[\d〇一二三四五六七八九十]年)[^，。；：\d]{2,30}$/;
/** A line behind which a speech begins: a salutation, or a paragraph. Verse has neither. */
const BODY = /[：:]$|^.{40,}$/;
const BODY_WITHIN = 8;

/**
 * A page's title stands above the speech's own: `標題 姓名` or `標題_网站` over `標題`. The first of the two
 * goes, if a speech begins behind them and what it has more is a name that the next lines give too, or is set off as the name of a site.
 */
export function repeatedTitle({ text, protected: kept }: RepairInput): RepairResult {
  const [front] = kept;
  const from = front?.start === 0 && text.startsWith('---') ? front.end : 0;
  const lines = linesOf(text.slice(0, from + 4000)).filter((line) => !line.blank && line.start >= from);
  const [first, second] = lines;
  if (first === undefined || second === undefined || bare(second.text).length < SHORTEST_TITLE)
    return NO_REPAIRS;
  if (first.text.length > 120) return NO_REPAIRS;
  if (!isHeadline(bare(first.text), bare(second.text))) {
    if (!bare(first.text).startsWith(bare(second.text))) return NO_REPAIRS;
    const more = bare(first.text).slice(bare(second.text).length);
    const named = lines
      .slice(2, 2 + NAME_WITHIN)
      .some((line) => more !== '' && bare(line.text).includes(more));
    if (more !== '' && !named && !SITE.test(more)) return NO_REPAIRS;
    if (!lines.slice(2, 2 + BODY_WITHIN).some((line) => BODY.test(line.text.trim()))) return NO_REPAIRS;
  }
  // Two edits: boilerplate that was taken out between them keeps its own.
  const behind = Math.min(first.end + 1, second.start);
  const edits = [
    { start: first.start, end: behind },
    { start: behind, end: second.start },
  ].filter(({ start, end }) => end > start);
  return {
    edits: edits.map(
      (range): Edit => ({ ...range, insert: '', kind: 'repeated-title', reason: 'repair.repeated-title' }),
    ),
  };
}
