import type { BreakToken, Layout } from 'pagedjs';
import type { CloneMap } from './clone-map.ts';
import { continueTable } from './continued-table.ts';
import { textBreakOffset } from './text-break.ts';

/** Number of parameters of each method we replace, in Paged.js 0.4.3 (`length`: up to the first default). */
const SHAPES: Readonly<Record<'append' | 'createBreakToken' | 'textBreak' | 'hyphenateAtBreak', number>> = {
  append: 3,
  createBreakToken: 3,
  textBreak: 5,
  hyphenateAtBreak: 2,
};

/**
 * Patches the `Layout` of one page (Paged.js creates one for each page): the place of a break comes from the clone map
 * instead of a text search, is found by bisection, and never gets a hyphen.
 *
 * @param cells characters that fill a page
 * @throws Error when a patched method does not exist (another version of Paged.js)
 */
export function patchLayout(layout: Layout, map: CloneMap, cells: number): void {
  for (const [name, length] of Object.entries(SHAPES)) {
    const method: unknown = Reflect.get(layout, name);
    if (typeof method !== 'function' || method.length !== length) {
      throw new Error(
        `pagedjs: Layout.${name} is not that of 0.4.3; pagedjs-patches.ts must be looked at again`,
      );
    }
  }
  const append = layout.append;
  let waiting = '';
  layout.append = function (this: Layout, node, dest, token, shallow, rebuild) {
    const clone = append.call(this, node, dest, token, shallow, rebuild);
    map.record(clone, node);
    shorten(clone, cells * MOST_ON_PAGE);
    continueTable(clone, map);
    // Paged.js reads only the length of the result, to decide whether to measure the page.
    if (!insideParagraph(node)) return clone;
    waiting += clone.textContent ?? '';
    if (!endsParagraph(node) && waiting.length < cells * ENOUGH) return NOTHING;
    const all = document.createTextNode(waiting);
    waiting = '';
    return all;
  };
  layout.createBreakToken = (overflow) => {
    const place = map.sourcePlace(overflow.startContainer, overflow.startOffset);
    return place && layout.breakAt(place.node, place.offset);
  };
  layout.textBreak = (node, _start, end, _vStart, vEnd) => textBreakOffset(node, end, vEnd);
  layout.hyphenateAtBreak = () => undefined;
}

/**
 * Paged.js appends a continued paragraph piece by piece. Append all of it (or enough for this page and the next) before
 * measuring, or the widow rule applies to the last line of a piece.
 */
const ENOUGH = 3;
const NOTHING = document.createTextNode('');

function insideParagraph(node: Node): boolean {
  return node.parentElement?.closest('p, h1, h2, h3, h4, h5, h6') != null;
}

function endsParagraph(node: Node): boolean {
  for (let at: Node = node; at.parentElement; at = at.parentElement) {
    if (at.nextSibling) return false;
    if (/^(?:P|H\d)$/.test(at.parentElement.tagName)) return true;
  }
  return true;
}

/** No page holds more characters than this times its cells: the narrowest letter is a fifth of one. */
const MOST_ON_PAGE = 8;

/** Leaves of a text that is longer than any page what a page may need: the rest would be laid out for nothing. */
function shorten(clone: Node, most: number): void {
  if (clone instanceof Text && clone.length > most) {
    const code = clone.data.charCodeAt(most);
    clone.deleteData(code >= 0xdc00 && code <= 0xdfff ? most - 1 : most, clone.length);
  }
}

/**
 * Makes two break tokens equal only when they name the same place. Paged.js treats offset 0 as any offset of the node: a
 * paragraph over three pages then ends in "Unable to layout item" and its rest is lost.
 */
export function patchBreakTokens(token: BreakToken): void {
  const prototype = Object.getPrototypeOf(token) as BreakToken;
  if (typeof prototype.equals !== 'function') {
    throw new Error('pagedjs: BreakToken.equals is missing; pagedjs-patches.ts must be looked at again');
  }
  prototype.equals = function (this: BreakToken, other) {
    return other !== undefined && this.node === other.node && (this.offset || 0) === (other.offset || 0);
  };
}
