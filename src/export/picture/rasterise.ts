/**
 * Draws a picture as PNG, as the browser that runs this shows it. It names nothing outside itself: the command line sends it
 * into a page of its own.
 *
 * @param address a `data:` or `blob:` address of a picture of any kind the browser knows
 * @returns PNG as a `data:` address and the size shown, px; undefined where it cannot be drawn
 */
export async function rasterise(
  address: string,
): Promise<{ readonly png: string; readonly width: number; readonly height: number } | undefined> {
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
  } catch {
    return undefined;
  }
  // A drawing without a size of its own is as wide as the handout's column, four to three, as on our pages.
  const width = image.naturalWidth || 590;
  const height = image.naturalHeight || 442;
  // Sharp in print: twice the pixels, but no more than a page has at 300 an inch.
  const scale = Math.min(2, 2400 / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return { png: canvas.toDataURL('image/png'), width, height };
}
