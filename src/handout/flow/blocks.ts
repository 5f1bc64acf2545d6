import { inlineText, shownMarker } from '../../speech/text.ts';
import type { Block, Footnote, List, Passage, Quote, Section, SourceRange } from '../../speech/types.ts';
import { asSentence, runsOf, sentenceRuns } from './runs.ts';
import { headingStyles, isHeadingLine, sectionRuns } from './sections.ts';
import type { HandoutBlock, Run } from './types.ts';

type Node = Section | Passage | Block;

/** Appends the blocks of `nodes` to `out`, in order. */
export function appendBlocks(out: HandoutBlock[], nodes: readonly Node[]): void {
  for (const node of nodes) appendBlock(out, node);
}

function appendBlock(out: HandoutBlock[], node: Node): void {
  const from = out.length;
  appendNode(out, node);
  if (!('only' in node) || node.only !== 'print') return;
  for (let index = from; index < out.length; index++) {
    const block = out[index]!;
    if ('runs' in block) out[index] = { ...block, unspoken: true };
  }
}

function appendNode(out: HandoutBlock[], node: Node): void {
  const { range } = node;
  switch (node.kind) {
    case 'passage':
      appendBlocks(out, node.children);
      break;
    case 'section':
      appendSection(out, node);
      break;
    case 'paragraph': {
      const runs = sentenceRuns(node.children);
      if (node.joins && joinLast(out, runs, range)) break;
      out.push({
        kind: 'paragraph',
        ...(node.role ? { role: node.role } : {}),
        runs,
        range,
      });
      break;
    }
    case 'salutation':
    case 'cue':
      out.push({ kind: node.kind, runs: sentenceRuns(node.children), range });
      break;
    case 'list':
      appendList(out, node, 0);
      break;
    case 'quote':
      appendQuote(out, node);
      break;
    case 'table':
      out.push({
        kind: 'table',
        headRows: node.headRows,
        align: node.align,
        caption: node.caption ? sentenceRuns(node.caption) : [],
        rows: node.rows.map((row) => row.cells.map((cell) => asSentence(runsOf(cell.children), cell.range))),
        range,
      });
      break;
    case 'figure':
      out.push({
        kind: 'figure',
        src: node.image.src,
        alt: node.image.alt,
        caption: sentenceRuns(node.caption),
        range,
      });
      break;
    case 'signature':
      for (const line of node.lines) {
        const runs = asSentence(runsOf(line.children), line.range);
        out.push({ kind: 'signature-line', runs, range: line.range });
      }
      break;
    case 'break':
      break;
  }
}

function appendSection(out: HandoutBlock[], section: Section): void {
  const { range } = section;
  if (isHeadingLine(section)) {
    const runs = sectionRuns(section, headingStyles(section));
    out.push({ kind: 'heading', level: section.level, runs, range });
  } else {
    // A heading without anything under it is set like a sentence, without a face of its own.
    const runs = sectionRuns(section, section.children.length > 0 ? headingStyles(section) : []);
    if (!(section.joins && joinLast(out, runs, range))) {
      out.push({ kind: 'paragraph', runs, range });
    }
  }
  appendBlocks(out, section.children);
}

/** Adds runs to the printed paragraph that is last in `out`; false when there is none. */
function joinLast(out: HandoutBlock[], runs: readonly Run[], range: SourceRange): boolean {
  const last = out.at(-1);
  if (last?.kind !== 'paragraph') return false;
  out[out.length - 1] = {
    ...last,
    runs: [...last.runs, ...runs],
    range: { start: last.range.start, end: Math.max(last.range.end, range.end) },
  };
  return true;
}

function appendList(out: HandoutBlock[], list: List, depth: number): void {
  for (const item of list.items) {
    const text = shownMarker(list, item);
    let marker: Run[] =
      text === '' ? [] : [{ text, styles: [], range: { start: item.range.start, end: item.range.start } }];
    let first = true;
    const push = (runs: readonly Run[], range: SourceRange) => {
      out.push({
        kind: 'item',
        depth,
        bullet: first && text === '',
        ...(first ? {} : { continued: true }),
        runs: [...marker, ...runs],
        range,
      });
      marker = [];
      first = false;
    };
    for (const child of item.children) {
      if (child.kind === 'paragraph') {
        push(sentenceRuns(child.children), child.range);
        continue;
      }
      // The marker is text: it precedes the item's first block of any kind.
      if (marker.length > 0) push([], item.range);
      if (child.kind === 'list') appendList(out, child, depth + 1);
      else appendBlock(out, child);
    }
    if (marker.length > 0) push([], item.range);
  }
}

/** One block a paragraph of the quotation; verse one block a line, which is never filled up to the margin. */
function appendQuote(out: HandoutBlock[], quote: Quote): void {
  for (const child of quote.children) {
    if (child.kind !== 'paragraph' || inlineText(child.children) === '') {
      appendBlock(out, child);
      continue;
    }
    const runs = sentenceRuns(child.children);
    out.push({ kind: 'quote', verse: quote.verse, runs, range: child.range });
  }
}

/** A footnote, at the end of the handout: Paged.js clips notes at the page's foot (docs/spec/pagination.md, D7). */
export function appendNote(out: HandoutBlock[], note: Footnote): void {
  let first = true;
  for (const child of note.children) {
    if (child.kind !== 'paragraph') {
      appendBlock(out, child);
      continue;
    }
    const runs = sentenceRuns(child.children);
    out.push({
      kind: 'note',
      number: note.number,
      ...(first ? {} : { continued: true }),
      runs,
      range: child.range,
    });
    first = false;
  }
}
