import { afterEach, expect, it, vi } from 'vitest';
import { CompileClient, type CompileInput } from '../../src/app/workers/compile-client.ts';

/** A worker that does what the test says. */
class FakeWorker {
  static made: FakeWorker[] = [];
  readonly asked: number[] = [];
  ended = false;
  onmessage: ((event: unknown) => void) | undefined;
  onerror: ((event: unknown) => void) | undefined;
  constructor() {
    FakeWorker.made.push(this);
  }
  postMessage({ number }: { number: number }): void {
    this.asked.push(number);
  }
  terminate(): void {
    this.ended = true;
  }
}
afterEach(() => {
  vi.unstubAllGlobals();
  FakeWorker.made = [];
});

const input = (text: string): CompileInput => ({
  text,
  name: 'a.txt',
  format: 'plain',
  disabled: [],
  undone: [],
});

it('a worker that breaks is told, and what waits goes to a new one', () => {
  vi.stubGlobal('Worker', FakeWorker);
  const faults: string[] = [];
  const pipeline = new CompileClient({ result: () => undefined, fault: (reason) => faults.push(reason) });
  pipeline.request(() => input('一'));
  pipeline.request(() => input('二'));
  const [first] = FakeWorker.made;
  first?.onerror?.({ preventDefault: () => undefined, message: 'broken' });
  expect(faults).toEqual(['broken']);
  expect(first?.ended).toBe(true);
  expect(FakeWorker.made.map(({ asked }) => asked)).toEqual([[1], [2]]);
  // Broken again with nobody waiting: another is started only when it is needed.
  FakeWorker.made[1]?.onerror?.({ preventDefault: () => undefined, message: '' });
  expect(FakeWorker.made).toHaveLength(2);
  expect(pipeline.pending).toBe(false);
  pipeline.request(() => input('三'));
  expect(FakeWorker.made[2]?.asked).toEqual([3]);
});

it('a fault in the worker ends it, and the next text goes to a new one', () => {
  vi.stubGlobal('Worker', FakeWorker);
  const faults: string[] = [];
  const pipeline = new CompileClient({ result: () => undefined, fault: (reason) => faults.push(reason) });
  pipeline.request(() => input('一'));
  pipeline.request(() => input('二'));
  const [first] = FakeWorker.made;
  first?.onmessage?.({ data: { number: 1, fault: 'Maximum call stack size exceeded' } });
  expect(faults).toEqual(['Maximum call stack size exceeded']);
  expect(first?.ended).toBe(true);
  expect(FakeWorker.made.map(({ asked }) => asked)).toEqual([[1], [2]]);
});
