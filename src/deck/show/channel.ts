import type { Language } from '../../i18n/language.ts';
import { carriedId } from '../../page/carried-pages.ts';
import type { Deck } from '../plan/types.ts';
import type { StageNews } from '../state/follower.ts';
import type { Goal, Outline, Stage } from '../state/stage.ts';
import type { Ratio } from './line-room.ts';

/** From the audience's window to the speaker's. The spoken text travels here and nowhere else. */
export type ToPresenter =
  /** The audience's window has been loaded and has a deck: whoever knows the show answers with `connect`. */
  | { readonly kind: 'ready' }
  | ({
      readonly kind: 'deck';
      readonly deck: Deck;
      readonly baseUrl: string;
      readonly ratio: Ratio;
      readonly outline: Outline;
    } & StageNews)
  /** After each change, each goal and each question. */
  | ({ readonly kind: 'stage' } & StageNews)
  | { readonly kind: 'closed' };

/** From a window beside the audience's (console, prompter) to it. */
export type ToAudience =
  /** A window asks for the deck. `last` is the state it saw last, also that of an earlier load. */
  | { readonly kind: 'connect'; readonly last?: Stage }
  /** Asks for a sign of life, each second. */
  | { readonly kind: 'ask' }
  /** The state with this number has been heard. */
  | { readonly kind: 'heard'; readonly seq: number }
  /** The console has laid the spoken text of a slide out in so many pages. */
  | { readonly kind: 'pages'; readonly slide: string; readonly pages: number }
  | { readonly kind: 'goal'; readonly id: string; readonly goal: Goal }
  /** The console closes: its pages are not waited for. */
  | { readonly kind: 'bye' };

/** One end of the channel between the two windows: same origin, same browser, no server. */
export interface ShowChannel<Sent, Heard> {
  send(message: Sent): void;
  listen(hear: (message: Heard) => void): void;
  close(): void;
}

/**
 * Opens the channel of a show. Either window may be closed and loaded again: the name stays.
 *
 * @param name letters, digits and dashes
 * @param own which end this is; an end hears only the other
 */
export function openShowChannel<Sent, Heard>(
  name: string,
  own: 'audience' | 'speaker',
): ShowChannel<Sent, Heard> {
  const channel = new BroadcastChannel(`jiangtai-show-${name}`);
  return {
    send: (message) => channel.postMessage({ from: own, message }),
    listen: (hear) => {
      channel.addEventListener('message', (event: MessageEvent<{ from: string; message: Heard }>) => {
        if (event.data.from !== own) hear(event.data.message);
      });
    },
    close: () => channel.close(),
  };
}

/** Query of the teleprompter's address. */
export function prompterQuery(channel: string, language: Language, offset?: number): string {
  const query = new URLSearchParams({ channel, language });
  if (offset !== undefined) query.set('at', String(offset));
  return String(query);
}

const KEPT = 'jiangtai-show';

/** Name of this tab's show: the same after a reload, another in another tab. */
export function channelName(): string {
  // One tab may show files of several speeches, one after the other.
  const id = carriedId();
  // Not `randomUUID`, which is missing on plain-http addresses other than loopback.
  const made = [id, ...crypto.getRandomValues(new Uint32Array(4))].filter((part) => part !== '').join('-');
  try {
    const kept = sessionStorage.getItem(KEPT + id) ?? made;
    sessionStorage.setItem(KEPT + id, kept);
    return kept;
  } catch {
    // A browser that keeps nothing: the windows meet, but not again after a reload.
    return made;
  }
}
