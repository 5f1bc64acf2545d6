import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  LOSES,
  type Loses,
  Machine,
  marksOf,
  OTHER,
  openedDrafts,
  openedLibrary,
  type Service,
  type Slot,
} from './simulated-browser.ts';

interface Opened {
  library: typeof openedLibrary;
  drafts: typeof openedDrafts;
}

/**
 * Random stories of two tabs, one speech and everything that can fail, against the four sentences at the head of
 * docs/persistence.md. `RUNS=1000 SEED=2` plays others; a failure prints its seed and the shortest story that fails.
 */

const opened = vi.hoisted(() => ({}) as Opened);
vi.mock('../../src/library/open-library.ts', () => ({
  openLibrary: (place: { tab: string }) => opened.library(place),
}));
vi.mock('../../src/library/browser/indexed-records.ts', () => ({
  DRAFTS_DATABASE: '',
  IndexedRecords: { opening: () => opened.drafts() },
}));
Object.assign(opened, { library: openedLibrary, drafts: openedDrafts } satisfies Opened);

const settings = { numRuns: Number(process.env.RUNS ?? 120), seed: Number(process.env.SEED ?? 1) };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2026, 10, 25) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What a story needs to know: nothing of it depends on the product. */
interface Model {
  /** Only one tab at a time, and no other program. */
  readonly isAlone: boolean;
}

class Step implements fc.AsyncCommand<Model, Machine> {
  constructor(
    private readonly name: string,
    private readonly work: (machine: Machine) => unknown,
  ) {}
  check(): boolean {
    return true;
  }
  async run({ isAlone }: Model, machine: Machine): Promise<void> {
    await this.work(machine);
    await vi.advanceTimersByTimeAsync(0);
    expect(await machine.lostMarks(), 'promised marks that are nowhere').toEqual([]);
    if (isAlone) expect(conflicts(machine), 'questions without anybody else').toEqual([]);
  }
  toString(): string {
    return this.name;
  }
}

const conflicts = ({ open }: Machine) => open.filter(({ space }) => space.session?.state === 'conflict');

const slot = fc.constantFrom(0 as const, 1 as const);
const line = fc.nat(2);
/** Of the requests that are on their way when everything ends. */
const share = fc.constantFrom(0, 0.5, 1);
const on = <Args extends unknown[]>(
  name: string,
  values: { [Index in keyof Args]: fc.Arbitrary<Args[Index]> },
  work: (machine: Machine, ...args: Args) => unknown,
): fc.Arbitrary<Step> =>
  fc
    .tuple(...(values as fc.Arbitrary<unknown>[]))
    .map((args) => new Step(`${name}(${args.join(', ')})`, (machine) => work(machine, ...(args as Args))));

/** What happens most. */
const usual = (tab: fc.Arbitrary<Slot>) => [
  on<[Slot, number]>('type', [tab, line], ({ tabs }, at, where) => tabs[at]?.type(where)),
  on<[number]>('wait', [fc.constantFrom(50, 300, 2000, 10_000)], (_, ms) => vi.advanceTimersByTimeAsync(ms)),
  on<[Slot]>('open', [tab], (machine, at) => machine.openTab(at)),
];

/** What one user does in one tab, and what fails meanwhile. */
const alone = (tab: fc.Arbitrary<Slot>) => [
  ...Array.from({ length: 5 }, () => usual(tab)).flat(),
  on<[Slot, number]>('reload', [tab, share], (machine, at, done) => {
    machine.tabs[at]?.space.session?.dispatch({ type: 'leave' });
    machine.kill(LOSES.tab, at, done);
    machine.openTab(at);
  }),
  on<[Slot]>('hide', [tab], ({ tabs }, at) => tabs[at]?.space.session?.dispatch({ type: 'leave' })),
  on<[Slot]>('show', [tab], ({ tabs }, at) => void tabs[at]?.space.session?.save()),
  on<[Slot]>('open other', [tab], ({ tabs }, at) => void tabs[at]?.space.open(OTHER)),
  on<[Slot]>('return', [tab], ({ tabs, name }, at) => void tabs[at]?.space.open(name)),
  on<[Service]>(
    'library',
    [fc.constantFrom<Service>('answers', 'holds', 'refuses', 'loses answers')],
    (machine, is) => {
      machine.library = is;
    },
  ),
  on<[Service]>('database', [fc.constantFrom<Service>('answers', 'holds', 'refuses')], (machine, is) => {
    machine.database = is;
  }),
  on<[]>('answer', [], (machine) => machine.answer()),
  on<[]>('heal', [], (machine) => machine.heal()),
  on<[Loses, Slot, number]>(
    'kill',
    [fc.constantFrom(...Object.values(LOSES)), tab, share],
    (machine, loses, at, done) => machine.kill(loses, at, done),
  ),
];

