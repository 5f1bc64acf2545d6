import { isUnused, readStopwatch, STOPPED, type StopwatchState, start } from './stopwatch.ts';

/** A slide and how many of its points are shown; 0 where they come together. */
export interface Place {
  /** Id of the slide. */
  readonly slide: string;
  readonly step: number;
}

/**
 * The whole state of a show. The audience's page owns it and sends it whole, never a difference: a message that is
 * lost or comes twice changes nothing.
 */
export interface Stage extends Place {
  /** Random, one per show: tells states of different shows apart. */
  readonly run: string;
  /** Grows by one with every change; only the owner counts. */
  readonly seq: number;
  /** Page of the slide's spoken text in the console, from 0; may lie behind the last until the console has measured. */
  readonly page: number;
  /** Pages of it; 1 until the console has measured. */
  readonly pages: number;
  readonly screen: Screen;
  /** What the audience sees while the speaker walks on; null: what the speaker sees. */
  readonly frozenAt: Place | null;
  readonly timer: StopwatchState;
}

export type Screen = 'live' | 'black' | 'white';

/** What somebody wants of a show, as values and not as steps: to apply it twice is to apply it once. */
export type Goal = Partial<Omit<Stage, 'run' | 'seq'>>;

/** The slides of a show in their order. */
export type Outline = readonly { readonly id: string; readonly steps: number }[];

/** Behind every page: the last one, however many there are. */
const LAST_PAGE = 9999;

/** A show that has not begun. */
export function newStage(run: string, slide: string): Stage {
  return {
    run,
    seq: 0,
    slide,
    step: 0,
    page: 0,
    pages: 1,
    screen: 'live',
    frozenAt: null,
    timer: STOPPED,
  };
}

/** @returns the state with the goal reached, one number on; the same object where nothing changes */
export function reach(stage: Stage, goal: Goal): Stage {
  const left = goal.slide !== undefined && goal.slide !== stage.slide;
  const wanted: Stage = { ...stage, ...(left && { step: 0, page: 0, pages: 1 }), ...goal };
  return same(stage, wanted) ? stage : { ...wanted, seq: stage.seq + 1 };
}

/**
 * The console has laid the spoken text of a slide out.
 *
 * @returns nothing to do where another slide is shown by now
 */
export function measured(stage: Stage, slide: string, pages: number): Goal {
  return slide === stage.slide ? { pages, page: Math.min(stage.page, pages - 1) } : {};
}

/** Page of the spoken text that is shown. */
export const pageOf = ({ page, pages }: Stage): number => Math.min(page, pages - 1);

/** What the next step forward does. */
export type Move = 'screen' | 'page' | 'step' | 'slide' | 'end';

/**
 * Points and pages of one slide alternate, so that a point comes when about its share of the text has been read.
 * A point comes before a page at the same share.
 */
export function moveAhead(stage: Stage, outline: Outline): Move {
  if (stage.screen !== 'live') return 'screen';
  const index = indexOf(stage.slide, outline);
  const page = shareOf(pageOf(stage) + 1, stage.pages);
  const step = shareOf(stage.step + 1, (outline[index]?.steps ?? 0) + 1);
  if (step < 1 && step <= page) return 'step';
  if (page < 1) return 'page';
  return index + 1 < outline.length ? 'slide' : 'end';
}

/**
 * One step forward, always with the slide it is on: the audience's page may be elsewhere by the time it hears of the goal. On
 * a black or white screen it is only the slides again, as speakers know it.
 *
 * @param now milliseconds since 1970: the first move of a show starts its timer; undefined starts none
 */
export function forward(stage: Stage, outline: Outline, now?: number): Goal {
  const move = moveAhead(stage, outline);
  const timer = now !== undefined && isUnused(stage.timer) ? { timer: start(stage.timer, now) } : {};
  switch (move) {
    case 'screen':
      return { screen: 'live' };
    case 'step':
      return { slide: stage.slide, step: stage.step + 1, ...timer };
    case 'page':
      return { slide: stage.slide, page: pageOf(stage) + 1, ...timer };
    case 'slide': {
      const next = outline[indexOf(stage.slide, outline) + 1];
      return next ? { ...begin(next.id), ...timer } : {};
    }
    case 'end':
      return {};
  }
}

