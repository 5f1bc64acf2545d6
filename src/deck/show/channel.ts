import type { Deck } from '../plan/types.ts';
import type { Ratio } from './line-room.ts';

/** Where the audience's window stands. */
export interface ShowState {
  /** Id of the slide on the screen. */
  readonly id: string;
  /** Points shown of those that come one by one; both 0 where they come together. */
  readonly step: number;
  readonly steps: number;
  readonly black: boolean;
}

/** From the audience's window to the speaker's. The spoken text travels here and nowhere else. */
export type ToPresenter =
  /** The audience's window has just been loaded: whoever was with it may take it back to its place. */
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'deck';
      readonly deck: Deck;
      readonly baseUrl: string;
      readonly ratio: Ratio;
      readonly state: ShowState;
    }
  | { readonly kind: 'state'; readonly state: ShowState }
  | { readonly kind: 'closed' };

/** From the speaker's window to the audience's. */
export type ToAudience =
  /** A speaker's window asks for the deck; with `resume`, also to go back to where it saw the show last. */
  | { readonly kind: 'connect'; readonly resume?: { readonly id: string; readonly black: boolean } }
  | { readonly kind: 'go'; readonly id: string }
  | { readonly kind: 'next' }
  | { readonly kind: 'previous' }
  | { readonly kind: 'black'; readonly on: boolean };

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

const KEPT = 'jiangtai-show';

/** Name of this tab's show: the same after a reload, another in another tab. */
export function channelName(): string {
  // Not `randomUUID`, which is missing on plain-http addresses other than loopback.
  const made = crypto.getRandomValues(new Uint32Array(4)).join('-');
  try {
    const kept = sessionStorage.getItem(KEPT) ?? made;
    sessionStorage.setItem(KEPT, kept);
    return kept;
  } catch {
    // A browser that keeps nothing: the windows meet, but not again after a reload.
    return made;
  }
}
