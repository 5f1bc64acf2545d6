import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Connection, ConnectionWatch } from '../../../src/deck/state/connection.ts';
import { StageFollower, type StageNews } from '../../../src/deck/state/follower.ts';
import {
  back,
  forward,
  type Goal,
  goTo,
  inOutline,
  measured,
  moveAhead,
  newest,
  newStage,
  type Outline,
  pageOf,
  reach,
  readStage,
  type Stage,
  seenPlace,
  toggleFreeze,
  toggleScreen,
} from '../../../src/deck/state/stage.ts';
import { STOPPED } from '../../../src/deck/state/stopwatch.ts';
import { SEED } from '../../seed.ts';

const OUTLINE: Outline = [
  { id: 'cover', steps: 0 },
  { id: 'points', steps: 3 },
  { id: 'text', steps: 0 },
  { id: 'end', steps: 0 },
];
const begun = newStage('run', 'cover');
const stageAfter = (stage: Stage, ...goals: readonly ((at: Stage) => Goal)[]) =>
  goals.reduce((at, goal) => reach(at, goal(at)), stage);
const on = (at: Stage) => forward(at, OUTLINE, 1000);
const pages = (slide: string, count: number) => (at: Stage) => measured(at, slide, count);
const place = (at: Stage) => [at.slide, at.step, pageOf(at)];

const outlines = fc
  .array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 6 })
  .map((steps) => steps.map((count, index) => ({ id: `s${index}`, steps: count })));

/** What a person or a window does, as a number that means the same in every run. */
const deeds = fc.array(fc.nat({ max: 9 }), { maxLength: 40 });
function deed(number: number, outline: Outline): (at: Stage) => Goal {
  const first = outline[number % outline.length]!.id;
  return [
    (at: Stage) => forward(at, outline, 7),
    (at: Stage) => forward(at, outline, 7),
    (at: Stage) => back(at, outline),
    () => goTo(first),
    (at: Stage) => toggleScreen(at, 'black'),
    (at: Stage) => toggleScreen(at, 'white'),
    toggleFreeze,
    (at: Stage) => measured(at, at.slide, 3),
    (at: Stage) => measured(at, 'gone', 9),
    () => ({ timer: { before: 5000 } }),
  ][number]!;
}

