import { breakLines } from '../../speech/lines/break-lines.ts';
import { characterWidth } from '../../speech/lines/character-width.ts';
import { runsText } from '../flow/text.ts';
import type { Handout, HandoutBlock, RunBlock } from '../flow/types.ts';
import type { Pictures } from './pictures.ts';
import { appendRuns, element } from './run-dom.ts';
import { signatureIndents } from './signature.ts';
import { tableElements } from './table-dom.ts';

/** Characters a centred line may hold: of the title at 2号, and of other lines at 3号, with room at both sides. */
const TITLE_ROOM = 19;
const FRONT_ROOM = 26;

/** Kinds of block that make up the title block. */
const FRONT: ReadonlySet<HandoutBlock['kind']> = new Set([
  'title',
  'subtitle',
  'byline',
  'date',
  'front-line',
]);

/** Addresses of all pictures of a handout. */
export function pictureSources(handout: Handout): string[] {
  const sources: string[] = [];
  for (const block of handout.blocks) {
    if (block.kind === 'figure') sources.push(block.src);
    const lines = block.kind === 'table' ? block.rows.flat() : 'runs' in block ? [block.runs] : [];
    for (const run of lines.flat()) if (run.image) sources.push(run.image.src);
  }
  return [...new Set(sources)];
}

/**
 * The handout as DOM, before pagination: one element a block, side by side, text nodes only.
 * Every element has a `data-ref` of its own, by which Paged.js and {@link CloneMap} know it.
 */
export function sourceDom(handout: Handout, pictures: Pictures): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const { blocks } = handout;
  const indents = signatureIndents(blocks);
  blocks.forEach((block, index) => {
    const elements = blockElements(block, pictures);
    const [first] = elements;
    if (first) {
      const [before, after] = [blocks[index - 1], blocks[index + 1]];
      // The last line of the title block keeps a line of white below it.
      if (FRONT.has(block.kind) && (after === undefined || !FRONT.has(after.kind)))
        first.classList.add('front-end');
      if (block.kind !== before?.kind) first.classList.add('first-of-kind');
      const indent = indents.get(block);
      if (indent !== undefined) first.setAttribute('data-indent', String(indent));
    }
    fragment.append(...elements);
  });
  let count = 0;
  for (const element of fragment.querySelectorAll('*')) element.setAttribute('data-ref', `r${count++}`);
  return fragment;
}

function blockElements(block: HandoutBlock, pictures: Pictures): Element[] {
  switch (block.kind) {
    case 'table':
      return tableElements(block, pictures);
    case 'figure': {
      const figure = element('figure', '');
      figure.append(pictures.element(block.src, block.alt, 'picture'));
      if (block.caption.length > 0) {
        const caption = element('figcaption', '');
        appendRuns(caption, block.caption, pictures);
        figure.append(caption);
      }
      return [figure];
    }
    case 'title':
    case 'subtitle':
    case 'byline':
    case 'date':
    case 'front-line':
      return [frontElement(block, pictures)];
    default: {
      const made = element(tagOf(block), classOf(block));
      if (block.kind === 'note' && !block.continued) made.setAttribute('data-number', String(block.number));
      appendRuns(made, block.runs, pictures, block.kind === 'heading');
      return [made];
    }
  }
}

/** Headings by level, below the title: they become the outline of the PDF. */
function tagOf(block: RunBlock): string {
  return block.kind === 'heading' ? `h${Math.min(6, block.level + 1)}` : 'p';
}

function classOf(block: RunBlock): string {
  const names: string[] = [block.kind];
  switch (block.kind) {
    case 'heading':
      names.push(`level-${Math.min(4, block.level)}`);
      break;
    case 'paragraph':
      if (block.role) names.push(block.role);
      break;
    case 'item':
      if (block.bullet) names.push('bullet');
      if (block.continued) names.push('continued');
      if (block.depth > 0) names.push(`depth-${Math.min(3, block.depth)}`);
      break;
    case 'quote':
      if (block.verse) names.push('verse');
      // ——《观书有感》: who says it, at the right.
      if (/^(?:——|—|──)/.test(runsText(block.runs))) names.push('attribution');
      break;
  }
  return names.join(' ');
}

/** A centred line of the title block, broken by meaning. Spaces between Han become one full-width space. */
function frontElement(block: RunBlock, pictures: Pictures): Element {
  const isTitle = block.kind === 'title';
  const made = element(isTitle ? 'h1' : 'p', block.kind);
  const text = runsText(block.runs).replace(/(?<=[^\x20-\x7e\s])\s+(?=[^\x20-\x7e\s])/gu, '\u3000');
  const room = isTitle ? TITLE_ROOM : FRONT_ROOM;
  const lines = breakLines(text, { room }).map((line) => line.trim());
  made.setAttribute('data-lines', String(lines.length));
  if (lines.some((line) => characterWidth(line) > FRONT_ROOM)) made.classList.add('long');
  for (const line of lines) {
    const span = element('span', 'line');
    span.append(line);
    made.append(span);
  }
  const calls = block.runs.filter((run) => run.noteNumber !== undefined);
  appendRuns(made.lastElementChild ?? made, calls, pictures);
  return made;
}
