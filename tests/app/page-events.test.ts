import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listenToPage } from '../../src/app/session/page-events.ts';

let page: EventTarget;
beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('document', new EventTarget());
});
afterEach(() => vi.unstubAllGlobals());

it('the address that was asked for counts, not the one an earlier speech put in its place', () => {
  const addressed: string[] = [];
  vi.stubGlobal('location', { hash: '#file=一.txt' });
  const stop = listenToPage({
    addressed: (name) => addressed.push(name),
    leaving: () => undefined,
    returned: () => undefined,
    wouldLose: () => false,
  });
  const newURL = `http://127.0.0.1/#file=${encodeURIComponent('二.txt')}`;
  page.dispatchEvent(Object.assign(new Event('hashchange'), { newURL }));
  expect(addressed).toEqual(['二.txt']);
  stop();
  page.dispatchEvent(Object.assign(new Event('hashchange'), { newURL }));
  expect(addressed).toHaveLength(1);
});
