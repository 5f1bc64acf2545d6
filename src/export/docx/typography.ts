import type { Handout } from '../../handout/flow/types.ts';
import { pageMargins, SHEET } from '../../handout/paginate/page-rules.ts';

/** Sizes of a layout. Lengths in twips (1/20 pt), sizes of type in half points, as Word counts. */
export interface Typography {
  readonly page: { readonly width: number; readonly height: number };
  readonly margins: Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>;
  /** Width of the type area. */
  readonly measure: number;
  /** Of running text. */
  readonly size: number;
  /** Added to every character, so that a line holds its number of them. */
  readonly tracking: number;
  /** Width of one character of running text, tracking included. */
  readonly em: number;
  /** Distance of lines, exact. */
  readonly line: number;
  readonly title: { readonly size: number; readonly line: number };
  /** Of tables, captions and notes. */
  readonly small: { readonly size: number; readonly line: number };
}

interface Sizes {
  readonly size: number;
  readonly tracking: number;
  readonly line: number;
  readonly title: number;
}

/**
 * `official`: 3号 on lines of 28.95 pt, 28 characters of 15.75 pt and 22 lines a page (docs/spec/office-files.md B1); `strict`
 * lines fill the type area. The others have the sizes of our own pages: docs/spec/typography.md §3.2.
 */
const SIZES = {
  official: { size: 32, tracking: -5, line: 579, title: 44 },
  strict: { size: 32, tracking: -5, line: 592, title: 44 },
  large: { size: 36, tracking: 8, line: 669, title: 48 },
  xlarge: { size: 44, tracking: 2, line: 794, title: 54 },
  notes: { size: 24, tracking: 4, line: 467, title: 36 },
} as const satisfies Readonly<Record<string, Sizes>>;

/** The sizes of a handout's layout; always on A4: office programs fit pages to other papers as they print. */
export function typography(handout: Pick<Handout, 'layout' | 'style'>): Typography {
  const { size, tracking, line, title } = SIZES[sizesOf(handout)];
  const { top, right, bottom, left } = pageMargins(handout);
  const page = { width: twips(SHEET.width), height: twips(SHEET.height) };
  const margins = { top: twips(top), right: twips(right), bottom: twips(bottom), left: twips(left) };
  return {
    page,
    margins,
    measure: page.width - margins.left - margins.right,
    size,
    tracking,
    em: size * 10 + tracking,
    line,
    title: { size: title, line: Math.round(line * 1.2) },
    small: { size: 24, line: twips(6.6) },
  };
}

function sizesOf({ layout, style }: Pick<Handout, 'layout' | 'style'>): keyof typeof SIZES {
  if (layout === 'podium') return style.size;
  if (layout === 'notes') return 'notes';
  return style.linePitch === 'strict' ? 'strict' : 'official';
}

/** mm → twips. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}
