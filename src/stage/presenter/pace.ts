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

/** Seconds as people read a clock: `3:07`, `1:02:45`. Fractions are cut. */
export function clockTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number: number) => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
