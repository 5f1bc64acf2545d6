import { LibraryError } from '../../library/library-error.ts';
import type { SpeechFile } from '../../library/protocol.ts';
import { covers } from '../../library/version-vector.ts';
import { mergeTexts } from './merge-texts.ts';
import {
  type Effect,
  type Failed,
  failureOf,
  innerPhase,
  isDeletion,
  type Now,
  type Phase,
  type SessionEvent,
  type SessionState,
} from './session-state.ts';

/** The file is written when typing has paused this long, ms (W2) … */
const SAVE_PAUSE = 250;
/** … and at latest this long after the first edit, ms. */
const SAVE_LATEST = 400;
/** A refused write is tried again after this long, then twice as long, ms (W4). */
const RETRY_FIRST = 4000;
const RETRY_LONGEST = 60_000;
/** UTF-16 units that are sent as the page is left: browsers finish such a request up to 64 KB (W8). */
const LEAVING_LENGTH = 20_000;
/** So many texts in flight are remembered: without a server each attempt adds one. */
const MAX_IN_FLIGHT = 100;

type Step = readonly [SessionState, readonly Effect[]];
type Handler<Type> = (state: SessionState, event: Extract<SessionEvent, { type: Type }>, now: Now) => Step;

const SAVED: Phase = { at: 'saved' };
const SAVE_DRAFT: Effect = { type: 'saveDraft' };

/** Decides what one open speech does about an event (docs/persistence.md, W1–W10). */
export function reduce(state: SessionState, event: SessionEvent, now: Now): Step {
  const { phase } = state;
  const { type } = event;
  const handle = HANDLERS[type] as Handler<SessionEvent['type']>;
  if (phase.at === 'closed')
    return [state, type === 'kept' || type === 'notKept' ? [{ type: 'resolved', done: false }] : []];
  if (phase.at !== 'released' || type === 'resume' || type === 'close') return handle(state, event, now);
  if (type === 'save' || type === 'reported' || type === 'read' || type === 'release') return [state, []];
  const [next, effects] = handle({ ...state, phase: phase.from }, event, now);
  return [{ ...next, phase: { at: 'released', from: next.phase } }, effects];
}

const HANDLERS: { readonly [Type in SessionEvent['type']]: Handler<Type> } = {
  edited: (state, _, { time }) => {
    const { phase } = state;
    return [{ ...state, phase: editedPhase(phase, time) }, [SAVE_DRAFT]];
  },
  save: (state, _, now) => {
    const { phase } = state;
    if (phase.at !== 'unsaved' && phase.at !== 'failed') return [state, []];
    return isInFile(state, now.text) ? markSaved(state, now.text, now) : send(state, 'write', now.text);
  },
  recreate: (state, _, { text }) => (state.phase.at === 'failed' ? send(state, 'create', text) : [state, []]),
  written: (state, { sent, written }, now) => {
    const { revision, encoding, original } = written;
    const from = state.base.encoding;
    const base = { text: sent, revision, encoding };
    const converted = original === undefined ? {} : { converted: { from, original } };
    return markSaved({ ...state, base, inFlight: [], ...converted }, sent, now);
  },
  refused: (state, { error, current }, now) =>
    current ? reconcile(state, current, now) : fail(state, error, now),
  reported: (state, { revision }, now) => {
    const { phase, base } = state;
    const known = phase.at === 'conflict' ? phase.theirs.revision : base.revision;
    if (phase.at === 'failed' && revision === base.revision) return send(state, 'write', now.text);
    if (revision === known || phase.at === 'saving') return [state, []];
    if (revision !== undefined) return [state, [{ type: 'read' }]];
    return fail(state, new LibraryError('not-found', { name: state.name }), now);
  },
  read: (state, { file, base }, now) => {
    const { phase } = state;
    // Written meanwhile: the library reports again.
    if (phase.at === 'saving' || base !== state.base.revision) return [state, []];
    // In a conflict our own base is news: the other program reverted its change.
    const news = file.revision !== base || phase.at === 'conflict';
    return news ? reconcile(state, file, now) : [state, []];
  },
  chosen: (state, { choice }, { text }) => {
    const { phase } = state;
    if (phase.at !== 'conflict' || phase.resolving) return [state, [{ type: 'resolved', done: false }]];
    const replaced = choice === 'mine' ? phase.theirs.text : text;
    return [{ ...state, phase: { ...phase, resolving: choice } }, [{ type: 'keep', text: replaced }]];
  },
  kept: (state, { text: kept }, { text, time }) => {
    const { phase } = state;
    if (phase.at !== 'conflict' || !phase.resolving) return [state, [{ type: 'resolved', done: false }]];
    const { theirs, resolving } = phase;
    const replaced = resolving === 'mine' ? theirs.text : text;
    // Changed meanwhile, here or in the file.
    if (replaced !== kept) return [state, [{ type: 'keep', text: replaced }]];
    const showTheirs: Effect = { type: 'show', text: theirs.text };
    const done: Effect = { type: 'resolved', done: true };
    if (resolving === 'theirs')
      return [rebase(state, theirs, SAVED), [showTheirs, { type: 'acknowledge', text: theirs.text }, done]];
    // Both are shown, so that undo has theirs.
    return [rebase(state, theirs, unsaved(time, 0)), [showTheirs, { type: 'show', text }, SAVE_DRAFT, done]];
  },
  notKept: (state, { error }) => {
    const { phase } = state;
    const stays: Phase = phase.at === 'conflict' ? { ...phase, resolving: undefined } : phase;
    return [{ ...state, phase: stays }, [{ type: 'resolved', done: false, error }]];
  },
  restore: (state, { text, base, file }, { time }) => {
    const effects: readonly Effect[] = [{ type: 'show', text }, SAVE_DRAFT];
    // Its tab may have sent it before it was closed.
    const sent = fly(state, text);
    if (base === file.revision) return [{ ...sent, phase: editedPhase(state.phase, time) }, effects];
    // Keep the draft's base; based on the current file, the next recovery would silently prefer it.
    const unknown = { ...state.base, text: undefined, revision: base };
    return [{ ...sent, base: unknown, phase: { at: 'conflict', theirs: file } }, effects];
  },
  supersede: (state, { stamp: { tab, time } }) => [
    { ...state, supersedes: [...state.supersedes, { tab, time }] },
    [],
  ],
  leave: (state, _, { text }) => {
    const { phase } = state;
    if (phase.at === 'saved') return [state, []];
    const draft: Effect = { type: 'saveDraftSync' };
    if (phase.at === 'conflict' || isInFile(state, text) || text.length > LEAVING_LENGTH)
      return [state, [draft]];
    // A page that was only hidden stays open, and does not handle the answer.
    return [fly(state, text), [draft, { type: 'writeLeaving', text }]];
  },
  release: (state) => [{ ...state, phase: { at: 'released', from: state.phase } }, []],
  resume: (state, _, { time }) => {
    const { phase } = state;
    if (phase.at !== 'released') return [state, []];
    const { from } = phase;
    if (from.at === 'unsaved') return [{ ...state, phase: unsaved(time, 0) }, []];
    const again = from.at === 'failed' && !isDeleted(from);
    return [{ ...state, phase: again ? { ...from, retryAt: time } : from }, []];
  },
  close: (state, { moved }) => {
    const dirty = innerPhase(state.phase).at !== 'saved';
    return [{ ...state, phase: { at: 'closed', from: state.phase } }, dirty && !moved ? [SAVE_DRAFT] : []];
  },
  dismissMerged: (state) => [{ ...state, merged: false }, []],
};

