import { afterEach, expect, it, vi } from 'vitest';
import { acquireTabId, isTabOpen } from '../../src/library/browser/tab-lease.ts';

/** Whether another tab is open, with and without Web Locks. */

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Channels between tabs that deliver at once. */
class Channel {
  static readonly open = new Set<Channel>();
  onmessage: ((event: { data: unknown }) => void) | undefined;
  constructor() {
    Channel.open.add(this);
  }
  postMessage(data: unknown): void {
    for (const other of Channel.open) if (other !== this) other.onmessage?.({ data });
  }
  close(): void {
    Channel.open.delete(this);
  }
}

it('D11: a tab is open as long as it holds its Web Lock', async () => {
  const held: { name: string }[] = [];
  vi.stubGlobal('navigator', {
    locks: { request: async (name: string) => held.push({ name }), query: async () => ({ held }) },
  });
  const id = acquireTabId();
  expect(await isTabOpen(id)).toBe(true);
  held.pop();
  expect(await isTabOpen(id)).toBe(false);
});

it('D11: without Web Locks a tab is open as long as it answers', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('BroadcastChannel', Channel);
  const [one, two] = [acquireTabId(), acquireTabId()];
  expect(await Promise.all([isTabOpen(one), isTabOpen(two)])).toEqual([true, true]);
  Channel.open.clear();
  const asked = isTabOpen(one);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await asked).toBe(false);
});