/** One step back, by the way {@link forward} came. */
export function back(stage: Stage, outline: Outline): Goal {
  if (stage.screen !== 'live') return { screen: 'live' };
  const index = indexOf(stage.slide, outline);
  const page = shareOf(pageOf(stage), stage.pages);
  const step = shareOf(stage.step, (outline[index]?.steps ?? 0) + 1);
  if (page > 0 && page >= step) return { slide: stage.slide, page: pageOf(stage) - 1 };
  if (step > 0) return { slide: stage.slide, step: stage.step - 1 };
  const before = outline[index - 1];
  return before ? { slide: before.id, step: before.steps, page: LAST_PAGE, pages: 1 } : {};
}

/** The beginning of a slide, also from a black screen. */
export function goTo(slide: string): Goal {
  return { ...begin(slide), screen: 'live' };
}

/** Black or white, or the slides again where it is that already. */
export function toggleScreen(stage: Stage, screen: 'black' | 'white'): Goal {
  return { screen: stage.screen === screen ? 'live' : screen };
}

/** The audience keeps what it sees, or sees again what the speaker sees. */
export function toggleFreeze({ slide, step, frozenAt }: Stage): Goal {
  return { frozenAt: frozenAt ? null : { slide, step } };
}

/** What the audience should see. */
export const seenPlace = ({ slide, step, frozenAt }: Stage): Place => frozenAt ?? { slide, step };

/**
 * The state after a deck was edited during the show: where its slide or its frozen slide is gone, the slide that the
 * page shows instead; points that are gone are not shown.
 *
 * @param shown id of the slide on the screen
 */
export function inOutline(stage: Stage, outline: Outline, shown: string): Goal {
  const at = outline.find(({ id }) => id === stage.slide);
  const { frozenAt } = stage;
  const frozen = frozenAt && outline.find(({ id }) => id === frozenAt.slide);
  return {
    ...(at ? { step: Math.min(stage.step, at.steps) } : begin(shown)),
    frozenAt: frozenAt && frozen ? { ...frozenAt, step: Math.min(frozenAt.step, frozen.steps) } : null,
  };
}

/**
 * Which state goes on when two windows meet again.
 *
 * @param own state of the audience's page
 * @param other the last state that another window heard of
 * @param untouched nobody has moved the slides since the page was loaded
 */
export function newest(own: Stage, other: Stage | undefined, untouched: boolean): Stage {
  if (!other) return own;
  if (other.run === own.run) return other.seq > own.seq ? other : own;
  return untouched ? other : own;
}

/** A kept or received state, if it is one. */
export function readStage(value: unknown): Stage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { run, seq, page, pages, screen, frozenAt, timer, ...place } = value as Record<string, unknown>;
  if (typeof run !== 'string' || !isCount(seq) || !isCount(page) || !isCount(pages) || pages === 0)
    return undefined;
  if (!isPlace(place) || !(frozenAt === null || isPlace(frozenAt))) return undefined;
  if (screen !== 'live' && screen !== 'black' && screen !== 'white') return undefined;
  const { slide, step } = place;
  return {
    run,
    seq,
    slide,
    step,
    page,
    pages,
    screen,
    frozenAt: frozenAt && { slide: frozenAt.slide, step: frozenAt.step },
    timer: readStopwatch(timer),
  };
}

const begin = (slide: string): Goal => ({ slide, step: 0, page: 0, pages: 1 });

const shareOf = (part: number, whole: number): number => part / whole;

const indexOf = (slide: string, outline: Outline): number =>
  Math.max(
    0,
    outline.findIndex(({ id }) => id === slide),
  );

const samePlace = (one: Place | null, other: Place | null): boolean =>
  one === other || (one?.slide === other?.slide && one?.step === other?.step);

function same(one: Stage, other: Stage): boolean {
  return (
    samePlace(one, other) &&
    samePlace(one.frozenAt, other.frozenAt) &&
    one.page === other.page &&
    one.pages === other.pages &&
    one.screen === other.screen &&
    one.timer.before === other.timer.before &&
    one.timer.since === other.timer.since
  );
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false;
  const { slide, step } = value as Partial<Place>;
  return typeof slide === 'string' && isCount(step);
}
