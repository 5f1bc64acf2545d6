import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { ImportError } from '../import-error.ts';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlDocument = DefaultTreeAdapterTypes.Document;

/**
 * Unclosed emphasis is opened anew in every block, by the standard: a small file can grow into a tree without
 * end. A page of 300,000 characters with a `span` around each stays below.
 */
const MOST_ELEMENTS = 500_000;

/**
 * HTML → tree, by the standard's own algorithm. Nothing runs and nothing is fetched: it is data.
 *
 * @throws ImportError `page-too-large` when the tree has too many elements
 */
export function parseHtml(html: string): HtmlDocument {
  let count = 0;
  const createElement: typeof defaultTreeAdapter.createElement = (...args) => {
    if (++count > MOST_ELEMENTS) throw new ImportError('page-too-large', { limit: MOST_ELEMENTS });
    return defaultTreeAdapter.createElement(...args);
  };
  return parse(html, { scriptingEnabled: false, treeAdapter: { ...defaultTreeAdapter, createElement } });
}

export function isElement(node: HtmlNode | undefined): node is HtmlElement {
  return node !== undefined && defaultTreeAdapter.isElementNode(node);
}

export function isText(node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode {
  return defaultTreeAdapter.isTextNode(node);
}

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

export function hasClass(element: HtmlElement, pattern: RegExp): boolean {
  return (attribute(element, 'class') ?? '').split(/\s+/).some((name) => pattern.test(name));
}

/** All elements below, in order, without recursion: pages nest as deep as they like. */
export function* allElements(root: { readonly childNodes: readonly HtmlNode[] }): Generator<HtmlElement> {
  const stack = root.childNodes.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (let index = node.childNodes.length - 1; index >= 0; index--) stack.push(node.childNodes[index]!);
  }
}

/**
 * All text below that can be words of the page.
 *
 * @param unseen names of elements whose content is skipped
 */
export function visibleText(root: HtmlElement, unseen: ReadonlySet<string> = NEVER_SHOWN): string {
  let text = '';
  const stack: HtmlNode[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) text += node.value;
    else if (isElement(node) && !unseen.has(node.tagName))
      for (let index = node.childNodes.length - 1; index >= 0; index--) stack.push(node.childNodes[index]!);
  }
  return text;
}

/** Elements whose content is no text of the page: programs, forms, embedded things, the page's head. */
export const NEVER_SHOWN: ReadonlySet<string> = new Set(
  'script style noscript template head title meta link base iframe frame frameset noframes object embed applet param audio video track source canvas map area svg select option optgroup datalist button input textarea progress meter dialog noembed xmp plaintext listing xml rp del annotation annotation-xml'.split(
    ' ',
  ),
);
