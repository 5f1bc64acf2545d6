import type { Handout } from '../flow/types.ts';

/** Margins of a page, mm. */
interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** A4, mm. Smaller papers are printed from the same pages. */
export const SHEET = { width: 210, height: 297 } as const;

/**
 * Margins by layout. `official`: 天头 37 mm, 订口 28 mm, type area 156 × 225 mm (GB/T 9704—2012 5.2.1); the strict pitch
 * fills it with lines of 10.44 mm, whose own white lies outside it (docs/spec/typography.md §1.1). `podium`: as wide, but
 * higher, so that the speaker need not look down to the foot of the page. `notes`: room for handwriting at the right.
 */
export function pageMargins({ layout, style }: Pick<Handout, 'layout' | 'style'>): Margins {
  switch (layout) {
    case 'podium':
      return { top: 22, right: 24, bottom: 50, left: 30 };
    case 'notes':
      return { top: 30, right: 78, bottom: 35, left: 24 };
    case 'official':
    case 'outline':
      return style.linePitch === 'strict'
        ? { top: 34.56, right: 26, bottom: 32.55, left: 28 }
        : { top: 37, right: 26, bottom: 35, left: 28 };
  }
}

/**
 * Page geometry as `@page` rules: all that goes through Paged.js. Page numbers and the like are drawn by
 * `margin-content.ts`, because a kept page must be able to change its number.
 */
export function pageRules(handout: Pick<Handout, 'layout' | 'style'>): string {
  const { top, right, bottom, left } = pageMargins(handout);
  const mirrored = handout.style.mirror
    ? `@page :left { margin-left: ${right}mm; margin-right: ${left}mm; }`
    : '';
  return `@page { size: ${SHEET.width}mm ${SHEET.height}mm; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; }\n${mirrored}`;
}

/** Characters that a full page holds: how far Paged.js goes before it looks whether the page is full. */
export function pageCells({ layout, style }: Pick<Handout, 'layout' | 'style'>): number {
  if (layout === 'podium') return style.size === 'large' ? 24 * 19 : 20 * 16;
  return layout === 'notes' ? 25 * 27 : 28 * 22;
}