const unsaved = (time: number, pause: number): Phase => ({
  at: 'unsaved',
  firstEdit: time,
  saveAt: time + pause,
});

function editedPhase(phase: Phase, time: number): Phase {
  if (phase.at === 'saved') return unsaved(time, SAVE_PAUSE);
  if (phase.at === 'unsaved')
    return { ...phase, saveAt: Math.max(time, Math.min(time + SAVE_PAUSE, phase.firstEdit + SAVE_LATEST)) };
  if (phase.at === 'failed' && phase.retryAt !== undefined)
    return { ...phase, retryAt: Math.min(phase.retryAt, time + SAVE_LATEST) };
  return phase;
}

/** The file has this text, as far as can be known: a text in flight may have replaced it (W3). */
function isInFile({ base, inFlight, phase }: SessionState, text: string): boolean {
  return text === base.text && inFlight.length === 0 && !isDeleted(phase);
}

/** The file was deleted: it is not written unasked (W6). */
function isDeleted(phase: Phase): boolean {
  return isDeletion(failureOf(phase)?.reason);
}

function fly(state: SessionState, text: string): SessionState {
  const others = state.inFlight.filter((other) => other !== text);
  return { ...state, inFlight: [...others, text].slice(-MAX_IN_FLIGHT) };
}

function send(state: SessionState, type: 'write' | 'create', text: string): Step {
  return [{ ...fly(state, text), phase: { at: 'saving', retry: failureOf(state.phase) } }, [{ type, text }]];
}

/** The file has `sent` now. */
function markSaved(state: SessionState, sent: string, { text, time }: Now): Step {
  if (text === sent) return [{ ...state, phase: SAVED }, [{ type: 'acknowledge', text }]];
  // The newer draft replaces the old one: were that deleted first, none would be kept between the two.
  return [{ ...state, phase: unsaved(time, SAVE_PAUSE) }, [SAVE_DRAFT]];
}

function fail(state: SessionState, error: unknown, { time }: Now): Step {
  const before = failureOf(state.phase);
  const delay = before ? Math.min(RETRY_LONGEST, before.delay * 2) : RETRY_FIRST;
  const reason = error instanceof Error ? error : new Error(String(error));
  const failed: Failed = { at: 'failed', reason, retryAt: time + delay, delay };
  return [{ ...state, phase: isDeleted(failed) ? { ...failed, retryAt: undefined } : failed }, [SAVE_DRAFT]];
}

function rebase(state: SessionState, file: SpeechFile, phase: Phase): SessionState {
  return { ...state, base: file, inFlight: [], phase };
}

/** The file has another state than the base (W3, W5, W7). */
function reconcile(state: SessionState, file: SpeechFile, now: Now): Step {
  const { base, inFlight, phase, supersedes } = state;
  const { text, time } = now;
  const isOwn = inFlight.includes(file.text) || (file.writer && covers(supersedes, file.writer));
  if (text === file.text) return markSaved(rebase(state, file, SAVED), text, now);
  // Our own, though the answer never came; or reverted to what our edits began from.
  if (isOwn || file.revision === base.revision) return [rebase(state, file, unsaved(time, 0)), [SAVE_DRAFT]];
  if (text === base.text)
    return [
      rebase(state, file, SAVED),
      [
        { type: 'show', text: file.text },
        { type: 'acknowledge', text: file.text },
      ],
    ];
  const merged = base.text === undefined ? undefined : mergeTexts(base.text, text, file.text);
  if (merged !== undefined)
    return [
      { ...rebase(state, file, unsaved(time, SAVE_PAUSE)), merged: true },
      [{ type: 'show', text: merged }, SAVE_DRAFT],
    ];
  const resolving = phase.at === 'conflict' ? phase.resolving : undefined;
  return [{ ...state, phase: { at: 'conflict', theirs: file, resolving } }, [SAVE_DRAFT]];
}
