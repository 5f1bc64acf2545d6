/**
 * Which source node, and from which of its characters on, each text node on a page was cloned from.
 *
 * Paged.js looks for the place of a page break by searching the text, and finds the wrong one where
 * sentences repeat (spec/pagination.md, D1–D4). Here it is known.
 */
export class CloneMap {
  readonly #texts = new WeakMap<Text, { readonly source: Text; readonly from: number }>();
  readonly #elements = new Map<string, Element>();

  /** @param source its elements carry a unique `data-ref` each */
  constructor(source: DocumentFragment) {
    for (const element of source.querySelectorAll('[data-ref]')) {
      this.#elements.set(element.getAttribute('data-ref') ?? '', element);
    }
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
  sourcePlace(node: Node, offset: number): { node: Node; offset: number } | undefined {
    if (node instanceof Text) {
      const known = this.#texts.get(node);
      return known && { node: known.source, offset: known.from + offset };
    }
    const child = node.childNodes[offset];
    if (child instanceof Text) return this.sourcePlace(child, 0);
    const ref = child instanceof Element ? child.getAttribute('data-ref') : null;
    const source = ref === null ? undefined : this.#elements.get(ref);
    return source && { node: source, offset: 0 };
  }

  /** Source of an element on a page. */
  sourceElement(element: Element): Element | undefined {
    return this.#elements.get(element.getAttribute('data-ref') ?? '');
  }
}
