import type { SourceRange } from '../../speech/types.ts';
import { FRONT } from '../flow/front-lines.ts';
import { pictureSources } from '../flow/pictures.ts';
import { signatureIndents } from '../flow/signature.ts';
import type { Handout, HandoutBlock } from '../flow/types.ts';
import { type BlockContext, blockElements } from './block-dom.ts';
import type { Pictures } from './pictures.ts';
import { SentenceRecord } from './run-dom.ts';

/** A block with its elements. */
interface Entry {
  /** What the elements were made from, places in the source aside: equal keys, equal elements. */
  readonly key: string;
  readonly elements: readonly HTMLElement[];
  readonly texts: SentenceRecord['texts'];
  /** Of the newest handout: an edit before the block moves them. */
  sentences: readonly SourceRange[];
  range: SourceRange;
}

/** Blocks `from` to `from + removed` of the source gave place to `added` others. */
export interface SourceChange {
  readonly from: number;
  readonly removed: number;
  readonly added: number;
}

/** The sentence a text node of the source belongs to. */
interface Owner {
  readonly entry: Entry;
  readonly sentence: number;
}

/**
 * The handout as DOM before pagination, kept across edits: one element a block, as siblings. An unchanged block keeps its
 * nodes, so that pages cloned from them stay valid.
 *
 * Every element has a unique `data-ref`, by which Paged.js and `CloneMap` identify it.
 */
export class HandoutSource {
  readonly fragment = document.createDocumentFragment();
  #entries: Entry[] = [];
  readonly #byRef = new Map<string, Element>();
  readonly #owners = new WeakMap<Text, Owner>();
  #indexes = new Map<Element, number>();
  #count = 0;

  /**
   * Updates the DOM to `handout`, whose layout, style and language must be those of the previous calls.
   *
   * @returns the change; undefined when nothing on the pages changes
   */
  update(handout: Handout, pictures: Pictures): SourceChange | undefined {
    const { blocks } = handout;
    const indents = signatureIndents(blocks);
    const contexts = blocks.map(
      (block, index): BlockContext => ({
        handout,
        pictures,
        endsFront: FRONT.has(block.kind) && !FRONT.has(blocks[index + 1]?.kind ?? 'paragraph'),
        firstOfKind: block.kind !== blocks[index - 1]?.kind,
        indent: indents.get(block),
      }),
    );
    const keys = blocks.map((block, index) => keyOf(block, contexts[index]!));
    const old = this.#entries;
    let from = 0;
    while (from < old.length && from < keys.length && old[from]!.key === keys[from]) from++;
    let same = 0;
    while (
      same < old.length - from &&
      same < keys.length - from &&
      old[old.length - 1 - same]!.key === keys[keys.length - 1 - same]
    )
      same++;
    const removed = old.length - from - same;
    const added = keys.length - from - same;
    if (removed > 0 || added > 0) {
      const fresh = keys
        .slice(from, from + added)
        .map((key, index) => this.#make(key, blocks[from + index]!, contexts[from + index]!));
      const next = old[from + removed]?.elements[0] ?? null;
      for (const entry of old.slice(from, from + removed)) this.#remove(entry);
      for (const entry of fresh)
        for (const element of entry.elements) this.fragment.insertBefore(element, next);
      this.#entries = [...old.slice(0, from), ...fresh, ...old.slice(from + removed)];
      this.#indexes = new Map(
        this.#entries.flatMap((entry, index) => entry.elements.map((element) => [element, index] as const)),
      );
    }
    this.#entries.forEach((entry, index) => {
      entry.range = blocks[index]!.range;
      entry.sentences = sentenceRanges(blocks[index]!);
    });
    return removed > 0 || added > 0 ? { from, removed, added } : undefined;
  }

  /** The element with this `data-ref`. */
  elementOf(ref: string): Element | undefined {
    return this.#byRef.get(ref);
  }

  /** Elements of blocks `from` to `to`. */
  elements(from: number, to: number): readonly HTMLElement[] {
    return this.#entries.slice(from, to).flatMap((entry) => entry.elements);
  }

  /** Index of the block that a node of the source is in; undefined for a node that was taken out. */
  blockOf(node: Node): number | undefined {
    let top: Node | null = node;
    while (top && top.parentNode !== this.fragment) top = top.parentNode;
    return top ? this.#indexes.get(top as Element) : undefined;
  }

  /** Place in the author's source of the sentence that a text of this source belongs to. */
  sentenceOf(text: Text): SourceRange | undefined {
    const owner = this.#owners.get(text);
    return owner && (owner.entry.sentences[owner.sentence] ?? owner.entry.range);
  }

  /** The first text of the sentence that `text` belongs to. */
  sentenceStart(text: Text): Text | undefined {
    const owner = this.#owners.get(text);
    return owner?.entry.texts.find(({ sentence }) => sentence === owner.sentence)?.text;
  }

  /** Elements that hold text of `range`, and which of their texts do. */
  within(range: SourceRange): { readonly element: Element; has(text: Text): boolean }[] {
    const touches = (one: SourceRange) => one.start < range.end && range.start < one.end;
    const holds = (one: SourceRange) => touches(one) || (one.start <= range.start && range.start < one.end);
    return this.#entries
      .filter((entry) => holds(entry.range) || entry.sentences.some(holds))
      .flatMap((entry) =>
        entry.elements.map((element) => ({
          element,
          has: (text: Text) => {
            const owner = this.#owners.get(text);
            return owner !== undefined && holds(owner.entry.sentences[owner.sentence] ?? owner.entry.range);
          },
        })),
      );
  }

  #make(key: string, block: HandoutBlock, context: BlockContext): Entry {
    const record = new SentenceRecord();
    const elements = blockElements(block, context, record);
    for (const element of elements) {
      for (const one of [element, ...element.querySelectorAll('*')]) {
        const ref = `r${this.#count++}`;
        one.setAttribute('data-ref', ref);
        this.#byRef.set(ref, one);
      }
    }
    const entry: Entry = {
      key,
      elements,
      texts: record.texts,
      sentences: record.ranges,
      range: block.range,
    };
    for (const { text, sentence } of record.texts) this.#owners.set(text, { entry, sentence });
    return entry;
  }

  #remove(entry: Entry): void {
    for (const element of entry.elements) {
      element.remove();
      for (const one of [element, ...element.querySelectorAll('*')])
        this.#byRef.delete(one.getAttribute('data-ref') ?? '');
    }
  }
}

/** In the order in which `blockElements` records them. */
function sentenceRanges(block: HandoutBlock): SourceRange[] {
  const runs =
    block.kind === 'table'
      ? [...block.caption, ...block.rows.flat(2)]
      : block.kind === 'figure'
        ? block.caption
        : block.kind === 'contents'
          ? []
          : block.runs;
  return runs.flatMap((run) => (run.sentence ? [run.sentence] : []));
}

/** Everything the elements depend on, as text. */
function keyOf(block: HandoutBlock, { endsFront, firstOfKind, indent, pictures }: BlockContext): string {
  const content = JSON.stringify(block, (name, value) =>
    name === 'range' ? undefined : name === 'sentence' ? 1 : value,
  );
  const shown = /"src":/.test(content) ? pictureSources({ blocks: [block] }) : [];
  return `${endsFront} ${firstOfKind} ${indent} ${shown.map((source) => pictures.key(source)).join()} ${content}`;
}
