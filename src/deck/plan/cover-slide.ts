import { outermostSections } from '../../speech/outermost-sections.ts';
import { inlineText } from '../../speech/text.ts';
import type { Speech, TitleLine, TitleLineRole } from '../../speech/types.ts';
import type { Part } from './parts.ts';
import { hasWords, titleOf } from './section-title.ts';
import type { SlideDraft } from './slide-draft.ts';
import type { SlideText } from './types.ts';

/** What stands as the cover's title, where the speech has none, best first. */
const TITLES: readonly TitleLineRole[] = ['title', 'subtitle', 'occasion', 'other'];

/** Lines of the title block as pieces of the spoken text. */
export function titleParts(line: TitleLine): Part[] {
  const text = inlineText(line.children);
  return text === '' ? [] : [{ kind: 'title', text, startsLine: true, range: line.range }];
}

/**
 * The cover: the title block, or the first heading where there is none.
 *
 * @param parts what is said while it stands
 * @returns undefined for a speech without title block and headings
 */
export function coverSlide(speech: Speech, parts: readonly Part[]): SlideDraft | undefined {
  const { front } = speech;
  const role = TITLES.find((one) => front.some((line) => line.role === one));
  const titles = role === undefined ? front.slice(0, 1) : front.filter((line) => line.role === role);
  const section = outermostSections(speech).find((one) => hasWords(one) && !one.runIn && !one.joins);
  const title = titles.length > 0 ? joinedLines(titles) : section && titleOf(section);
  if (title === undefined) return undefined;
  const others = front.filter((line) => !titles.includes(line));
  return {
    layout: 'cover',
    title,
    content: { lines: others.map((line) => ({ inlines: line.children, range: line.range })) },
    parts,
    key: 'cover',
  };
}

/** Several title lines are one title, broken where the author broke it. */
function joinedLines(lines: readonly TitleLine[]): SlideText {
  const [first] = lines;
  const inlines = lines.flatMap((line, index) => {
    const { start } = line.range;
    return index === 0
      ? line.children
      : [{ kind: 'text' as const, text: '\n', range: { start, end: start } }, ...line.children];
  });
  return { inlines, range: { start: first?.range.start ?? 0, end: lines.at(-1)?.range.end ?? 0 } };
}
