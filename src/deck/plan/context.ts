import { RATIOS, type Ratio } from '../../speech/settings.ts';
import { type Part, partSeconds } from './parts.ts';

/** How much is put on slides. */
export type Density = 'low' | 'normal' | 'high';

export type { Ratio };

/** The ratio of slides that fills most of a screen. @param width, height of the screen, in any unit */
export function nearestRatio(width: number, height: number): Ratio {
  const off = (ratio: Ratio) => {
    const [wide, high] = ratio.split(':').map(Number) as [number, number];
    return Math.abs(Math.log((wide * height) / (high * width)));
  };
  return RATIOS.reduce((best, ratio) => (off(ratio) < off(best) ? ratio : best));
}

/** What every step of planning knows. */
export interface PlanContext {
  readonly density: Density;
  readonly ratio: Ratio;
  /** Seconds a part is spoken, the silence behind it included. */
  secondsOf(part: Part): number;
}

export function planContext(density: Density, ratio: Ratio, rate: number): PlanContext {
  const known = new WeakMap<Part, number>();
  return {
    density,
    ratio,
    secondsOf(part) {
      const seconds = known.get(part) ?? partSeconds(part, rate);
      known.set(part, seconds);
      return seconds;
    },
  };
}

export function secondsOfAll(parts: readonly Part[], { secondsOf }: PlanContext): number {
  let seconds = 0;
  for (const part of parts) seconds += secondsOf(part);
  return seconds;
}
