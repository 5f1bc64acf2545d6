import type { HandoutBlock } from '../../handout/flow/types.ts';
import { element, type Xml } from '../ooxml/xml.ts';
import { blockXml } from './block-xml.ts';
import { W } from './faces.ts';
import { paragraph } from './paragraph.ts';
import { runProperties } from './properties.ts';
import { runsXml } from './run-xml.ts';
import type { Story } from './story.ts';

/** A footnote: its number and what stands in it. */
export interface Note {
  readonly number: number;
  readonly blocks: readonly HandoutBlock[];
}

/** The handout's blocks in front of its notes, and the notes; what stands between two notes belongs to the first. */
export function splitNotes(blocks: readonly HandoutBlock[]): { body: HandoutBlock[]; notes: Note[] } {
  const first = blocks.findIndex((block) => block.kind === 'note');
  if (first === -1) return { body: [...blocks], notes: [] };
  const notes: { number: number; blocks: HandoutBlock[] }[] = [];
  for (const block of blocks.slice(first)) {
    if (block.kind === 'note' && !block.continued) notes.push({ number: block.number, blocks: [block] });
    else notes.at(-1)?.blocks.push(block);
  }
  return { body: blocks.slice(0, first), notes };
}

/** Word's own notes: the rule above the notes of a page, and above those that go on from the page before. */
const SEPARATORS = [
  ['separator', -1],
  ['continuationSeparator', 0],
] as const;

/** Ids of the separators, for the settings of the document. */
export const SEPARATOR_IDS: readonly number[] = SEPARATORS.map(([, id]) => id);

/** The part word/footnotes.xml. */
export function footnotesPart(notes: readonly Note[], story: Story): Xml {
  const rules = SEPARATORS.map(([type, id]) =>
    element(
      'w:footnote',
      { 'w:type': type, 'w:id': id },
      paragraph({ spacing: { line: 240, lineRule: 'auto' } }, element('w:r', {}, element(`w:${type}`))),
    ),
  );
  const all = notes.map(({ number, blocks }) =>
    element(
      'w:footnote',
      { 'w:id': number },
      ...blocks.map((block, index) => noteBlock(block, index, story)),
    ),
  );
  return element(
    'w:footnotes',
    {
      'xmlns:w': W,
      'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
    },
    ...rules,
    ...all,
  );
}

function noteBlock(block: HandoutBlock, index: number, story: Story): Xml {
  if (index > 0 || !('runs' in block))
    return blockXml(block, story, {
      before: undefined,
      after: undefined,
      indent: undefined,
      bookmark: undefined,
      place: {},
    });
  const number = element('w:r', {}, runProperties({ rStyle: 'FootnoteReference' }), element('w:footnoteRef'));
  const space = element('w:r', {}, element('w:t', { 'xml:space': 'preserve' }, ' '));
  return paragraph({ pStyle: 'FootnoteText' }, number + space + runsXml(block.runs, story));
}
