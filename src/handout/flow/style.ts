import type { Settings } from '../../speech/settings.ts';
import type { HandoutStyle } from './types.ts';

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
 */
export function handoutStyle(
  settings: Settings['handout'] = {},
  chosen: Partial<HandoutStyle> = {},
): HandoutStyle {
  return {
    paper: chosen.paper ?? settings.paper ?? USUAL.paper,
    linePitch: chosen.linePitch ?? settings.pitch ?? USUAL.linePitch,
    folio: chosen.folio ?? settings.folio ?? USUAL.folio,
    mirror: chosen.mirror ?? settings.mirror ?? USUAL.mirror,
    cover: chosen.cover ?? settings.cover ?? USUAL.cover,
    contents: chosen.contents ?? settings.contents ?? USUAL.contents,
    runningHead: chosen.runningHead ?? settings.head ?? USUAL.runningHead,
    size: chosen.size ?? settings.size ?? USUAL.size,
    booklet: chosen.booklet ?? settings.booklet ?? USUAL.booklet,
    fonts: chosen.fonts ?? settings.fonts ?? USUAL.fonts,
  };
}
