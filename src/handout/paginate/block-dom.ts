import { frontLines } from '../flow/front-lines.ts';
import { runsText } from '../flow/text.ts';
import type { ContentsBlock, Handout, HandoutBlock, RunBlock } from '../flow/types.ts';
import { REPEATED } from './continued-table.ts';
import type { Pictures } from './pictures.ts';
import { appendRuns, element, type SentenceRecord, slideMark } from './run-dom.ts';
import { tableElements } from './table-dom.ts';

/** What the elements of a block depend on beside the block itself. */
export interface BlockContext {
  readonly handout: Pick<Handout, 'layout' | 'style' | 'lang'>;
  readonly pictures: Pictures;
  /** Last block of the title block. */
  readonly endsFront: boolean;
  /** The block before it is of another kind. */
  readonly firstOfKind: boolean;
  /** Right indent of a signature line, characters. */
  readonly indent: number | undefined;
}

/** The elements of a block, in order: text nodes only, nothing of the author's is ever taken for markup. */
export function blockElements(
  block: HandoutBlock,
  context: BlockContext,
  record: SentenceRecord,
): HTMLElement[] {
  const elements = makeElements(block, context, record);
  const [first] = elements;
  if (first) {
    // The last line of the title block keeps a line of white below it.
    if (context.endsFront) first.classList.add('front-end');
    if (context.firstOfKind) first.classList.add('first-of-kind');
    if (context.indent !== undefined) first.setAttribute('data-indent', String(context.indent));
    if ('optional' in block && block.optional) first.classList.add('optional');
  }
  if (!('runs' in block) && block.kind !== 'contents' && block.slide !== undefined) {
    const mark = element('p', 'shown-slide');
    mark.append(slideMark(block.slide));
    elements.unshift(mark);
  }
  return elements;
}

function makeElements(block: HandoutBlock, context: BlockContext, record: SentenceRecord): HTMLElement[] {
  const { pictures } = context;
  switch (block.kind) {
    case 'table':
      return tableElements(block, pictures, record);
    case 'contents':
      return contentsElements(block, context.handout.lang);
    case 'figure': {
      const figure = element('figure', '');
      figure.append(pictures.element(block.src, block.alt, 'picture'));
      if (block.caption.length > 0) {
        const caption = element('figcaption', '');
        appendRuns(caption, block.caption, pictures, record);
        figure.append(caption);
      }
      return [figure];
    }
    case 'title':
    case 'subtitle':
    case 'byline':
    case 'date':
    case 'front-line':
      return [frontElement(block, context, record)];
    default: {
      const made = element(tagOf(block), classOf(block));
      if (block.kind === 'note' && !block.continued) made.setAttribute('data-number', String(block.number));
      appendRuns(made, block.runs, pictures, record, block.kind === 'heading');
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
      // ——《观书有感》: the attribution of a quotation, right-aligned.
      if (/^(?:——|—|──)/.test(runsText(block.runs))) names.push('attribution');
      break;
  }
  return names.join(' ');
}

/** A centred paragraph of the title block, its lines broken by meaning. */
function frontElement(
  block: RunBlock,
  { handout, pictures }: BlockContext,
  record: SentenceRecord,
): HTMLElement {
  const made = element(block.kind === 'title' ? 'h1' : 'p', block.kind);
  const { lines, long } = frontLines(block, handout);
  made.setAttribute('data-lines', String(lines.length));
  if (long) made.classList.add('long');
  let sentence = block.runs[0]?.sentence;
  for (const line of lines) {
    const span = element('span', 'line');
    const node = document.createTextNode(line);
    span.append(node);
    record.add([node], sentence);
    sentence = undefined;
    made.append(span);
  }
  const calls = block.runs
    .filter((run) => run.noteNumber !== undefined)
    .map(({ sentence: _, ...call }) => call);
  appendRuns(made.lastElementChild ?? made, calls, pictures, record);
  return made;
}

/** 目录, its lines and the places for their page numbers; all of it says again what stands elsewhere. */
function contentsElements(block: ContentsBlock, lang: Handout['lang']): HTMLElement[] {
  const title = element('p', 'contents-title');
  title.append(lang === 'zh-Hant' ? '目　錄' : '目　录');
  const lines = block.entries.map(({ level, text }) => {
    const line = element('p', `contents-entry level-${level}`);
    const words = element('span', 'contents-text');
    words.append(text);
    line.append(words);
    return line;
  });
  const all = [title, ...lines];
  for (const one of all) one.setAttribute(REPEATED, '');
  all.at(-1)?.classList.add('contents-end');
  return all;
}
