import { inlineLength, rangeOf, sliceInlines } from '../inlines.ts';
import { inlineText } from '../text.ts';
import type { Block, Inline, Passage, Section, SourceRange, Speech } from '../types.ts';

/** One paragraph as it is printed: a run-in heading and what joins it are one. */
export interface Printed {
  readonly inlines: readonly Inline[];
  readonly text: string;
  /** The text with the markers of the points in it. */
  readonly said: string;
}

/** All running text of a speech, paragraph by paragraph, without markers. Table cells are none. */
export function printedParagraphs(speech: Speech): Printed[] {
  const units: { inlines: Inline[]; said: string }[] = [];
  const add = (inlines: readonly Inline[], joins: boolean, marker = '') => {
    if (!joins || units.length === 0) units.push({ inlines: [], said: '' });
    const unit = units.at(-1)!;
    unit.inlines.push(...inlines);
    unit.said += marker + inlineText(inlines);
  };
  const visit = (node: Section | Passage | Block): void => {
    switch (node.kind) {
      case 'passage':
        for (const child of node.children) visit(child);
        break;
      case 'section':
        add(node.heading, node.joins, node.marker?.text);
        for (const child of node.children) visit(child);
        break;
      case 'paragraph':
        add(node.children, node.joins);
        break;
      case 'salutation':
        add(node.children, false);
        break;
      case 'quote':
        // A quotation over several paragraphs opens in the first and closes in the last.
        node.children.forEach((child, index) => {
          if (child.kind === 'paragraph') add(child.children, index > 0);
        });
        break;
      case 'list':
        for (const item of node.items) for (const child of item.children) visit(child);
        break;
      default:
    }
  };
  for (const node of [...speech.opening, ...speech.sections, ...speech.closing]) visit(node);
  for (const note of speech.notes) for (const child of note.children) visit(child);
  return units.map(({ inlines, said }) => ({ inlines, said, text: inlineText(inlines) }));
}

/** Text offsets behind each inline of a paragraph, found once however many places are asked for. */
const ends = new WeakMap<Printed, number[]>();

/** Place in the source of text offsets of a printed paragraph. */
export function placeOf(printed: Printed, from: number, to: number): SourceRange {
  const { inlines } = printed;
  let offsets = ends.get(printed);
  if (!offsets) {
    let end = 0;
    offsets = inlines.map((inline) => {
      end += inlineLength([inline]);
      return end;
    });
    ends.set(printed, offsets);
  }
  const first = firstBeyond(offsets, from);
  const last = firstBeyond(offsets, to - 1);
  const start = offsets[first - 1] ?? 0;
  return rangeOf(sliceInlines(inlines.slice(first, last + 1), from - start, to - start), 0);
}

/** Index of the first ascending offset greater than `offset`. */
function firstBeyond(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
