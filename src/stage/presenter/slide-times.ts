/** Seconds that were spent on each slide, by its id, while the timer ran. */
export class SlideTimes {
  private last: number;

  /** @param seconds what an earlier load of the window has counted */
  constructor(private seconds: Record<string, number> = {}) {
    this.last = Object.values(seconds).reduce((sum, some) => sum + some, 0);
  }

  /**
   * The timer stands at `elapsed` seconds and the slide is shown. A timer that went back was set to zero: all begins again. A
   * jump of more than a minute is time in which nobody watched; it belongs to no slide.
   */
  note(slide: string, elapsed: number): void {
    const passed = elapsed - this.last;
    if (passed < 0) this.seconds = {};
    else if (passed <= 60) this.seconds[slide] = (this.seconds[slide] ?? 0) + passed;
    this.last = elapsed;
  }

  /** Whether the slides' times are all of the time, so that what they say of a section is the whole. */
  get complete(): boolean {
    const sum = Object.values(this.seconds).reduce((total, some) => total + some, 0);
    return Math.abs(sum - this.last) < 1;
  }

  of(slide: string): number {
    return this.seconds[slide] ?? 0;
  }

  toJSON(): Readonly<Record<string, number>> {
    return this.seconds;
  }
}

/** Kept times, if they are some. */
export function readSlideTimes(text: string | null): SlideTimes {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const entries = Object.entries(value).filter((entry): entry is [string, number] =>
        Number.isFinite(entry[1]),
      );
      return new SlideTimes(Object.fromEntries(entries));
    }
  } catch {
    // Nothing kept, or not by us.
  }
  return new SlideTimes();
}
