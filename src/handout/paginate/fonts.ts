import type { Handout } from '../flow/types.ts';

/** Digits and dashes of page numbers are no text of the handout, but are drawn all the same. */
const FOLIO = '— 0123456789 —';

/** Fonts come from this computer; one that is not there after this many ms will not come. */
const PATIENCE = 15_000;

/** Characters already seen in each style: their font slices are there. */
const seen = new Map<string, Set<string>>();

/**
 * Loads the font slices that new text needs, and only those, before anything is measured: it is laid out once
 * out of sight, so the browser itself says which. (`FontFaceSet.load` would fetch the fallback face of each
 * stack too, and Paged.js's own way all two thousand slices.)
 *
 * @param fresh the elements that are new since the last call
 * @param holder an element in the document that gives its content the handout's styles
 */
export async function loadFonts(
  handout: Handout,
  fresh: () => readonly Node[],
  holder: HTMLElement,
): Promise<void> {
  if (!hasNewCharacters(handout)) return;
  const probe = document.createElement('div');
  probe.className = 'font-probe';
  const folio = document.createElement('p');
  folio.className = 'folio';
  folio.append(FOLIO);
  probe.append(...fresh().map((node) => node.cloneNode(true)), folio);
  holder.append(probe);
  const until = performance.now() + PATIENCE;
  do {
    probe.getBoundingClientRect();
    await Promise.race([document.fonts.ready, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    probe.getBoundingClientRect();
  } while (document.fonts.status === 'loading' && performance.now() < until);
  probe.remove();
}

/** Families of which a slice could not be loaded, or is not there after all this time. */
export function failedFaces(): string[] {
  const failed = new Set<string>();
  for (const face of document.fonts)
    if (face.status === 'error' || face.status === 'loading') failed.add(face.family.replace(/["']/g, ''));
  return [...failed];
}

function hasNewCharacters(handout: Handout): boolean {
  let found = false;
  const look = (style: string, text: string) => {
    let characters = seen.get(style);
    if (characters === undefined) {
      characters = new Set();
      seen.set(style, characters);
    }
    const before = characters.size;
    for (const character of text) characters.add(character);
    if (characters.size > before) found = true;
  };
  for (const block of handout.blocks) {
    const style = `${handout.style.fonts} ${handout.layout} ${block.kind} ${'level' in block ? block.level : ''}`;
    if (block.kind === 'contents') continue;
    const rows = block.kind === 'table' ? [block.caption, ...block.rows.flat()] : [];
    const runs = block.kind === 'table' ? rows.flat() : block.kind === 'figure' ? block.caption : block.runs;
    for (const run of runs) look(`${style} ${run.styles.join(' ')}`, run.text);
  }
  return found;
}