describe('the state of a show', () => {
  it('walks through points, pages and slides; a point at the same share comes before a page', () => {
    let at = stageAfter(begun, on, pages('points', 2));
    const walk = [];
    for (let move = 0; move < 7; move++) {
      walk.push([...place(at), moveAhead(at, OUTLINE)]);
      at = stageAfter(at, on);
    }
    expect(walk).toEqual([
      ['points', 0, 0, 'step'],
      ['points', 1, 0, 'step'],
      ['points', 2, 0, 'page'],
      ['points', 2, 1, 'step'],
      ['points', 3, 1, 'slide'],
      ['text', 0, 0, 'slide'],
      ['end', 0, 0, 'end'],
    ]);
    expect(on(at)).toEqual({});
  });

  it('goes back by the way it came, also over points and pages', () =>
    fc.assert(
      fc.property(
        outlines,
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 6, maxLength: 6 }),
        (outline, counts) => {
          // Each slide is measured as soon as it is shown.
          const shown = (at: Stage) =>
            reach(at, measured(at, at.slide, counts[outline.findIndex(({ id }) => id === at.slide)]!));
          let at = shown(newStage('r', 's0'));
          const way = [place(at)];
          while (moveAhead(at, outline) !== 'end') {
            at = shown(reach(at, forward(at, outline, 7)));
            way.push(place(at));
          }
          expect(at.slide).toBe(outline.at(-1)!.id);
          for (const before of way.toReversed()) {
            expect(place(at)).toEqual(before);
            at = shown(reach(at, back(at, outline)));
          }
        },
      ),
      { seed: SEED },
    ));

  it('comes back to the last page of a slide, whose number the console tells later', () => {
    const at = stageAfter(
      begun,
      () => goTo('end'),
      (stage) => back(stage, OUTLINE),
    );
    expect(place(stageAfter(at, pages('text', 4)))).toEqual(['text', 0, 3]);
    expect(place(stageAfter(at, pages('points', 9)))).toEqual(['text', 0, 0]);
  });

  it('starts its timer with the first move forward, from any slide, once', () => {
    const moved = stageAfter(begun, () => goTo('text'), on);
    expect(moved.timer).toEqual({ before: 0, since: 1000 });
    expect(forward(moved, OUTLINE, 9000)).not.toHaveProperty('timer');
    expect(stageAfter(begun, (at) => forward(at, OUTLINE)).timer).toBe(STOPPED);
    expect(stageAfter(begun, (at) => back(at, OUTLINE)).timer).toBe(STOPPED);
  });

  it('lights a black or white screen before it moves', () => {
    for (const screen of ['black', 'white'] as const) {
      const dark = stageAfter(begun, on, (at) => toggleScreen(at, screen));
      expect(stageAfter(dark, on)).toMatchObject({ screen: 'live', slide: 'points' });
      expect(stageAfter(dark, (at) => back(at, OUTLINE))).toMatchObject({ screen: 'live', slide: 'points' });
      expect(stageAfter(dark, (at) => toggleScreen(at, screen)).screen).toBe('live');
    }
  });

  it('holds the audience’s picture while the speaker walks on', () => {
    const frozen = stageAfter(begun, toggleFreeze, on, on);
    expect([frozen.slide, frozen.step, seenPlace(frozen)]).toEqual([
      'points',
      1,
      { slide: 'cover', step: 0 },
    ]);
    expect(seenPlace(stageAfter(frozen, toggleFreeze))).toEqual({ slide: 'points', step: 1 });
  });

  it('counts one for a change and nothing for none; the same goal twice is the same state', () =>
    fc.assert(
      fc.property(outlines, deeds, (outline, numbers) => {
        let at = newStage('r', 's0');
        for (const number of numbers) {
          const goal = deed(number, outline)(at);
          const reached = reach(at, goal);
          expect(reached.seq).toBe(reached === at ? at.seq : at.seq + 1);
          expect(reach(reached, goal)).toBe(reached);
          expect(outline.some(({ id }) => id === reached.slide)).toBe(true);
          expect(pageOf(reached)).toBeLessThan(reached.pages);
          at = reached;
        }
        expect(readStage(JSON.parse(JSON.stringify(at)))).toEqual(at);
      }),
      { seed: SEED },
    ));

  it('stays where it was when the speech is edited, else at what the page shows', () => {
    const at = stageAfter(begun, on, on, on, toggleFreeze);
    const shorter = [OUTLINE[0]!, { id: 'points', steps: 1 }];
    expect(reach(at, inOutline(at, shorter, 'cover'))).toMatchObject({
      slide: 'points',
      step: 1,
      frozenAt: { slide: 'points', step: 1 },
    });
    expect(reach(at, inOutline(at, [OUTLINE[0]!], 'cover'))).toMatchObject({
      slide: 'cover',
      step: 0,
      frozenAt: null,
    });
  });

  it('goes on from the newer state of one show, and from that of another one only where nobody has moved', () => {
    const newer = stageAfter(begun, on);
    const other = { ...newer, run: 'other', seq: 50 };
    expect(newest(begun, newer, false)).toBe(newer);
    expect(newest(newer, begun, true)).toBe(newer);
    expect(newest(begun, other, true)).toBe(other);
    expect(newest(newer, other, false)).toBe(newer);
    expect(newest(newer, undefined, true)).toBe(newer);
  });

  it('takes nothing for a state that is none', () => {
    const good = JSON.parse(JSON.stringify(begun)) as Record<string, unknown>;
    expect(readStage(good)).toEqual(begun);
    for (const [name, value] of [
      ['run', 1],
      ['seq', -1],
      ['slide', null],
      ['step', 0.5],
      ['pages', 0],
      ['page', '1'],
      ['screen', 'red'],
      ['frozenAt', {}],
    ] as const)
      expect([name, readStage({ ...good, [name]: value })]).toEqual([name, undefined]);
    for (const value of [undefined, null, 'x', 7, []]) expect(readStage(value)).toBe(undefined);
    expect(readStage({ ...good, timer: 'x' })?.timer).toEqual(STOPPED);
  });
});

