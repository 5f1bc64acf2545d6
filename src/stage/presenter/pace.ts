import type { Slide } from '../../deck/plan/types.ts';

/** How the talk stands against its plan; all in seconds. */
export interface Pace {
  /** Time to speak the whole text. */
  readonly planned: number;
  /** Time to speak this slide. */
  readonly slide: number;
  /** Below 0: this slide was reached too early, by so much. Above 0: it should be over, by so much. */
  readonly late: number;
}

/**
 * Pace on a slide: right as long as the elapsed time lies between the plan's begin and end of the slide.
 *
 * @param elapsed seconds since the talk began
 * @param index of the slide on the screen, from 0
 */
export function paceAt(slides: readonly Pick<Slide, 'seconds'>[], index: number, elapsed: number): Pace {
  const sum = (some: readonly Pick<Slide, 'seconds'>[]) =>
    some.reduce((total, { seconds }) => total + seconds, 0);
  const begin = sum(slides.slice(0, index));
  const slide = slides[index]?.seconds ?? 0;
  const late = elapsed < begin ? elapsed - begin : Math.max(0, elapsed - begin - slide);
  return { planned: sum(slides), slide, late };
}

/** Seconds from which early or late is said, and its steps: less is no news, and a figure that changes each second distracts. */
const WORTH_SAYING = 15;
const STEP = 5;

/** @returns seconds early (below 0) or late as they are said; 0 for on time */
export function saidLateness(late: number): number {
  const size = Math.abs(late);
  return size < WORTH_SAYING ? 0 : Math.sign(late) * Math.floor(size / STEP) * STEP;
}

/** @returns seconds of plan that are left on a slide, from 0 of its own time used up to all of it, and behind it */
export function remainingSeconds(
  slides: readonly Pick<Slide, 'seconds'>[],
  index: number,
  elapsed: number,
): number {
  const sum = (some: readonly Pick<Slide, 'seconds'>[]) =>
    some.reduce((total, { seconds }) => total + seconds, 0);
  const begin = sum(slides.slice(0, index));
  const own = slides[index]?.seconds ?? 0;
  return sum(slides) - begin - Math.min(own, Math.max(0, elapsed - begin));
}

/** Seconds as people read a clock: `3:07`, `1:02:45`. Fractions are cut. */
export function clockTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number: number) => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