const together = [
  ...alone(slot),
  on<[]>('versions refuse', [], (machine) => {
    machine.versions = 'refuses';
  }),
  on<[number]>('edit outside', [line], (machine, where) => machine.editOutside(where)),
  on<[]>('remove outside', [], (machine) => machine.removeOutside()),
  on<[]>('restore outside', [], (machine) => machine.restoreOutside()),
  on<[Slot]>('recreate', [slot], ({ tabs }, at) => void tabs[at]?.space.session?.recreate()),
  on<[Slot, string]>('rename', [slot, fc.constantFrom('甲.txt', '丙.txt')], (machine, at, to) => {
    const { tabs, name, open } = machine;
    // What an open tab has not saved is not found under the new name: docs/persistence.md, Limits.
    if (open.length === 1)
      void tabs[at]?.actions.rename(name, to).then(
        () => {
          machine.name = to;
        },
        () => undefined,
      );
  }),
  on<[Slot, 'mine' | 'theirs' | 'both']>(
    'choose',
    [slot, fc.constantFrom('mine', 'theirs', 'both')],
    ({ tabs }, at, choice) => void choose(tabs[at]?.space, choice),
  ),
];

function choose(
  space: NonNullable<Machine['tabs'][0]>['space'] | undefined,
  choice: 'mine' | 'theirs' | 'both',
) {
  if (choice === 'both') return space?.keepBoth((stem) => `${stem} copy`).catch(() => undefined);
  return choice === 'mine' ? space?.session?.keepMine() : space?.session?.takeTheirs();
}

/** Everything works again; the machine is started three times, and every speech opened. */
async function reopenThrice(machine: Machine, isAlone: boolean, done: number): Promise<void> {
  machine.kill(LOSES.browser, 0, done);
  const { newest } = machine;
  machine.heal();
  for (let time = 1; time <= 3; time++) {
    machine.openTab(0);
    const tab = machine.tabs[0]!;
    const { space } = tab;
    await vi.advanceTimersByTimeAsync(10_000);
    const asks = space.session?.state === 'conflict';
    const isShown = space.name === machine.name && !asks && !space.recovery?.copy;
    if (isShown && time === 1 && newest !== undefined)
      expect(marksOf(tab.text), 'the newest').toContain(newest);
    for (const name of [machine.name, ...(await machine.names())]) {
      await space.open(name);
      await vi.advanceTimersByTimeAsync(10_000);
      if (space.session?.state !== 'conflict') continue;
      expect(isAlone, 'a question without anybody else').toBe(false);
      await choose(space, time === 1 ? 'theirs' : 'mine');
      await vi.advanceTimersByTimeAsync(10_000);
    }
    expect(await machine.lostMarks()).toEqual([]);
    expect(await machine.fileText(space.name)).toBe(tab.text);
    machine.kill(LOSES.browser, 0, 1);
  }
  expect(await machine.orphans()).toEqual([]);
}

async function play(
  commands: Iterable<fc.AsyncCommand<Model, Machine>>,
  done: number,
  isAlone: boolean,
): Promise<void> {
  vi.setSystemTime(Date.UTC(2026, 10, 25));
  const machine = await Machine.start();
  await fc.asyncModelRun(() => ({ model: { isAlone }, real: machine }), commands);
  await reopenThrice(machine, isAlone, done);
  vi.clearAllTimers();
}

it('R12, D2, W4: one tab at a time, whatever fails: nothing promised is lost, the newest is shown, nothing is asked', async () => {
  const stories = fc.commands(alone(fc.constant(0 as const)), { maxCommands: 30 });
  await fc.assert(
    fc.asyncProperty(stories, share, (commands, done) => play(commands, done, true)),
    settings,
  );
});

it('D1, W5, R5: two tabs and another program, whatever fails: nothing promised is lost, the newest is shown or asked about', async () => {
  const stories = fc.commands(together, { maxCommands: 40 });
  await fc.assert(
    fc.asyncProperty(stories, share, (commands, done) => play(commands, done, false)),
    settings,
  );
});
