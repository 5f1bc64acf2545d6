import type { Deck } from '../../deck/plan/types.ts';
import {
  atRate,
  isStanding,
  type Motion,
  positionAt,
  readMotion,
  standing,
  withSpeed,
} from '../timetable/motion.ts';
import { pageStops, type Stop, sentenceStops, textPages } from '../timetable/pages.ts';
import {
  type Box,
  begins,
  heightOfPlace,
  placeAtHeight,
  placeAtTime,
  timeOfPlace,
} from '../timetable/place.ts';
import {
  clampRate,
  plannedRate,
  secondsOf,
  sentenceTable,
  type TableEntry,
} from '../timetable/sentence-table.ts';
import { keepJson, type PrompterPreferences, readJson } from './preferences.ts';

/** Height of a line in sizes of the text, as in the style sheet. */
const LINE = 1.5;

/** What is to be seen: the height of the column at the beginning of its window, and the entries that are white. */
export interface ShownText {
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

/** The speaker in the text: which sentence, how fast, how far to the end. Knows heights, draws nothing. */
export class Reading {
  entries: readonly TableEntry[] = [];
  rate = 0;
  /** Where the window of the column begins, px: the eye line, or the top of a page. */
  begin = 0;
  private starts: readonly number[] = [0];
  private motion: Motion = standing(0);
  private at = 0;
  private stops: readonly Stop[] = [];
  private stopNumber = 0;
  private boxes: readonly Box[] = [];
  private mode: PrompterPreferences['mode'] = 'page';
  private readonly key: string;

  constructor(channel: string) {
    this.key = `jiangtai-prompter-${channel}`;
  }

  /** The entry that is said. */
  get index(): number {
    return this.at;
  }

  /** Id of its slide. */
  get slide(): string | undefined {
    return this.entries[this.at]?.slide;
  }

  get running(): boolean {
    return this.motion.speed > 0;
  }

  get stop(): Stop | undefined {
    return this.stops[this.stopNumber];
  }

  /** How much of its slide's text has been said when this entry is over: above 0, at most 1. */
  get shareOfSlide(): number {
    const { slide } = this;
    const first = this.entries.findIndex((entry) => entry.slide === slide);
    const count = this.entries.filter((entry) => entry.slide === slide).length;
    return count === 0 ? 0 : (this.at - first + 1) / count;
  }

  /**
   * Takes a deck. The place stays: that of an earlier deck or load of the page, if it is on the slide that is shown.
   *
   * @param shown id of the slide the audience sees
   * @param offset where to begin, in the author's source
   * @returns whether the slides have to follow to that place
   */
  take(deck: Deck, shown: string, offset: number | undefined): boolean {
    const before = this.entries[this.at];
    const kept = this.entries.length === 0 ? this.readKept() : undefined;
    const first = this.entries.length === 0;
    this.entries = sentenceTable(deck);
    this.rate = first ? clampRate(kept?.rate ?? plannedRate(deck, this.entries)) : this.rate;
    this.starts = begins(secondsOf(this.entries, this.rate));
    if (offset !== undefined && Number.isFinite(offset)) {
      this.place(this.indexAt(offset));
      return true;
    }
    const text = before?.text ?? kept?.text;
    const near = before ? this.at : (kept?.index ?? 0);
    const same = text === undefined ? -1 : nearest(this.entries, text, near);
    const here = same >= 0 && (this.entries[same] as TableEntry).slide === shown;
    if (here && kept?.motion) {
      this.motion = kept.motion;
      this.at = same;
    } else this.place(here ? same : this.firstOf(shown));
    return false;
  }

  /** The column has been laid out. @param height of the window, px */
  lay(boxes: readonly Box[], height: number, { mode, size }: PrompterPreferences): void {
    this.boxes = boxes;
    if (this.mode === 'scroll' && mode !== 'scroll') this.motion = standing(this.starts[this.at] ?? 0);
    this.mode = mode;
    const line = LINE * size;
    if (mode === 'page') {
      this.begin = Math.round(size / 2);
      const room = Math.max(line, height - this.begin - 1.6 * size);
      const cues = this.entries.flatMap(({ cue }, index) => (cue === undefined ? [] : [index]));
      this.stops = pageStops(textPages(boxes, room, line), cues);
    } else {
      this.begin = Math.round(height / 3);
      const timed = this.entries.flatMap((_, index) => (this.takesTime(index) ? [index] : []));
      this.stops = sentenceStops(boxes, timed, height - this.begin - line / 2, line);
    }
    this.findStop();
  }

  shownAt(now: number): ShownText {
    if (this.mode === 'scroll') {
      const place = placeAtTime(this.starts, this.positionAt(now));
      this.at = place.index;
      return { y: heightOfPlace(this.boxes, this.starts, place), from: place.index, to: place.index + 1 };
    }
    const { stop } = this;
    if (!stop) return { y: 0, from: this.at, to: this.at + 1 };
    const next = this.stops.slice(this.stopNumber + 1).find(({ index }) => index > stop.index)?.index;
    const pageTo = next ?? this.entries.length;
    return { y: stop.top, from: this.at, to: this.mode === 'page' ? pageTo : this.at + 1 };
  }

