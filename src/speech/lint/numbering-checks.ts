import type { Diagnostic } from '../../text/diagnostic.ts';
import { hanNumeral, numeralValue } from '../han-number.ts';
import { outermostSections } from '../outermost-sections.ts';
import { inlineText, nodeText } from '../text.ts';
import type { Marker, NumberingStyle, Section, Speech } from '../types.ts';
import { type Printed, placeOf } from './printed.ts';

const SPOKEN: readonly NumberingStyle[] = ['ordinal', 'first-is', 'first-of', 'keyword', 'dash'];

/** Gaps, repeats and steps back in the numbers of neighbouring sections; a level with one section only. */
export function* numberingChecks(speech: Speech): Generator<Diagnostic> {
  yield* level(outermostSections(speech));
}

function* level(sections: readonly Section[]): Generator<Diagnostic> {
  yield* steps(sections);
  const [only] = sections;
  if (
    sections.length === 1 &&
    only?.marker &&
    !SPOKEN.includes(only.marker.style) &&
    only.marker.ordinal === 1 &&
    !hasSecond(only)
  ) {
    yield {
      code: 'level-used-once',
      severity: 'info',
      values: { marker: only.marker.text.trim() },
      range: only.marker.range,
    };
  }
  for (const section of sections) yield* level(section.children.filter((child) => child.kind === 'section'));
}

/** A second number of the same kind, written in another way or in the middle of a line. */
function hasSecond({ marker, ...section }: Section): boolean {
  const number = /[0-9０-９①-⑳⑴-⒇]/.test(marker?.text ?? '') ? '[2２②⑵]' : '[二贰貳]';
  const bracket = /[（(]/.test(marker?.text ?? '');
  const form = bracket ? `[（(]${number}[）)]` : `${number}[、，,.．：:\u3000]`;
  return new RegExp(`(?:^|[。；：！？\n])[ \u3000]*(?:${form}|第二[，、：])`).test(nodeText(section));
}

function* steps(sections: readonly Section[]): Generator<Diagnostic> {
  let before: Marker | undefined;
  /** Last numbers of the series that the present one stands inside of: 1. (1. 2. 3.) 2. */
  let around: number[] = [];
  for (const { marker } of sections) {
    if (!marker) continue;
    const number = marker.ordinal;
    if (before?.style !== marker.style) around = [];
    else if (number === 1) around.push(before.ordinal);
    else if (number <= before.ordinal && around.includes(number - 1)) {
      around.length = around.lastIndexOf(number - 1);
      before = marker;
      continue;
    }
    const values = { marker: marker.text.trim(), before: before?.text.trim() ?? '' };
    if (!before || before.style !== marker.style) {
      if (number > 1) yield { code: 'numbering-start', severity: 'warning', values, range: marker.range };
    } else if (number === before.ordinal) {
      yield {
        code: 'numbering-repeat',
        severity: 'warning',
        values,
        range: marker.range,
        ...fixTo(marker, number + 1),
      };
    } else if (number > before.ordinal + 1) {
      yield {
        code: 'numbering-gap',
        severity: 'warning',
        values,
        range: marker.range,
        ...fixTo(marker, before.ordinal + 1),
      };
    } else if (number < before.ordinal && number !== 1) {
      yield { code: 'numbering-back', severity: 'warning', values, range: marker.range };
    }
    before = marker;
  }
}

const NUMBER = /[一二三四五六七八九十百]+|[0-9]+/;

/** The same marker with another number, where its place in the source is exact. */
function fixTo(marker: Marker, number: number): Pick<Diagnostic, 'fix'> {
  const match = NUMBER.exec(marker.text);
  if (!match || marker.range.end - marker.range.start !== marker.text.length) return {};
  if (numeralValue(match[0]) !== marker.ordinal) return {};
  const start = marker.range.start + match.index;
  const insert = /[0-9]/.test(match[0]) ? String(number) : hanNumeral(number);
  return { fix: { range: { start, end: start + match[0].length }, insert } };
}

const PAIRS = [
  ['一是', '二是'],
  ['其一', '其二'],
] as const;
/** How many paragraphs on the second point is looked for. */
const REACH = 30;

/** 一是… said and 二是… never, or only after another 一是: the hearer waits for it. */
export function* lonePoints(paragraphs: readonly Printed[]): Generator<Diagnostic> {
  for (const [first, second] of PAIRS) {
    const opening = new RegExp(`(?:^|[。；：])${first}`);
    for (const [index, printed] of paragraphs.entries()) {
      const match = opening.exec(printed.text);
      if (!match) continue;
      const from = match.index + match[0].length - first.length;
      const rest = printed.said.slice(
        printed.said.indexOf(printed.text.slice(from, from + 12)) + first.length,
      );
      const later = [rest, ...paragraphs.slice(index + 1, index + REACH).map(({ said }) => said)].join('\n');
      const next = later.indexOf(second);
      const again = later.search(new RegExp(`(?:^|[。；：\n])${first}`, 'm'));
      if (next >= 0 && (again < 0 || next < again)) continue;
      const range = placeOf(printed, from, from + first.length);
      yield { code: 'point-alone', severity: 'info', values: { first, second }, range };
    }
  }
}

/** Headings: one twice, one with a full stop on a line of its own, one with nothing under it. */
export function* headingChecks(speech: Speech): Generator<Diagnostic> {
  const seen = new Map<string, Section>();
  const wordsFollow = speech.closing.some(({ kind }) => kind === 'paragraph' || kind === 'salutation');
  yield* headings(outermostSections(speech), seen, 0, wordsFollow);
}

function* headings(
  sections: readonly Section[],
  seen: Map<string, Section>,
  depth: number,
  wordsFollow: boolean,
): Generator<Diagnostic> {
  const someFilled = sections.some((section) => section.children.length > 0);
  const someUnstopped = othersAreNot(sections);
  for (const section of sections) {
    const title = inlineText(section.heading);
    const first = section.heading[0];
    const last = section.heading.at(-1);
    if (first && last) {
      const range = { start: first.range.start, end: last.range.end };
      const key = `${depth}:${title}`;
      if (seen.has(key) && title.length > 1)
        yield { code: 'heading-twice', severity: 'warning', values: { title }, range };
      seen.set(key, section);
      if (!section.runIn && section.children.length > 0 && isStopped(title) && someUnstopped) {
        const stop = { start: range.end - 1, end: range.end };
        yield {
          code: 'heading-full-stop',
          severity: 'info',
          values: { title },
          range,
          fix: { range: stop, insert: '' },
        };
      }
      const filled =
        section.children.length > 0 || (depth === 0 && section === sections.at(-1) && wordsFollow);
      if (!filled && !section.runIn && someFilled && !/[。；！？]$/.test(title)) {
        yield { code: 'section-empty', severity: 'warning', values: { title }, range };
      }
    }
    yield* headings(
      section.children.filter((child) => child.kind === 'section'),
      seen,
      depth + 1,
      wordsFollow,
    );
  }
}

/** A longer line that ends with a full stop is a sentence, and its paragraph goes on below. */
const LONGEST_STOPPED = 30;

function isStopped(title: string): boolean {
  return title.length <= LONGEST_STOPPED && /[^。]。$/.test(title);
}

/** Where every heading of a level ends with a full stop, sentences are the author's way to head sections. */
function othersAreNot(siblings: readonly Section[]): boolean {
  const own = siblings.filter(({ runIn, children }) => !runIn && children.length > 0);
  return own.some(({ heading }) => !/。$/.test(inlineText(heading)));
}
