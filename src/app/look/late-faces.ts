/**
 * Says on the page (`data-bundled-face` of the root) that this machine has no Chinese font, once the first slice of the
 * bundled one has come. Behind a font of the system Chromium leaves empty boxes where a slice comes late; in front of it
 * the slices are drawn when they are there.
 */
export function preferBundledFaceWhereNeeded(): void {
  document.fonts.addEventListener(
    'loadingdone',
    () => {
      document.documentElement.toggleAttribute('data-bundled-face', true);
    },
    { once: true },
  );
}
