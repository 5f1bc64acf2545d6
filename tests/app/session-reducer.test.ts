import { expect, it } from 'vitest';
import { reduce } from '../../src/app/session/session-reducer.ts';
import {
  type Effect,
  type SessionEvent,
  type SessionState,
  saveDue,
  viewOf,
} from '../../src/app/session/session-state.ts';
import { LibraryError } from '../../src/library/library-error.ts';
import type { SpeechFile } from '../../src/library/protocol.ts';

const file = (text: string, revision = `r ${text}`): SpeechFile => ({
  name: '讲话.txt',
  text,
  revision,
  modified: 0,
  encoding: 'utf-8',
  confident: true,
});
const OPENED: SessionState = {
  name: '讲话.txt',
  phase: { at: 'saved' },
  base: file('一'),
  inFlight: [],
  supersedes: [],
  merged: false,
};

/** A session that is told events one after the other, each with the editor's text and the time. */
function session() {
  let state = OPENED;
  const tell = (event: SessionEvent, text: string, time: number): readonly Effect['type'][] => {
    const [next, effects] = reduce(state, event, { text, time });
    state = next;
    return effects.map(({ type }) => type);
  };
  return { tell, state: () => viewOf(state).state, due: () => saveDue(state), phase: () => state.phase };
}
const written = (sent: string): SessionEvent => ({ type: 'written', sent, written: file(sent) });
const refused: SessionEvent = { type: 'refused', error: new LibraryError('no-server') };

it('W2: the file is written 250 ms after the last edit, at latest 400 ms after the first', () => {
  const { tell, due } = session();
  const dues = [1000, 1100, 1200, 1390, 1500].map((time) => {
    tell({ type: 'edited' }, '一二', time);
    return due();
  });
  expect(dues).toEqual([1250, 1350, 1400, 1400, 1500]);
  expect(tell({ type: 'save' }, '一二', 1500)).toEqual(['write']);
  expect(due()).toBeUndefined();
});

it('D2: each edit saves a draft, whatever the session is doing', () => {
  const { tell } = session();
  const edit = () => tell({ type: 'edited' }, '一二', 0);
  expect(edit()).toEqual(['saveDraft']);
  tell({ type: 'save' }, '一二', 0);
  expect(edit()).toEqual(['saveDraft']);
  tell(refused, '一二', 0);
  expect(edit()).toEqual(['saveDraft']);
  tell({ type: 'refused', error: undefined, current: file('三') }, '一二', 0);
  expect(edit()).toEqual(['saveDraft']);
  tell({ type: 'release' }, '一二', 0);
  expect(edit()).toEqual(['saveDraft']);
  tell({ type: 'close', moved: false }, '一二', 0);
  expect(edit()).toEqual([]);
});

it('W4: attempts follow after 4 s, then twice as long, at most 60 s; what is shown stays', () => {
  const { tell, due, state } = session();
  tell({ type: 'edited' }, '一二', 0);
  const delays = Array.from({ length: 6 }, () => {
    tell({ type: 'save' }, '一二', 0);
    tell(refused, '一二', 0);
    return due();
  });
  expect(delays).toEqual([4000, 8000, 16_000, 32_000, 60_000, 60_000]);
  tell({ type: 'save' }, '一二', 0);
  expect(state()).toBe('failed');
  tell(written('一二'), '一二', 0);
  expect(state()).toBe('saved');
});

it('W6: a deleted file is written neither when its time comes nor after an edit, only unless asked', () => {
  const { tell, due } = session();
  tell({ type: 'reported', revision: undefined }, '一', 0);
  tell({ type: 'edited' }, '一二', 0);
  expect(due()).toBeUndefined();
  expect(tell({ type: 'recreate' }, '一二', 0)).toEqual(['create']);
});

it('D7: what was typed during a write is saved as a draft, not deleted with the one before', () => {
  const { tell, state } = session();
  tell({ type: 'edited' }, '一二', 0);
  tell({ type: 'save' }, '一二', 0);
  expect(tell(written('一二'), '一二三', 0)).toEqual(['saveDraft']);
  expect(state()).toBe('unsaved');
  tell({ type: 'save' }, '一二三', 0);
  expect(tell(written('一二三'), '一二三', 0)).toEqual(['acknowledge']);
});

it('W8: a long text is not sent as the page is left, nor one in a conflict; its draft is kept', () => {
  const { tell } = session();
  tell({ type: 'edited' }, '一二', 0);
  expect(tell({ type: 'leave' }, '一二', 0)).toEqual(['saveDraftSync', 'writeLeaving']);
  expect(tell({ type: 'leave' }, '字'.repeat(20_001), 0)).toEqual(['saveDraftSync']);
  tell({ type: 'refused', error: undefined, current: file('三') }, '一四', 0);
  expect(tell({ type: 'leave' }, '一四', 0)).toEqual(['saveDraftSync']);
});

it('W10: a write that changed the encoding says so, with the name of the original', () => {
  const [state] = reduce(
    { ...OPENED, base: { ...OPENED.base, encoding: 'gb18030' } },
    { type: 'written', sent: '一二', written: { ...file('一二'), original: '讲话.txt.0' } },
    { text: '一二', time: 0 },
  );
  expect(viewOf(state).converted).toEqual({ from: 'gb18030', original: '讲话.txt.0' });
});

it('W9: released, neither file nor reports are dealt with; resumed, what is unsaved is due at once', () => {
  const { tell, due } = session();
  tell({ type: 'release' }, '一', 0);
  tell({ type: 'edited' }, '一二', 0);
  expect([due(), tell({ type: 'save' }, '一二', 0)]).toEqual([undefined, []]);
  expect(tell({ type: 'reported', revision: 'other' }, '一二', 0)).toEqual([]);
  tell({ type: 'resume' }, '一二', 7);
  expect(due()).toBe(7);
});

it('W9: closed, a session saves what is unsaved as a draft, and answers nothing more', () => {
  const { tell } = session();
  tell({ type: 'edited' }, '一二', 0);
  tell({ type: 'save' }, '一二', 0);
  expect(tell({ type: 'close', moved: false }, '一二', 0)).toEqual(['saveDraft']);
  expect(tell(written('一二'), '别的', 0)).toEqual([]);
  expect(tell({ type: 'kept', text: '一' }, '别的', 0)).toEqual(['resolved']);
});

it.each([
  ['the draft’s text', '一二', undefined],
  ['an earlier text of its tab', '一', { tab: 'dead', time: 7 }],
])(
  'W3, R12: %s that a closed tab had sent arrives after its draft was restored: nothing is asked',
  (_, sent, writer) => {
    const { tell, state } = session();
    tell({ type: 'supersede', stamp: { tab: 'dead', time: 8 } }, '〇', 0);
    tell({ type: 'restore', text: '一二', base: 'r 〇', file: file('〇') }, '〇', 0);
    tell({ type: 'edited' }, '一二三', 1);
    const current = { ...file(sent), ...(writer && { writer }) };
    expect(tell({ type: 'refused', error: undefined, current }, '一二三', 2)).toEqual(['saveDraft']);
    expect(state()).toBe('unsaved');
    // A later edit of that tab, or anybody else's, is another matter.
    tell(
      { type: 'refused', error: undefined, current: { ...file('四'), writer: { tab: 'dead', time: 9 } } },
      '一二三',
      3,
    );
    expect(state()).toBe('conflict');
  },
);
