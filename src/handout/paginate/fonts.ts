import type { Handout, HandoutBlock } from '../flow/types.ts';

/** Digits and dashes of page numbers are no text of the handout, but are drawn all the same. */
const FOLIO = '— 0123456789 —';

/** Fonts come from this computer; one that is not there after this many ms will not come. */
const PATIENCE = 15_000;

/** Characters of which the font files are there, by style. */
const there = new Map<string, Set<string>>();

/**
 * Loads the font files that new text needs, and only those, before anything is measured. The text is laid out once out of
 * sight, so the browser requests them. (`FontFaceSet.load` would also fetch the fallback face of each stack, and
 * Paged.js's own method all files of all faces.)
 *
 * @param blocks those that are new since the last call
 * @param fresh their elements
 * @param holder an element in the document that gives its content the handout's styles
 */
export async function loadFonts(
  handout: Handout,
  blocks: readonly HandoutBlock[],
  fresh: () => readonly Node[],
  holder: HTMLElement,
): Promise<void> {
  const wanted = charactersOf(handout, blocks);
  if (!isNew(wanted)) return;
  const probe = document.createElement('div');
  probe.className = 'font-probe';
  // Not a paragraph, which would have the face of running text.
  const folio = document.createElement('div');
  folio.className = 'folio';
  folio.append(FOLIO);
  probe.append(...fresh().map((node) => node.cloneNode(true)), folio);
  holder.append(probe);
  await settled();
  probe.remove();
  // Only now: a run that begins while this one waits has to wait as well.
  for (const [style, characters] of wanted)
    there.set(style, new Set([...(there.get(style) ?? []), ...characters]));
}

/** Resolves when no font file is on its way, or none will come. */
async function settled(): Promise<void> {
  const until = performance.now() + PATIENCE;
  do {
    // The browser requests font files during layout.
    document.body.getBoundingClientRect();
    await Promise.race([document.fonts.ready, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    document.body.getBoundingClientRect();
  } while (document.fonts.status === 'loading' && performance.now() < until);
}

/** Families of which a file could not be loaded, or does not come. What is only on its way is waited for. */
export async function failedFaces(): Promise<string[]> {
  await settled();
  const failed = new Set<string>();
  for (const face of document.fonts)
    if (face.status === 'error' || face.status === 'loading') failed.add(face.family.replace(/["']/g, ''));
  return [...failed];
}

function isNew(wanted: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  return [...wanted].some(([style, characters]) => {
    const known = there.get(style);
    return known === undefined || [...characters].some((character) => !known.has(character));
  });
}

/** The characters of blocks by the style they are set in. */
function charactersOf(handout: Handout, blocks: readonly HandoutBlock[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const look = (style: string, text: string) => {
    const characters = found.get(style) ?? new Set();
    found.set(style, characters);
    for (const character of text) characters.add(character);
  };
  for (const block of blocks) {
    const style = `${handout.style.fonts} ${handout.layout} ${block.kind} ${'level' in block ? block.level : ''}`;
    if (block.kind === 'contents') continue;
    const rows = block.kind === 'table' ? [block.caption, ...block.rows.flat()] : [];
    const runs = block.kind === 'table' ? rows.flat() : block.kind === 'figure' ? block.caption : block.runs;
    for (const run of runs) look(`${style} ${run.styles.join(' ')}`, run.text);
  }
  return found;
}
