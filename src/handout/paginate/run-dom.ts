import type { Run, RunStyle } from '../flow/types.ts';
import type { Pictures } from './pictures.ts';

/** Element of each style; all text is set as text nodes, so nothing of the author's is ever taken for markup. */
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

/** Runs that must stay on one line together, and whether they must. */
interface Unit {
  readonly runs: Run[];
  readonly whole: boolean;
}

/** Appends runs to `parent`: neighbours of one style share an element. */
export function appendRuns(parent: Element, runs: readonly Run[], pictures: Pictures): void {
  const units = unitsOf(runs);
  for (let index = 0; index < units.length; ) {
    const unit = units[index]!;
    if (unit.runs.length > 1) {
      const whole = element('span', 'nb');
      for (const run of unit.runs) styledParent(whole, run).append(...content(run, pictures));
      parent.append(whole);
      index++;
      continue;
    }
    const first = unit.runs[0]!;
    const inner = styledParent(parent, first);
    for (; index < units.length; index++) {
      const { runs, whole } = units[index]!;
      const run = runs[0]!;
      if (runs.length > 1 || !sameStyle(run, first)) break;
      const nodes = content(run, pictures);
      if (whole) {
        const span = element('span', 'nb');
        span.append(...nodes);
        inner.append(span);
      } else inner.append(...nodes);
    }
  }
}

function unitsOf(runs: readonly Run[]): Unit[] {
  const units: Unit[] = [];
  for (const run of runs) {
    if (run.joinsRunBefore && units.length > 0) units.at(-1)!.runs.push(run);
    else units.push({ runs: [run], whole: run.noBreak === true });
  }
  return units;
}

function sameStyle(a: Run, b: Run): boolean {
  return (
    a.href === b.href &&
    a.styles.length === b.styles.length &&
    a.styles.every((style) => b.styles.includes(style))
  );
}

/** The element that gives a run its styles, appended to `parent`; `parent` itself for plain text. */
function styledParent(parent: Element, run: Run): Element {
  let inner = parent;
  for (const style of run.styles) {
    const [tag, className] = ELEMENT_OF[style];
    const child = element(tag, className);
    inner.append(child);
    inner = child;
  }
  const address = run.href === undefined ? undefined : safeAddress(run.href);
  if (address !== undefined) {
    const link = element('a', '');
    link.setAttribute('href', address);
    inner.append(link);
    inner = link;
  }
  return inner;
}

/** Addresses a printed link may have; scripts are none. */
function safeAddress(href: string): string | undefined {
  return /^(?:https?:|mailto:|tel:)/i.test(href) ? href : undefined;
}

function content(run: Run, pictures: Pictures): Node[] {
  if (run.noteNumber !== undefined) {
    const call = element('span', 'note-call');
    call.setAttribute('data-number', String(run.noteNumber));
    return [call];
  }
  if (run.image !== undefined) return [pictures.element(run.image.src, run.image.alt, 'inline-picture')];
  if (run.ruby !== undefined) {
    const note = element('span', 'reading');
    note.append(run.text.slice(run.ruby.base.length));
    return [document.createTextNode(run.ruby.base), note];
  }
  return run.text === '' ? [] : [document.createTextNode(run.text)];
}

export function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  return made;
}
