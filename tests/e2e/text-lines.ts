import type { JSHandle, Page } from '@playwright/test';

/** A way text is set: a stack of src/fonts/stacks.css and a weight. */
export interface Setting {
  readonly stack: string;
  readonly weight: number;
}

/** Characters a line of {@link lineLengths} holds. */
const MEASURE = 28;

/**
 * Sets paragraphs in the faces of a page and counts the characters of each line.
 *
 * @param page deck.html or handout.html
 * @returns a text for each paragraph: the lengths of its lines, in characters
 */
export function lineLengths(
  page: Page,
  { stack, weight }: Setting,
  text: readonly string[],
): Promise<string[]> {
  return withText(page, { stack, weight }, text, (holder) =>
    [...holder.children].map((paragraph) => {
      const node = paragraph.firstChild as Text;
      const range = document.createRange();
      const lengths: number[] = [];
      let bottom = Number.NEGATIVE_INFINITY;
      for (let at = 0; at < node.length; at++) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getClientRects()[0];
        // A space at a line's end, and the second half of a character outside the first plane, have no box.
        if (box && box.width > 0 && box.top >= bottom - 1) {
          lengths.push(0);
          bottom = box.bottom;
        }
        lengths[lengths.length - 1]! += 1;
      }
      return lengths.join(' ');
    }),
  );
}

/** Widths of texts on one line each, in em. */
export function widths(page: Page, setting: Setting, texts: readonly string[]): Promise<number[]> {
  return withText(page, setting, texts, (holder) => {
    const range = document.createRange();
    return [...holder.children].map((paragraph) => {
      range.selectNodeContents(paragraph);
      const size = Number.parseFloat(getComputedStyle(paragraph).fontSize);
      return Math.round((100 * range.getBoundingClientRect().width) / size) / 100;
    });
  });
}

/** Those of some texts that are drawn, wholly or in part, in a face of this computer. */
export async function systemFaces(page: Page, setting: Setting, texts: readonly string[]): Promise<string[]> {
  const holder = await show(page, setting, texts);
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('DOM.enable');
  await devTools.send('CSS.enable');
  const { root } = await devTools.send('DOM.getDocument');
  const { nodeIds } = await devTools.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: '#probe p',
  });
  const found: string[] = [];
  for (const [index, nodeId] of nodeIds.entries()) {
    const { fonts } = await devTools.send('CSS.getPlatformFontsForNode', { nodeId });
    if (fonts.some(({ isCustomFont }) => !isCustomFont)) found.push(texts[index]!);
  }
  await devTools.detach();
  await holder.evaluate((holder) => holder.remove());
  return found;
}

async function withText<Result>(
  page: Page,
  setting: Setting,
  texts: readonly string[],
  read: (holder: HTMLElement) => Result,
): Promise<Result> {
  const holder = await show(page, setting, texts);
  const result = await holder.evaluate<Result, HTMLElement>(read);
  await holder.evaluate((holder) => holder.remove());
  return result;
}

/** Shows paragraphs and waits for all their faces. */
function show(
  page: Page,
  { stack, weight }: Setting,
  texts: readonly string[],
): Promise<JSHandle<HTMLElement>> {
  return page.evaluateHandle(
    async ({ stack, weight, texts, measure }) => {
      const holder = document.createElement('div');
      holder.id = 'probe';
      holder.lang = 'zh-Hans';
      holder.style.cssText = `position: absolute; top: 0; left: 0; width: ${measure}em;
        font: ${weight} 20px / 1.5 var(${stack}); line-break: strict; text-autospace: normal;
        text-spacing-trim: normal; text-align: justify;`;
      for (const text of texts) {
        const paragraph = document.createElement('p');
        paragraph.style.margin = '0';
        paragraph.textContent = text;
        holder.append(paragraph);
      }
      document.body.append(holder);
      // Layout asks for faces, and what has come may lack a character that another file has.
      do {
        holder.getBoundingClientRect();
        await document.fonts.ready;
        holder.getBoundingClientRect();
      } while (document.fonts.status === 'loading');
      return holder;
    },
    { stack, weight, texts, measure: MEASURE },
  );
}
