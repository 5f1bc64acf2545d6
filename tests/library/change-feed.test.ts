import { afterEach, beforeEach, expect, it, type Mock, vi } from 'vitest';
import { listenToFolder } from '../../src/library/http/change-feed.ts';
import type { FolderState } from '../../src/library/protocol.ts';

/** A feed of which the test is the server. */
class Feed {
  static readonly CLOSED = 2;
  static opened: Feed[] = [];
  readyState = 0;
  onopen?: () => void;
  onerror?: () => void;
  onmessage?: (event: { data: string }) => void;
  constructor() {
    Feed.opened.push(this);
  }
  close(): void {
    this.readyState = Feed.CLOSED;
  }
  open(): void {
    this.readyState = 1;
    this.onopen?.();
  }
  /** An answer that is no feed: a browser does not ask again. */
  refuse(): void {
    this.readyState = Feed.CLOSED;
    this.onerror?.();
  }
  /** The connection is lost: a browser asks again by itself. */
  lose(): void {
    this.readyState = 0;
    this.onerror?.();
  }
}

const last = () => Feed.opened.at(-1)!;
let stop: () => void;
let listener: Mock<(state: FolderState) => void>;

beforeEach(() => {
  vi.useFakeTimers();
  Feed.opened = [];
  vi.stubGlobal('EventSource', Feed);
  vi.stubGlobal('navigator', {});
  listener = vi.fn<(state: FolderState) => void>();
  stop = listenToFolder(listener, 'http://127.0.0.1/');
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('listens anew after an answer that was no feed', async () => {
  last().refuse();
  expect(Feed.opened).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(Feed.opened).toHaveLength(2);
  last().onmessage?.({ data: '{"revisions":{"甲.txt":"1"}}' });
  expect(listener).toHaveBeenCalledExactlyOnceWith({ revisions: { '甲.txt': '1' } });
});

it('leaves a connection that was lost to the browser', async () => {
  last().open();
  last().lose();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(Feed.opened).toHaveLength(1);
});

it('waits longer each time, half a minute at most, and begins again once it was heard', async () => {
  const pauses: number[] = [];
  const refuse = async () => {
    const count = Feed.opened.length;
    last().refuse();
    let pause = 0;
    for (; Feed.opened.length === count && pause < 60_000; pause += 500)
      await vi.advanceTimersByTimeAsync(500);
    pauses.push(pause);
  };
  for (let round = 0; round < 7; round++) await refuse();
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  last().open();
  await refuse();
  expect(pauses.at(-1)).toBe(1000);
});

it('stops, also between two tries', async () => {
  last().refuse();
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(Feed.opened).toHaveLength(1);
});

it('closes the feed that is open when it stops', async () => {
  last().refuse();
  await vi.advanceTimersByTimeAsync(1000);
  last().open();
  stop();
  expect(last().readyState).toBe(Feed.CLOSED);
});
