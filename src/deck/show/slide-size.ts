import type { Ratio } from '../plan/context.ts';

/** Size of a slide in its own pixels. */
export const SLIDE_SIZES: Readonly<Record<Ratio, { readonly width: number; readonly height: number }>> = {
  '16:9': { width: 1920, height: 1080 },
  '16:10': { width: 1920, height: 1200 },
  '4:3': { width: 1440, height: 1080 },
};
