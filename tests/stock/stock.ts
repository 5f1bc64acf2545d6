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

/** Lays the handout out with nothing but Paged.js 0.4.3; fonts are there. */
async function paginate(html: string, css: string): Promise<{ ms: number; texts: string[] }> {
  document.body.replaceChildren();
  const target = document.createElement('div');
  document.body.append(target);
  const previewer = new Previewer();
  // It would fetch all two thousand slices of the fonts.
  previewer.chunker.loadFonts = async () => undefined;
  const start = performance.now();
  await previewer.preview(html, [{ [location.href]: css }], target);
  const ms = performance.now() - start;
  const texts = [...target.querySelectorAll('.pagedjs_page_content')].map((page) => page.textContent ?? '');
  previewer.polisher.destroy();
  return { ms, texts };
}

window.jiangtaiStock = {
  handout: (handout) => {
    const root = source(handout);
    return paginate(root.outerHTML, `${pageRules(handout)}\n${FOLIO}\n${styles}\n${BREAKS}`);
  },
  html: paginate,
  showNative: async (handout) => {
    const style = document.createElement('style');
    style.textContent = `html, body { margin: 0 }\n${pageRules(handout)}\n${FOLIO}\n${official}\n${layouts}`;
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
      handout(handout: Handout): Promise<{ ms: number; texts: string[] }>;
      /** Any HTML and CSS by stock Paged.js. */
      html(html: string, css: string): Promise<{ ms: number; texts: string[] }>;
      /** The handout as plain HTML with print styles. */
      showNative(handout: Handout): Promise<void>;
    };
  }
}
