import type { SourceRange } from '../../speech/types.ts';
import { safeAddress } from '../flow/safe-address.ts';
import type { Run, RunStyle } from '../flow/types.ts';
import type { Pictures } from './pictures.ts';

/** Element of each style. */
const ELEMENT_OF: Readonly<Record<RunStyle, readonly [tag: string, className: string]>> = {
  strong: ['strong', ''],
  emphasis: ['em', 'dot'],
  mark: ['mark', ''],
  'heading-1': ['span', 'run-in-1'],
  'heading-2': ['span', 'run-in-2'],
  'heading-3': ['span', 'run-in-3'],
  'heading-4': ['span', 'run-in-4'],
  lead: ['span', 'lead'],
  cue: ['span', 'cue'],
};

/** Remembers which sentence of its block each text node belongs to. */
export class SentenceRecord {
  /** Places of the sentences in the author's source, in the order of the block. */
  readonly ranges: SourceRange[] = [];
  /** Every text node with the index of its sentence, in order. */
  readonly texts: { readonly text: Text; readonly sentence: number }[] = [];

  /** @param sentence given when one begins here */
  add(text: readonly Text[], sentence: SourceRange | undefined): void {
    if (sentence) this.ranges.push(sentence);
    for (const one of text) this.texts.push({ text: one, sentence: Math.max(0, this.ranges.length - 1) });
  }
}

/** Runs that stay on one line together (or one run that may break). */
interface Unit {
  readonly runs: readonly Run[];
  readonly whole: boolean;
}

/**
 * Appends runs to `parent`; neighbours share the elements of the styles they share, from the outermost in.
 * All text is set as text nodes, so that the author's text is never parsed as markup.
 *
 * @param record receives every text node
 * @param insideHeading true if the block is a heading, whose marker needs no style of its own
 */
export function appendRuns(
  parent: Element,
  runs: readonly Run[],
  pictures: Pictures,
  record: SentenceRecord,
  insideHeading = false,
): void {
  new RunWriter(pictures, record, insideHeading).append(parent, unitsOf(runs), 0);
}

function unitsOf(runs: readonly Run[]): Unit[] {
  const units: { runs: Run[]; whole: boolean }[] = [];
  for (const run of runs) {
    const last = units.at(-1);
    if (run.joinsRunBefore && last) last.runs.push(run);
    else units.push({ runs: [run], whole: run.noBreak === true });
  }
  return units;
}

class RunWriter {
  constructor(
    private readonly pictures: Pictures,
    private readonly record: SentenceRecord,
    private readonly insideHeading: boolean,
  ) {}

  /** @param depth styles before this one already have their elements */
  append(parent: Element, units: readonly Unit[], depth: number): void {
    for (let index = 0; index < units.length; ) {
      const style = commonStyle(units[index]!, depth);
      if (style === undefined) {
        this.#appendUnit(parent, units[index++]!, depth);
        continue;
      }
      const from = index;
      while (index < units.length && commonStyle(units[index]!, depth) === style) index++;
      const child = this.#styled(style);
      parent.append(child);
      this.append(child, units.slice(from, index), depth + 1);
    }
  }

  #appendUnit(parent: Element, unit: Unit, depth: number): void {
    let inner = parent;
    if (unit.whole) {
      inner = element('span', 'nb');
      parent.append(inner);
    }
    for (const run of unit.runs) {
      if (run.styles.length > depth) this.append(inner, [{ runs: [run], whole: false }], depth);
      else inner.append(...this.#content(run));
    }
  }

  /** A run-in heading is a heading to the outline of a PDF and to a reader aloud, in the midst of its paragraph. */
  #styled(style: RunStyle): HTMLElement {
    const made = element(...ELEMENT_OF[style]);
    const level = /^heading-(\d)$/.exec(style)?.[1];
    if (level !== undefined && !this.insideHeading) {
      made.setAttribute('role', 'heading');
      made.setAttribute('aria-level', String(Number(level) + 1));
    }
    return made;
  }

  #content(run: Run): Node[] {
    this.record.add([], run.sentence);
    if (run.noteNumber !== undefined) {
      const call = element('span', 'note-call');
      call.setAttribute('data-number', String(run.noteNumber));
      return [call];
    }
    if (run.image !== undefined)
      return [this.pictures.element(run.image.src, run.image.alt, 'inline-picture')];
    const nodes = run.text === '' ? [] : this.#textNodes(run);
    this.record.add(nodes.flatMap(textsIn), undefined);
    const text: Node[] = [...marksOf(run), ...nodes];
    if (nodes.length === 0) return text;
    const address = run.href === undefined ? undefined : safeAddress(run.href);
    if (address === undefined) return text;
    const link = element('a', '');
    link.setAttribute('href', address);
    // In the preview a page would take the place of the handout.
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
    link.append(...text);
    return [link];
  }

  #textNodes(run: Run): Node[] {
    if (run.ruby !== undefined) {
      const note = element('span', 'reading');
      note.append(run.text.slice(run.ruby.base.length));
      return [document.createTextNode(run.ruby.base), note];
    }
    if (run.pinyin !== undefined) {
      return [...run.text].map((character, index) => {
        const ruby = element('ruby', '');
        const reading = element('rt', '');
        // A label, drawn by the style sheet, so that the page's text stays the author's.
        reading.setAttribute('data-pinyin', run.pinyin?.[index] ?? '');
        ruby.append(character, reading);
        return ruby;
      });
    }
    return [document.createTextNode(run.text)];
  }
}

function textsIn(node: Node): Text[] {
  return node instanceof Text ? [node] : [...node.childNodes].flatMap(textsIn);
}

/** Labels that stand before a sentence: the slide that comes on, the minutes so far. */
function marksOf(run: Run): Element[] {
  const marks: Element[] = [];
  if (run.minutes !== undefined) {
    const mark = element('span', 'minute-mark');
    mark.setAttribute('data-minutes', String(run.minutes));
    marks.push(mark);
  }
  if (run.slide !== undefined) marks.push(slideMark(run.slide));
  return marks;
}

/** 【3】, drawn by the style sheet. */
export function slideMark(slide: number): Element {
  const mark = element('span', 'slide-mark');
  mark.setAttribute('data-slide', String(slide));
  return mark;
}

/** The style at `depth` that all runs of a unit have. */
function commonStyle(unit: Unit, depth: number): RunStyle | undefined {
  const style = unit.runs[0]?.styles[depth];
  return unit.runs.every((run) => run.styles[depth] === style) ? style : undefined;
}

export function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  return made;
}
