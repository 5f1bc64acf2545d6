import { withQuotations } from './quotations.ts';
import { inlineText } from './text.ts';
import { beginAlike, openAlike, withOpeningTopic, withTopics } from './topics.ts';
import type { Block, Inline, Paragraph, Passage, Section } from './types.ts';

/** So many paragraphs that begin alike are points, whatever they say. */
const FEWEST_PARALLEL = 3;

/** Finds, in every paragraph of the text, its topic sentences and what it quotes. */
export function enrich<T extends Section | Passage | Block>(nodes: readonly T[]): T[] {
  const opened = openingTopics(nodes);
  return nodes.map((node, index) => enriched(opened.get(index) ?? node) as T);
}

/** Neighbouring paragraphs whose first sentences are built alike: these head them. */
function openingTopics(nodes: readonly (Section | Passage | Block)[]): Map<number, Paragraph> {
  const found = new Map<number, Paragraph>();
  let run: { index: number; paragraph: Paragraph; text: string }[] = [];
  const close = () => {
    const [first, second] = run;
    const alike = run.length >= FEWEST_PARALLEL || (first && second && openAlike(first.text, second.text));
    if (alike)
      for (const { index, paragraph } of run)
        found.set(index, { ...paragraph, children: withOpeningTopic(paragraph.children) });
    run = [];
  };
  for (const [index, node] of nodes.entries()) {
    const text = node.kind === 'paragraph' && !node.role && !node.joins ? inlineText(node.children) : '';
    const before = run.at(-1);
    if (node.kind !== 'paragraph' || text === '') {
      close();
      continue;
    }
    if (before && !beginAlike(before.text, text) && !openAlike(before.text, text)) close();
    run.push({ index, paragraph: node, text });
  }
  close();
  return found;
}

function enriched(node: Section | Passage | Block): Section | Passage | Block {
  switch (node.kind) {
    case 'passage':
    case 'section':
      return { ...node, children: enrich<Section | Block>(node.children) } as Section | Passage;
    case 'paragraph':
      return {
        ...node,
        children: quotationsIn(
          node.role || hasTopic(node.children) ? node.children : withTopics(node.children),
        ),
      };
    case 'quote':
      return node;
    case 'list':
      return { ...node, items: node.items.map((item) => ({ ...item, children: enrich(item.children) })) };
    default:
      return node;
  }
}

function hasTopic(inlines: readonly Inline[]): boolean {
  return inlines.some((inline) => inline.kind === 'topic');
}

/** A topic holds no quotation; the text between topics may. */
function quotationsIn(inlines: readonly Inline[]): Inline[] {
  const found: Inline[] = [];
  let run: Inline[] = [];
  for (const inline of inlines) {
    if (inline.kind === 'topic') {
      found.push(...withQuotations(run), inline);
      run = [];
    } else run.push(inline);
  }
  return [...found, ...withQuotations(run)];
}
