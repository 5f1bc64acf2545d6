import type { Page } from '@playwright/test';

/** A text whose colour is too near to what is really painted behind it. */
export interface Contrast {
  readonly text: string;
  /** Worst ratio (WCAG 2, 1…21) of the text's colour to any pixel behind its lines. */
  readonly ratio: number;
  /** Size of the text, in shares of the height of the page. */
  readonly size: number;
}

/** Measures contrasts in one page. */
export interface ContrastMeter {
  /**
   * Goes to the slide with this id. Contrast of its every visible text against the pixels behind it: the page is pictured
   * with its text made transparent, so that lines, fills and ornaments count as they are seen.
   */
  ofSlide(id: string): Promise<Contrast[]>;
}

export async function contrastMeter(page: Page): Promise<ContrastMeter> {
  await page.addStyleTag({
    content:
      '.text-hidden * { color: transparent !important; text-decoration-color: transparent !important; text-emphasis-color: transparent !important }',
  });
  const devTools = await page.context().newCDPSession(page);
  return {
    ofSlide: async (id) => {
      await page.evaluate((id) => {
        window.jiangtaiDeck!.go(id);
        document.getElementById(id)!.classList.add('text-hidden');
      }, id);
      const picture = await devTools.send('Page.captureScreenshot');
      return page.evaluate(measure, [id, picture.data] as const);
    },
  };
}

/** Runs in the browser. */
async function measure([id, picture]: readonly [string, string]): Promise<Contrast[]> {
  const root = document.getElementById(id)!;
  root.classList.remove('text-hidden');
  const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(bitmap, 0, 0);
  const probe = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;

  const light = (channel: number) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  const luminance = ([r, g, b]: readonly number[]) =>
    0.2126 * light(r!) + 0.7152 * light(g!) + 0.0722 * light(b!);

  const texts: Contrast[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement!;
    if (!node.textContent?.trim() || !parent.checkVisibility({ visibilityProperty: true })) continue;
    probe.clearRect(0, 0, 1, 1);
    probe.fillStyle = getComputedStyle(parent).color;
    probe.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = probe.getImageData(0, 0, 1, 1).data;
    let opacity = alpha / 255;
    for (let element: Element | null = parent; element; element = element.parentElement)
      opacity *= Number(getComputedStyle(element).opacity);
    range.selectNodeContents(node);
    const scale = parent.getBoundingClientRect().height / (parent.offsetHeight || 1);
    const em = Number.parseFloat(getComputedStyle(parent).fontSize) * scale;
    let worst = 21;
    // A ground has few colours: each is reckoned with once.
    const grounds = new Set<number>();
    for (const box of range.getClientRects()) {
      // The box of a line is higher than its glyphs, and may reach into what stands above and below.
      const inset = Math.max(0, (box.height - 1.1 * em) / 2);
      const [left, top] = [Math.max(0, Math.floor(box.left)), Math.max(0, Math.floor(box.top + inset))];
      const [width, height] = [Math.ceil(box.width), Math.ceil(box.height - 2 * inset)];
      if (width === 0 || height === 0) continue;
      const { data } = context.getImageData(left, top, width, height);
      let before = -1;
      for (let at = 0; at < data.length; at += 4) {
        const colour = (data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!;
        if (colour === before) continue;
        before = colour;
        if (grounds.has(colour)) continue;
        grounds.add(colour);
        const ground = [data[at]!, data[at + 1]!, data[at + 2]!];
        const ink = [red, green, blue].map((c, i) => c * opacity + ground[i]! * (1 - opacity));
        const [a, b] = [luminance(ink), luminance(ground)];
        worst = Math.min(worst, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
      }
    }
    texts.push({
      text: node.textContent.trim(),
      ratio: Math.round(worst * 100) / 100,
      size: em / innerHeight,
    });
  }
  return texts;
}
