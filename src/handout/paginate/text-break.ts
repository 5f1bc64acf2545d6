/**
 * Offset of the first character of `node` that lies beyond `end` (in the next column) or below `vEnd`, px;
 * undefined when none does. Found by bisection, since characters lie in reading order; measuring each from the
 * paragraph's start took most of Paged.js's time (docs/spec/pagination.md, section A).
 */
export function textBreakOffset(node: Text, end: number, vEnd: number): number | undefined {
  const range = document.createRange();
  const { data } = node;
  /** Whether the character at `offset` is over the edge; the next that is drawn decides for those that are not. */
  const isOver = (offset: number): boolean => {
    for (let at = offset; at < data.length; at++) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const [rect] = range.getClientRects();
      if (rect && (rect.width > 0 || rect.height > 0)) {
        return Math.floor(rect.left) >= end || Math.floor(rect.top) >= vEnd;
      }
    }
    return false;
  };
  let low = 0;
  let high = data.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isOver(middle)) high = middle;
    else low = middle + 1;
  }
  if (low >= data.length) return undefined;
  // Never between the two UTF-16 units of one character.
  const code = data.charCodeAt(low);
  return code >= 0xdc00 && code <= 0xdfff ? low - 1 : low;
}
