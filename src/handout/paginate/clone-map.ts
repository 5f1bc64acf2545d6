/** A place in the source of a handout. */
export interface SourcePlace {
  readonly node: Node;
  readonly offset: number;
}

/**
 * Maps each text node on a page to its source node and the offset in it from which it was cloned.
 *
 * Paged.js looks for the place of a page break by searching the text, and finds the wrong one where
 * sentences repeat (docs/spec/pagination.md, D1–D4). This map replaces the search.
 */
export class CloneMap {
  readonly #texts = new WeakMap<Text, { readonly source: Text; readonly from: number }>();
  readonly #elementOf: (ref: string) => Element | undefined;

  /** @param elementOf the source's element with this `data-ref` */
  constructor(elementOf: (ref: string) => Element | undefined) {
    this.#elementOf = elementOf;
  }

  /** Notes that `clone` (with all below it) was made from `source`. A shortened text lacks its beginning. */
  record(clone: Node, source: Node): void {
    if (clone instanceof Text && source instanceof Text) {
      this.#texts.set(clone, { source, from: source.length - clone.length });
      return;
    }
    const clones = clone.childNodes;
    const sources = source.childNodes;
    // A shallow clone has no children yet: they are recorded when they are appended.
    if (clones.length !== sources.length) return;
    for (let index = 0; index < clones.length; index++) this.record(clones[index]!, sources[index]!);
  }

  /** Place in the source of a place on a page; undefined for what has no source. */
  sourcePlace(node: Node, offset: number): SourcePlace | undefined {
    if (node instanceof Text) {
      const known = this.#texts.get(node);
      return known && { node: known.source, offset: known.from + offset };
    }
    const child = node.childNodes[offset];
    if (child instanceof Text) return this.sourcePlace(child, 0);
    const source = child instanceof Element ? this.sourceElement(child) : undefined;
    return source && { node: source, offset: 0 };
  }

  /** Source of an element on a page. */
  sourceElement(element: Element): Element | undefined {
    const ref = element.getAttribute('data-ref');
    return ref === null ? undefined : this.#elementOf(ref);
  }
}
