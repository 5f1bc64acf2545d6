import { isButton } from '../../repair/repairers/boilerplate.ts';
import type { Diagnostic } from '../../text/diagnostic.ts';
import { outermostSections } from '../outermost-sections.ts';
import { inlineText } from '../text.ts';
import type { Block, NumberingStyle, Passage, Section, Speech } from '../types.ts';
import { type Printed, placeOf } from './printed.ts';

/** A text shorter than this may well be a note without a title, of one paragraph. Characters. */
const LONG = 150;
const SENTENCES = 4;

/** No title, or a button of a page in its place; all in one paragraph; dots in the place of bullets. */
export function* structureChecks(speech: Speech, paragraphs: readonly Printed[]): Generator<Diagnostic> {
  yield* titleChecks(speech, paragraphs);
  yield* oneParagraph(paragraphs);
  for (const printed of paragraphs) yield* listDots(printed);
  yield* brokenHeadings(outermostSections(speech));
}

function* titleChecks(speech: Speech, paragraphs: readonly Printed[]): Generator<Diagnostic> {
  const { title } = speech.meta;
  if (title) {
    if (isButton(title.text))
      yield { code: 'title-button', severity: 'warning', values: { title: title.text }, range: title.range };
    return;
  }
  const length = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  const first = [...speech.front, ...speech.opening, ...speech.sections, ...speech.closing][0];
  if (first && length >= LONG)
    yield { code: 'title-missing', severity: 'info', values: {}, range: firstLine(first.range) };
}

/** A short place: the first characters of what stands there. */
function firstLine({ start, end }: { start: number; end: number }) {
  return { start, end: Math.min(end, start + 20) };
}

function* oneParagraph(paragraphs: readonly Printed[]): Generator<Diagnostic> {
  const running = paragraphs.filter(({ text }) => /[。！？]/.test(text.slice(0, -1)));
  const [only] = running;
  if (!only || running.length > 1 || only.text.length < LONG) return;
  if ((only.text.match(/[。！？]/g)?.length ?? 0) < SENTENCES) return;
  const range = firstLine(placeOf(only, 0, Math.min(only.text.length, 20)));
  yield { code: 'one-paragraph', severity: 'info', values: { count: only.text.length }, range };
}

/** ·加强学习: a dot that is no bullet to a word processor, nor to the parser. */
const LIST_DOT = /^[·・‧∙⋅﹒․][ \u3000]*(?=[\p{Script=Han}A-Za-z0-9“「《（])/u;

function* listDots(printed: Printed): Generator<Diagnostic> {
  const dot = LIST_DOT.exec(printed.text)?.[0];
  if (dot === undefined) return;
  const range = placeOf(printed, 0, dot.length);
  yield {
    code: 'list-dot',
    severity: 'info',
    values: { dot: dot.trim() },
    range,
    fix: { range, insert: '• ' },
  };
}

/** Words that no heading ends with. 用, 为 and the like may (学以致用, 有所作为). */
const ENDS_OPEN =
  /(?:[的和与與及或把被将將对對向从從并並]|以及|关于|關於|通过|通過|根据|根據|按照|围绕|圍繞)$/u;

/**
 *     （二）坚持不懈用
 *     新时代创新理论凝心铸魂。…
 *
 * A heading that goes on in the next line: it ends with a word that opens something, or all others of its
 * level are first sentences of their paragraphs.
 */
function* brokenHeadings(siblings: readonly Section[]): Generator<Diagnostic> {
  const counts = new Map<NumberingStyle | undefined, { all: number; runIn: number }>();
  for (const { marker, runIn } of siblings) {
    const count = counts.get(marker?.style) ?? { all: 0, runIn: 0 };
    counts.set(marker?.style, { all: count.all + 1, runIn: count.runIn + (runIn ? 1 : 0) });
  }
  for (const section of siblings) {
    const { all, runIn } = counts.get(section.marker?.style)!;
    const alone = all > 2 && runIn === all - 1;
    const heading = inlineText(section.heading);
    const last = section.heading.at(-1);
    const [below] = section.children;
    if (section.marker && !section.runIn && last && isGoingOn(below) && /\p{Script=Han}$/u.test(heading))
      if (ENDS_OPEN.test(heading) || alone) {
        const range = { start: section.marker.range.start, end: last.range.end };
        const fix = { range: { start: last.range.end, end: below.range.start }, insert: '' };
        yield { code: 'heading-broken', severity: 'warning', values: { title: heading }, range, fix };
      }
    yield* brokenHeadings(section.children.filter((child) => child.kind === 'section'));
  }
}

function isGoingOn(
  below: Section | Passage | Block | undefined,
): below is Extract<Block, { kind: 'paragraph' }> {
  return (
    below?.kind === 'paragraph' &&
    !below.joins &&
    !below.role &&
    /^[\p{Script=Han}“「《]/u.test(inlineText(below.children))
  );
}
