import { type Part, partSeconds } from './parts.ts';

/** How much is put on slides. */
export type Density = 'low' | 'normal' | 'high';

/** Ratio of the screen a deck is planned for. */
export type Ratio = '16:9' | '16:10' | '4:3';

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
