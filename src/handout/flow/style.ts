import type { Settings } from '../../speech/types.ts';
import { FOLIOS, FONTS, type HandoutStyle, LINE_PITCHES, PAPERS, PODIUM_SIZES } from './types.ts';

/** What offices use when nobody says otherwise. */
const USUAL: HandoutStyle = {
  paper: 'a4',
  linePitch: 'grid',
  folio: 'outer',
  mirror: false,
  cover: false,
  contents: false,
  runningHead: false,
  size: 'large',
  booklet: false,
  fonts: 'bundled',
};

/**
 * Resolves every choice about the pages: the caller's option, else the author's front matter, else the default.
 * An invalid value of the front matter counts as absent.
 */
export function handoutStyle(
  settings: Settings['handout'] = {},
  chosen: Partial<HandoutStyle> = {},
): HandoutStyle {
  const one = <T extends string>(allowed: readonly T[], value: string | undefined, usual: T): T =>
    allowed.find((candidate) => candidate === value) ?? usual;
  return {
    paper: one(PAPERS, chosen.paper ?? settings.paper, USUAL.paper),
    linePitch: one(LINE_PITCHES, chosen.linePitch ?? settings.pitch, USUAL.linePitch),
    folio: one(FOLIOS, chosen.folio ?? settings.folio, USUAL.folio),
    mirror: chosen.mirror ?? settings.mirror ?? USUAL.mirror,
    cover: chosen.cover ?? settings.cover ?? USUAL.cover,
    contents: chosen.contents ?? settings.contents ?? USUAL.contents,
    runningHead: chosen.runningHead ?? settings.head ?? USUAL.runningHead,
    size: one(PODIUM_SIZES, chosen.size ?? settings.size, USUAL.size),
    booklet: chosen.booklet ?? settings.booklet ?? USUAL.booklet,
    fonts: one(FONTS, chosen.fonts ?? settings.fonts, USUAL.fonts),
  };
}