  /** First line of the page after this one. */
  nextPageText(): string {
    const { stop } = this;
    if (!stop) return '';
    const next = this.stops.slice(this.stopNumber + 1).find(({ top }) => top > stop.top);
    // A sentence that goes on needs no line of its own: its last line is repeated.
    return next && next.index !== stop.index ? (this.entries[next.index]?.text ?? '') : '';
  }

  /** @returns false at the end of the text */
  step(by: 1 | -1, now: number): boolean {
    if (this.mode === 'scroll') this.findStop();
    const next = this.stops[this.stopNumber + by];
    if (!next) return false;
    this.place(next.index, now);
    this.stopNumber += by;
    return true;
  }

  go(index: number, now: number): void {
    this.place(Math.max(0, Math.min(this.entries.length - 1, index)), now);
    this.findStop();
  }

  goToSlide(id: string, now: number): void {
    this.go(this.firstOf(id), now);
  }

  run(on: boolean, now: number): void {
    const atEnd = positionAt(this.motion, now) >= this.total;
    this.motion = withSpeed(on && atEnd ? standing(0) : this.motion, on ? 1 : 0, now);
    this.keep();
  }

  /** Moves the scrolled text by hand, px, and stops it. */
  push(by: number, now: number): void {
    const place = placeAtTime(this.starts, this.positionAt(now));
    const height = heightOfPlace(this.boxes, this.starts, place) + by;
    this.motion = standing(timeOfPlace(this.starts, placeAtHeight(this.boxes, this.starts, height)));
    this.keep();
  }

  /** @param rate characters a minute */
  setRate(rate: number, now: number): void {
    const place = placeAtTime(this.starts, this.positionAt(now));
    const before = this.total;
    this.rate = rate;
    this.starts = begins(secondsOf(this.entries, rate));
    const from = timeOfPlace(this.starts, place);
    this.motion = this.running ? atRate(this.motion, from, this.total / (before || 1), now) : standing(from);
    this.keep();
  }

  /** Whether the text goes on moving by itself. */
  moves(now: number): boolean {
    if (this.mode !== 'scroll') return false;
    if (this.running && positionAt(this.motion, now) >= this.total) this.motion = standing(this.total);
    return !isStanding(this.motion, now);
  }

  /** Seconds from this place to the end of the speech. */
  secondsLeft(now: number): number {
    const passed = this.mode === 'scroll' ? this.positionAt(now) : (this.starts[this.at] ?? 0);
    return Math.max(0, this.total - passed);
  }

  private get total(): number {
    return this.starts.at(-1) ?? 0;
  }

  private positionAt(now: number): number {
    return Math.min(this.total, positionAt(this.motion, now));
  }

  private place(index: number, now = 0): void {
    const from = this.starts[index] ?? 0;
    this.motion = this.running ? { from, since: now, before: 0, speed: 1 } : standing(from);
    this.at = index;
    this.keep();
  }

  /** The stop at the place, or the last before it. */
  private findStop(): void {
    const behind = this.stops.findIndex(({ index }) => index > this.at);
    const found = (behind === -1 ? this.stops.length : behind) - 1;
    const exact = this.stops.findIndex(({ index }) => index === this.at);
    this.stopNumber = Math.max(0, exact >= 0 ? exact : found);
  }

  private takesTime(index: number): boolean {
    return (this.starts[index + 1] ?? 0) > (this.starts[index] ?? 0);
  }

  private firstOf(slide: string): number {
    return Math.max(
      0,
      this.entries.findIndex((entry) => entry.slide === slide),
    );
  }

  /** The entry in which an offset of the source lies. */
  private indexAt(offset: number): number {
    return Math.max(
      0,
      this.entries.findLastIndex((entry) => entry.text !== '' && entry.offset <= offset),
    );
  }

  private keep(): void {
    const { at: index, motion, rate } = this;
    keepJson('sessionStorage', this.key, { index, motion, rate, text: this.entries[index]?.text ?? '' });
  }

  private readKept() {
    const kept = readJson('sessionStorage', this.key);
    if (typeof kept !== 'object' || kept === null) return undefined;
    const { index, motion, rate, text } = kept as Record<string, unknown>;
    if (typeof index !== 'number' || typeof rate !== 'number' || typeof text !== 'string') return undefined;
    return { index, rate, text, motion: readMotion(motion) };
  }
}

/** The entry with this text that is nearest to a place; −1 where there is none. */
function nearest(entries: readonly TableEntry[], text: string, index: number): number {
  let best = -1;
  entries.forEach((entry, at) => {
    if (entry.text === text && (best < 0 || Math.abs(at - index) < Math.abs(best - index))) best = at;
  });
  return best;
}