describe('a window beside the audience’s', () => {
  /** An owner that answers when it is asked to: goals wait in between. */
  function show() {
    let stage = begun;
    const waiting: (() => StageNews)[] = [];
    const follower = new StageFollower('console', (reached, goal) => {
      waiting.push(() => {
        stage = reach(stage, goal);
        return { stage, seen: seenPlace(stage), reached };
      });
    });
    follower.outline = OUTLINE;
    const tell = () => follower.hear({ stage, seen: seenPlace(stage) });
    tell();
    const answer = () => {
      const next = waiting.shift();
      if (next) follower.hear(next());
      return next !== undefined;
    };
    return { follower, tell, answer, owner: () => stage, move: (goal: Goal) => (stage = reach(stage, goal)) };
  }

  it('counts from its newest goal: quick presses before any answer are as many moves', () => {
    const { follower, answer, owner } = show();
    for (let press = 0; press < 5; press++) follower.pursue((at, outline) => forward(at, outline, 5), press);
    expect([follower.at?.slide, owner().slide]).toEqual(['text', 'cover']);
    expect(follower.waitingSince).toBe(0);
    while (answer());
    expect([follower.at, follower.waitingSince]).toEqual([owner(), undefined]);
    expect(owner().slide).toBe('text');
  });

  it('keeps its aim while older goals are answered, and sends nothing that changes nothing', () => {
    const { follower, answer, tell } = show();
    follower.pursue(() => goTo('text'), 0);
    follower.pursue(() => goTo('end'), 0);
    answer();
    tell();
    expect(follower.at?.slide).toBe('end');
    answer();
    follower.pursue(() => goTo('end'), 0);
    expect(answer()).toBe(false);
  });

  it('gives its goals up on request, and for a show that is another one', () => {
    const { follower, tell } = show();
    follower.pursue(() => goTo('end'), 0);
    follower.yield();
    expect(follower.at?.slide).toBe('cover');
    follower.pursue(() => goTo('end'), 0);
    const stage = { ...newStage('another', 'text') };
    follower.hear({ stage, seen: seenPlace(stage) });
    expect([follower.at, follower.waitingSince]).toEqual([stage, undefined]);
    tell();
  });

  it('takes no older state for news', () => {
    const { follower, tell, move } = show();
    move(goTo('text'));
    tell();
    follower.hear({ stage: begun, seen: seenPlace(begun) });
    expect(follower.at?.slide).toBe('text');
  });

  it('says only what it knows of the audience’s window', () => {
    const { follower, move, tell } = show();
    const watch = new ConnectionWatch();
    const states: Connection[] = [];
    const note = (now: number) => states.push(watch.state(now, follower));
    note(0);
    watch.heard(0, follower);
    note(10);
    watch.asked(1000);
    watch.asked(2000);
    note(3000);
    note(4300);
    // Hours of sleep in which nothing was asked are no silence.
    watch.heard(5000, follower);
    note(9_000_000);
    // It answers, and shows another slide for longer than a second.
    move(goTo('text'));
    follower.hear({ stage: reach(begun, goTo('text')), seen: { slide: 'cover', step: 0 } });
    watch.heard(9_000_000, follower);
    note(9_000_500);
    watch.heard(9_000_900, follower);
    note(9_001_500);
    tell();
    watch.heard(9_001_600, follower);
    note(9_001_700);
    move(toggleFreeze(follower.at!));
    tell();
    note(9_001_800);
    watch.saidGoodbye();
    note(9_001_900);
    watch.heard(9_002_000, follower);
    note(9_002_000);
    expect(states).toEqual([
      'connecting',
      'synced',
      'synced',
      'lost',
      'synced',
      'synced',
      'outOfSync',
      'synced',
      'frozen',
      'closed',
      'frozen',
    ]);
  });
});
