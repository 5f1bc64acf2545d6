/** Blocks that must not be the last on a page: they belong to what follows. */
const KEPT_WITH_NEXT = 'h1, h2, h3, h4, h5, h6, .table-caption';

/** Parts of a table that are no content of their own. */
const TABLE_HEAD = 'colgroup, thead, caption';

/**
 * Moves the start of a page's overflow up to a place where a page may end:
 * never after the opening tag of a paragraph, never after a table's head, never after a heading.
 * A chain of headings moves as one (spec/pagination.md, D5). When the whole page would go, nothing moves.
 */
export function raiseBreak(overflow: Range, page: HTMLElement): Range {
  const start = nodeAtStart(overflow);
  if (start === undefined) return overflow;
  let node: Node = start;
  for (let parent = node.parentElement; parent && parent !== page; parent = node.parentElement) {
    if (hasContentBefore(node) || parent.hasAttribute('data-split-from')) break;
    node = parent;
  }
  if (node.parentNode === page) {
    for (
      let previous = (node as Element).previousElementSibling;
      ;
      previous = previous.previousElementSibling
    ) {
      if (previous === null) return overflow;
      if (!previous.matches(KEPT_WITH_NEXT)) break;
      node = previous;
    }
  }
  const raised = overflow.cloneRange();
  raised.setStartBefore(node);
  return raised;
}

/** The node that begins exactly where the range does; undefined inside a text. */
function nodeAtStart({ startContainer, startOffset }: Range): Node | undefined {
  if (startContainer instanceof Text) return startOffset === 0 ? startContainer : undefined;
  return startContainer.childNodes[startOffset];
}

function hasContentBefore(node: Node): boolean {
  for (let previous = node.previousSibling; previous; previous = previous.previousSibling) {
    if (previous instanceof Element ? !previous.matches(TABLE_HEAD) : previous.textContent !== '')
      return true;
  }
  return false;
}
