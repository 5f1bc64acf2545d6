/**
 * The same handout by Paged.js as it comes, and by Chromium's own printing: what our pagination is measured against.
 * Served by the tests' and the bench's dev server only.
 */
import '../../src/fonts/handout-faces.css';
import { Previewer } from 'pagedjs';
import type { Handout } from '../../src/handout/flow/types.ts';
import { HandoutSource } from '../../src/handout/paginate/handout-source.ts';
import layouts from '../../src/handout/paginate/layouts.css?inline';
import official from '../../src/handout/paginate/official.css?inline';
import { pageRules } from '../../src/handout/paginate/page-rules.ts';
import { Pictures } from '../../src/handout/paginate/pictures.ts';
import type { StockResult } from './stock-page.ts';

const FOLIO = '@page { @bottom-center { content: "— " counter(page) " —"; } }';

/** Paged.js reads break rules itself, but not with `:is()` in them. */
const BREAKS = 'h2, h3, h4, h5, h6 { break-after: avoid } tr { break-inside: avoid }';
const styles = `${official}\n${layouts}`.replace(/break-(?:after|before|inside):[^;]+;/g, '');

function source(handout: Handout): HTMLElement {
  const made = new HandoutSource();
  made.update(handout, new Pictures(location.href));
  const root = document.createElement('div');
  root.className = 'handout';
  root.lang = handout.lang;
  root.append(made.fragment);
  // Stock Paged.js gives its own.
  for (const one of root.querySelectorAll('[data-ref]')) one.removeAttribute('data-ref');
  return root;
}

/** Lays HTML out with nothing but Paged.js 0.4.3; fonts are there. */
async function paginate(
  html: string,
  css: string,
  clean = true,
): Promise<{ ms: number; target: HTMLElement }> {
  document.body.replaceChildren();
  const target = document.createElement('div');
  document.body.append(target);
  const previewer = new Previewer();
  // It would fetch all two thousand slices of the fonts.
  previewer.chunker.loadFonts = async () => undefined;
  const start = performance.now();
  await previewer.preview(html, [{ [location.href]: css }], target);
  const ms = performance.now() - start;
  if (clean) previewer.polisher.destroy();
  return { ms, target };
}

/** What of each page lies inside it; measured with the style sheets still there. */
async function look(html: string, css: string, clean: boolean): Promise<StockResult> {
  await document.fonts.load('12pt "Noto Serif SC"', '群');
  const { target } = await paginate(html, css, false);
  const visible: string[] = [];
  const heads: number[] = [];
  let widest = 0;
  for (const content of target.querySelectorAll<HTMLElement>(
    '.pagedjs_page_content, .pagedjs_footnote_content',
  )) {
    const box = content.closest('.pagedjs_pagebox')!.getBoundingClientRect();
    let text = '';
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      for (let at = 0; at < node.length; at++) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const rect = range.getBoundingClientRect();
        if (rect.left < box.right && rect.top < box.bottom && rect.width > 0) text += node.data[at];
      }
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) widest = Math.max(widest, rect.width);
    }
    visible.push(text);
    if (content.querySelector('table')) heads.push(content.querySelectorAll('thead').length);
  }
  if (clean)
    for (const style of document.querySelectorAll('style[data-pagedjs-inserted-styles]')) style.remove();
  return { visible, text: target.textContent ?? '', heads, widest };
}

window.jiangtaiStock = {
  handout: (handout) => {
    const root = source(handout);
    const css = `${pageRules(handout)}\n${FOLIO}\n${styles}\n${BREAKS}`;
    return paginate(root.outerHTML, css).then(({ ms }) => ms);
  },
  look,
  showNative: async (handout, forPagedJs = false) => {
    const style = document.createElement('style');
    const rules = forPagedJs ? `${styles}\n${BREAKS}` : `${official}\n${layouts}`;
    style.textContent = `html, body { margin: 0 }\n${pageRules(handout)}\n${FOLIO}\n${rules}`;
    document.head.append(style);
    document.body.replaceChildren(source(handout));
    document.body.getBoundingClientRect();
    await document.fonts.ready;
  },
};

declare global {
  interface Window {
    jiangtaiStock?: {
      /** A handout by stock Paged.js, ms. */
      handout(handout: Handout): Promise<number>;
      /** Any HTML and CSS by stock Paged.js, and what can be seen of it. */
      look(html: string, css: string, clean: boolean): Promise<StockResult>;
      /** The handout as plain HTML with print styles. @param forPagedJs with those that stock Paged.js can read */
      showNative(handout: Handout, forPagedJs?: boolean): Promise<void>;
    };
  }
}
