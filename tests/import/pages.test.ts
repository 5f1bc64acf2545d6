import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../src/import/import-file.ts';
import { bareText } from '../../src/text/bare-text.ts';
import { MADE_PAGES } from './made-pages.ts';

const read = (html: string) => importFile(new TextEncoder().encode(html), 'a.html');
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
const isParagraph = (line: string): boolean => line.length >= 25;

/** What Mozilla's Readability takes for the article, without white space. */
function secondOpinion(html: string): string {
  const { document } = parseHTML(html);
  const article = new Readability(document as unknown as Document, { charThreshold: 0 }).parse();
  return bareText(article?.textContent ?? '');
}

/** Words of the page that a reader sees, piece by piece. */
function seenPieces(html: string): string[] {
  const { document } = parseHTML(html);
  const pieces: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === 3) pieces.push(bareText(node.textContent ?? ''));
    else if (!/^(?:script|style)$/i.test(node.nodeName)) for (const inner of node.childNodes) walk(inner);
  };
  walk(document.body);
  return pieces.filter((piece) => piece !== '');
}

describe.each(MADE_PAGES.map((page) => [page.name, page] as const))('%s', (_, { html, lines }) => {
  it('gives the speech with its title, nothing around it', () => {
    expect(linesOf(read(html).source.text)).toEqual(lines);
  });

  it('agrees with Readability on the paragraphs', () => {
    const other = secondOpinion(html);
    const ours = linesOf(read(html).source.text).filter(isParagraph);
    expect(ours.filter((line) => !other.includes(bareText(line)) && !line.includes('来源'))).toEqual([]);
  });

  it('loses no word: what is not the speech is in the report', () => {
    const { source, leftOut } = read(html);
    const all = bareText(source.text) + leftOut.map(({ text }) => bareText(text)).join('');
    expect(seenPieces(html).filter((piece) => !all.includes(piece))).toEqual([]);
  });
});
