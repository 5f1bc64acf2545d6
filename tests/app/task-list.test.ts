import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TaskList } from '../../src/app/tasks/task-list.ts';

let changes = 0;
let work: TaskList;
beforeEach(() => {
  vi.useFakeTimers();
  changes = 0;
  work = new TaskList(() => changes++);
});
afterEach(() => vi.useRealTimers());

it('what ends soon is never shown', async () => {
  const end = work.begin('work.open');
  await vi.advanceTimersByTimeAsync(300);
  end();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(work.shown).toBeUndefined();
  expect(changes).toBe(0);
});

it('what takes long is shown before half a second is over, with its share, until it ends', async () => {
  let finish = () => {};
  const done = work.run('work.import', async ({ report }) => {
    await report(1, 4);
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return 'all';
  });
  await vi.advanceTimersByTimeAsync(499);
  expect(work.shown).toMatchObject({ what: 'work.import', share: 0.25 });
  finish();
  expect(await done).toBe('all');
  expect(work.shown).toBeUndefined();
});

it('cancelling takes it away at once; the work hears of it at its next part', async () => {
  const parts: number[] = [];
  const done = work.run('work.import', async ({ report }) => {
    for (let part = 0; part < 10; part++) {
      if (!(await report(part, 10))) break;
      parts.push(part);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  });
  await vi.advanceTimersByTimeAsync(700);
  work.shown?.cancel?.();
  expect(work.shown).toBeUndefined();
  await vi.advanceTimersByTimeAsync(5_000);
  await done;
  expect(parts).toEqual([0, 1, 2, 3]);
});

it('of two at a time the newer is shown, then the older again; one that fails goes, too', async () => {
  const end = work.begin('work.open');
  const failing = work.run('work.export', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    throw new Error('full');
  });
  const failed = expect(failing).rejects.toThrow('full');
  await vi.advanceTimersByTimeAsync(500);
  expect(work.shown).toMatchObject({ what: 'work.export' });
  await vi.advanceTimersByTimeAsync(600);
  await failed;
  expect(work.shown).toMatchObject({ what: 'work.open', cancel: undefined });
  end();
  end();
  expect(work.shown).toBeUndefined();
});
