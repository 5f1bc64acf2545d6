/** Blocks that must not be the last on a page: they belong to what follows. */
const KEPT_WITH_NEXT = 'h1, h2, h3, h4, h5, h6, .salutation, .table-caption';

/** More than a line is wide, less than the way to the next column, px. */
const COLUMN = 1000;

/** What stands before content and is none of its own: a table's head, labels before a sentence. */
const NO_CONTENT = 'colgroup, thead, caption, .slide-mark, .minute-mark';

/** Where pages of a handout may end. */
export interface BreakRule {
  /**
   * Start of the sentence that contains a place, if it is on the same page. Given for layouts in which a sentence must
   * not continue over a page turn.
   */
  readonly sentenceStart?: (text: Text, page: HTMLElement) => Text | undefined;
}

/**
 * Moves the start of a page's overflow up to a place where a page may end:
 * never after the opening tag of a paragraph, never after a table's head, never after a heading, never before
 * the last line of three. A chain of headings moves as one (docs/spec/pagination.md, D5). When the whole page would
 * go, nothing moves.
 */
export function moveBreakUp(overflow: Range, page: HTMLElement, rule: BreakRule): Range {
  const start =
    sentenceAt(overflow, page, rule) ??
    nodeAtStart(overflow) ??
    (rule.sentenceStart ? undefined : paragraphOfThreeLines(overflow, page));
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

/** The text that begins the sentence which the overflow would part; undefined when it fills the page. */
function sentenceAt(overflow: Range, page: HTMLElement, rule: BreakRule): Text | undefined {
  if (rule.sentenceStart === undefined) return undefined;
  const at = overflow.startContainer instanceof Text ? overflow.startContainer : nodeAtStart(overflow);
  const text = at === undefined ? null : firstText(at);
  const start = text ? rule.sentenceStart(text, page) : undefined;
  const kept = start && (headingBefore(start, page) ?? start);
  return kept === firstText(page) ? undefined : kept;
}

/** The beginning of the run-in heading that a sentence follows: it is not left alone at a page's foot either. */
function headingBefore(text: Text, page: HTMLElement): Text | undefined {
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  walker.currentNode = text;
  const heading = walker.previousNode()?.parentElement?.closest('p [role="heading"]');
  const block = heading?.closest('p');
  if (!heading || heading.contains(text) || !block?.contains(text) || heading.hasAttribute('data-split-from'))
    return undefined;
  return firstText(heading) ?? undefined;
}

/** The first text in a node, or the node itself. */
function firstText(node: Node): Text | null {
  if (node instanceof Text) return node;
  return document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode() as Text | null;
}

/** The node that begins exactly where the range does; undefined inside a text. */
function nodeAtStart({ startContainer, startOffset }: Range): Node | undefined {
  if (startContainer instanceof Text) return startOffset === 0 ? startContainer : undefined;
  return startContainer.childNodes[startOffset];
}

/**
 * The paragraph that the break would split into two lines and one. Three lines cannot be split two and two, so it moves as
 * a whole; Chromium would leave the last line alone on the next page.
 */
function paragraphOfThreeLines(
  { startContainer, startOffset }: Range,
  page: HTMLElement,
): Element | undefined {
  let block: Node | null = startContainer;
  while (block && block.parentNode !== page) block = block.parentNode;
  if (!(block instanceof HTMLParagraphElement) || block.hasAttribute('data-split-from')) return undefined;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(startContainer, startOffset);
  const after = document.createRange();
  after.setStart(startContainer, startOffset);
  after.setEnd(block, block.childNodes.length);
  return lineCount(after) === 1 && lineCount(before) <= 2 ? block : undefined;
}

/** Lines that a range's text stands on: pieces whose middles lie within one another's height are one line. */
function lineCount(range: Range): number {
  let count = 0;
  let [bottom, left] = [Number.NEGATIVE_INFINITY, 0];
  for (const rect of range.getClientRects()) {
    if (rect.width === 0 || rect.height === 0) continue;
    const middle = (rect.top + rect.bottom) / 2;
    // A new line begins below the last, or in another column.
    if (middle > bottom || Math.abs(rect.left - left) > COLUMN) {
      count++;
      bottom = rect.bottom;
    }
    left = rect.left;
  }
  return count;
}

function hasContentBefore(node: Node): boolean {
  for (let previous = node.previousSibling; previous; previous = previous.previousSibling) {
    if (previous instanceof Element ? !previous.matches(NO_CONTENT) : previous.textContent !== '')
      return true;
  }
  return false;
}
