import { type Goal, type Outline, type Place, reach, type Stage } from './stage.ts';

/** What a window hears of the state; a subset of what the channel carries. */
export interface StageNews {
  readonly stage: Stage;
  /** Slide and points that are really on the screen. */
  readonly seen: Place;
  /** Id of the goal last reached. */
  readonly reached?: string;
}

/** A goal that was sent and has not been reported as reached. */
interface Pending {
  readonly id: string;
  readonly since: number;
}

/**
 * The show as a window beside the audience's knows it: console, prompter, remote. It sends goals; the next goal counts
 * from the newest one sent, so that ten quick presses are ten slides, however long the answers take.
 */
export class StageFollower {
  outline: Outline = [];
  private last: StageNews | undefined;
  private aim: Stage | undefined;
  private pending: Pending | undefined;
  private count = 0;

  /**
   * @param peer a name no other window has, e.g. random
   * @param send sends a goal with its id
   */
  constructor(
    private readonly peer: string,
    private readonly send: (id: string, goal: Goal) => void,
  ) {}

  /** The state as it will be when all goals are reached; undefined before anything was heard. */
  get at(): Stage | undefined {
    return this.aim ?? this.last?.stage;
  }

  /** The state that the owner told last. */
  get heard(): Stage | undefined {
    return this.last?.stage;
  }

  get seen(): Place | undefined {
    return this.last?.seen;
  }

  /** Since when a goal waits, milliseconds since 1970. */
  get waitingSince(): number | undefined {
    return this.pending?.since;
  }

  /**
   * Sends the goal that `plan` makes of the newest state; none where it changes nothing.
   *
   * @param now milliseconds since 1970
   */
  pursue(plan: (at: Stage, outline: Outline) => Goal, now: number): void {
    const { at } = this;
    if (!at) return;
    const goal = plan(at, this.outline);
    const aim = reach(at, goal);
    if (aim === at) return;
    this.aim = aim;
    this.count += 1;
    this.pending = { id: `${this.peer}:${this.count}`, since: this.pending?.since ?? now };
    this.send(this.pending.id, goal);
  }

  hear(news: StageNews): void {
    const before = this.last?.stage;
    // An answer that was overtaken by a newer one.
    if (before && before.run === news.stage.run && before.seq > news.stage.seq) return;
    this.last = news;
    if (!this.pending || news.reached === this.pending.id || before?.run !== news.stage.run) this.yield();
  }

  /** Gives up goals that were not reached: the owner's state counts. */
  yield(): void {
    this.pending = undefined;
    this.aim = undefined;
  }
}
