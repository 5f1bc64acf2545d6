import { LibraryError } from '../../library/library-error.ts';
import type { EditStamp, SpeechFile, WrittenSpeech } from '../../library/protocol.ts';

/** Where the text is: `data-state` of the save mark. */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict';

/** What becomes of the text. Times in ms since 1970. */
export type Phase =
  | { readonly at: 'saved' }
  | { readonly at: 'unsaved'; readonly firstEdit: number; readonly saveAt: number }
  /** `retry`: the failure before this attempt; shown until the attempt succeeds. */
  | { readonly at: 'saving'; readonly retry?: Failed | undefined }
  | Failed
  /** The user has to choose. `resolving`: has chosen, and what the choice replaces is being kept. */
  | { readonly at: 'conflict'; readonly theirs: SpeechFile; readonly resolving?: Choice | undefined }
  /** The file may move, or another speech is going to be shown: the file is left alone (W9). */
  | { readonly at: 'released'; readonly from: Phase }
  /** The editor shows another speech: it is left alone, too. */
  | { readonly at: 'closed'; readonly from: Phase };

export interface Failed {
  readonly at: 'failed';
  readonly reason: Error;
  /** Undefined: not unasked (W6). */
  readonly retryAt: number | undefined;
  /** Between the refusal and the next attempt, ms. */
  readonly delay: number;
}

export type Choice = 'mine' | 'theirs';

/** One open speech between editor and file. */
export interface SessionState {
  readonly name: string;
  readonly phase: Phase;
  /** State of the file the edits began from. Text undefined: unknown, a draft was restored that began from another state. */
  readonly base: { readonly text: string | undefined; readonly revision: string; readonly encoding: string };
  /** Texts sent whose answer is not known: the file may have any of them (W3). */
  readonly inFlight: readonly string[];
  /** Drafts of closed tabs that the text contains or that became versions (R11). */
  readonly supersedes: readonly EditStamp[];
  /** Foreign edits were merged with the user's; shown until dismissed. */
  readonly merged: boolean;
  /** A write had to change the encoding; shown once (W10). */
  readonly converted?: { readonly from: string; readonly original: string };
}

export type SessionEvent =
  /** The user changed the text. */
  | { readonly type: 'edited' }
  /** The time for it has come, or the user asks for it. */
  | { readonly type: 'save' }
  /** The user asks for a deleted file to be written again. */
  | { readonly type: 'recreate' }
  | { readonly type: 'written'; readonly sent: string; readonly written: WrittenSpeech }
  /** `current`: the file, where it has another state than the base. */
  | { readonly type: 'refused'; readonly error: unknown; readonly current?: SpeechFile | undefined }
  /** The library reports the file's revision. Undefined: deleted. */
  | { readonly type: 'reported'; readonly revision: string | undefined }
  /** `base`: revision of the base when the file was asked for. */
  | { readonly type: 'read'; readonly file: SpeechFile; readonly base: string }
  | { readonly type: 'chosen'; readonly choice: Choice }
  /** The text that a choice replaces is kept … */
  | { readonly type: 'kept'; readonly text: string }
  /** … or was refused. */
  | { readonly type: 'notKept'; readonly error: unknown }
  /** A draft is to be shown. `base`: the revision its edits began from; another than the file's is a conflict. */
  | { readonly type: 'restore'; readonly text: string; readonly base: string; readonly file: SpeechFile }
  /** A draft of a closed tab is in the text or in a version: every later write lists it (R11). */
  | { readonly type: 'supersede'; readonly stamp: EditStamp }
  /** The page is hidden or left: what can be done in this task is done (W8). */
  | { readonly type: 'leave' }
  /** `resume`: the file did not move and the speech stays. */
  | { readonly type: 'release' | 'resume' | 'dismissMerged' }
  /** `moved`: the editor keeps showing this text, as another file. */
  | { readonly type: 'close'; readonly moved: boolean };

/** To be carried out in the order given. */
export type Effect =
  /** Answered by `written` or `refused`. */
  | { readonly type: 'write' | 'create'; readonly text: string }
  | { readonly type: 'writeLeaving'; readonly text: string }
  /** Answered by `read`; where the file cannot be read, not at all. */
  | { readonly type: 'read' }
  /** The editor shows this text, as one step of undo. */
  | { readonly type: 'show'; readonly text: string }
  /** The editor's text becomes a draft. */
  | { readonly type: 'saveDraft' | 'saveDraftSync' }
  /** The file has this text. */
  | { readonly type: 'acknowledge'; readonly text: string }
  /** A choice is going to replace this text. Answered by `kept` or `notKept`. */
  | { readonly type: 'keep'; readonly text: string }
  /** The choice was carried out, or not. */
  | { readonly type: 'resolved'; readonly done: boolean; readonly error?: unknown };

/** The editor's text, and the time in ms since 1970. */
export interface Now {
  readonly text: string;
  readonly time: number;
}

/** What the page shows of a session. */
export interface SessionView {
  readonly state: SaveState;
  /** The file's present state, while the user has to choose. */
  readonly conflict: SpeechFile | undefined;
  /** Why the last write failed, and whether because the file was deleted. */
  readonly refusal: Error | undefined;
  readonly gone: boolean;
  readonly merged: boolean;
  readonly converted: SessionState['converted'];
}

export function viewOf({ phase, merged, converted }: SessionState): SessionView {
  const inner = innerPhase(phase);
  const failed = failureOf(inner);
  const conflict = inner.at === 'conflict' ? inner.theirs : undefined;
  const state = failed ? 'failed' : inner.at;
  return { state, conflict, refusal: failed?.reason, gone: isDeletion(failed?.reason), merged, converted };
}

/** The phase without its wrappers. */
export function innerPhase(phase: Phase): Exclude<Phase, { from: Phase }> {
  return 'from' in phase ? innerPhase(phase.from) : phase;
}

/** The failure that is being dealt with. */
export function failureOf(phase: Phase): Failed | undefined {
  return phase.at === 'failed' ? phase : phase.at === 'saving' ? phase.retry : undefined;
}

export function isDeletion(reason: Error | undefined): boolean {
  return reason instanceof LibraryError && reason.code === 'not-found';
}

/** When a `save` is due, ms since 1970; undefined: it is not. */
export function saveDue({ phase }: SessionState): number | undefined {
  return phase.at === 'unsaved' ? phase.saveAt : phase.at === 'failed' ? phase.retryAt : undefined;
}
