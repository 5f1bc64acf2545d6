import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Deck } from '../../deck/plan/types.ts';
import {
  openShowChannel,
  type ShowChannel,
  type ToAudience,
  type ToPresenter,
} from '../../deck/show/channel.ts';
import type { Ratio } from '../../deck/show/line-room.ts';
import { type Connection, ConnectionWatch } from '../../deck/state/connection.ts';
import { StageFollower, type StageNews } from '../../deck/state/follower.ts';
import {
  back,
  forward,
  type Goal,
  goTo,
  type Outline,
  type Place,
  readStage,
  type Stage,
} from '../../deck/state/stage.ts';
import { WakeLock } from '../../page/wake-lock.ts';
import { keep, kept } from './kept.ts';

/** The deck that is shown. */
export interface Shown {
  readonly deck: Deck;
  /** The deck without the spoken text, for slides in frames. */
  readonly silent: Deck;
  readonly baseUrl: string;
  readonly ratio: Ratio;
}

const STAGE_KEPT = 'jiangtai-console-';

/** Milliseconds between two looks at the clock, and looks between two questions to the audience's window. */
const LOOK = 250;
const LOOKS_PER_QUESTION = 4;

/**
 * The link of a window to the audience's window, for a component that is drawn again whenever the show, the connection
 * or the clock has changed. It asks each second, remembers the state over a reload, and keeps the screen on.
 */
export class StageLink implements ReactiveController {
  shown: Shown | undefined;
  connection: Connection = 'connecting';
  /** Milliseconds since 1970, renewed four times a second. */
  now = Date.now();
  /** The browser keeps the screen on. */
  awake = true;
  private channel: ShowChannel<ToAudience, ToPresenter> | undefined;
  private readonly follower = new StageFollower(
    crypto.getRandomValues(new Uint32Array(2)).join('-'),
    (id, goal) => this.send({ kind: 'goal', id, goal }),
  );
  private readonly watch = new ConnectionWatch();
  private readonly wakeLock = new WakeLock((held) => {
    this.awake = held;
    this.host.requestUpdate();
  });
  /** The show as an earlier load of this window saw it last. */
  private readonly remembered: Stage | undefined;
  private readonly openedAt = Date.now();
  private looks = 0;
  private timer = 0;

  /** @param name of the show's channel */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly name: string,
  ) {
    this.remembered = readKept(name);
    host.addController(this);
  }

  hostConnected(): void {
    this.channel = openShowChannel(this.name, 'speaker');
    this.channel.listen((message) => this.hear(message));
    addEventListener('pagehide', this.leave);
    this.timer = window.setInterval(() => this.look(), LOOK);
    this.wakeLock.hold();
    this.connect();
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.leave);
    clearInterval(this.timer);
    this.wakeLock.release();
    this.channel?.close();
  }

  /** The show as it will be when all that was wanted is reached. */
  get at(): Stage | undefined {
    return this.follower.at;
  }

  /** What the audience really sees. */
  get seen(): Place | undefined {
    return this.follower.seen;
  }

  get outline(): Outline {
    return this.follower.outline;
  }

  /** Seconds since this window was opened. */
  get age(): number {
    return (this.now - this.openedAt) / 1000;
  }

  /** Place of the slide in the show, from 0. */
  get index(): number {
    return Math.max(
      0,
      this.outline.findIndex(({ id }) => id === this.at?.slide),
    );
  }

  /** Wants what `plan` makes of the newest state. */
  pursue(plan: (at: Stage, outline: Outline) => Goal): void {
    this.now = Date.now();
    this.follower.pursue(plan, this.now);
    this.host.requestUpdate();
  }

  forward(): void {
    this.pursue((at, outline) => forward(at, outline, Date.now()));
  }

  back(): void {
    this.pursue(back);
  }

  /** @param index from 0; below 0 from the end */
  goToIndex(index: number): void {
    const id = this.outline.at(index)?.id;
    if (id !== undefined) this.pursue(() => goTo(id));
  }

  /** The spoken text of the slide has so many pages in this window. */
  tellPages(slide: string, pages: number): void {
    this.send({ kind: 'pages', slide, pages });
  }

  /** The audience's state counts: gives up what was wanted and not reached. */
  realign(): void {
    this.follower.yield();
    this.connect();
    this.host.requestUpdate();
  }

  private send(message: ToAudience): void {
    this.channel?.send(message);
  }

  private connect(): void {
    const last = this.follower.heard ?? this.remembered;
    this.send({ kind: 'connect', ...(last && { last }) });
  }

  private readonly leave = () => this.send({ kind: 'bye' });

  private look(): void {
    this.now = Date.now();
    this.looks += 1;
    if (this.looks % LOOKS_PER_QUESTION === 0) {
      this.watch.asked(this.now);
      this.send({ kind: 'ask' });
    }
    this.connection = this.watch.state(this.now, this.follower);
    this.host.requestUpdate();
  }

  private hear(message: ToPresenter): void {
    this.now = Date.now();
    switch (message.kind) {
      case 'ready':
        // The slides were loaded again: returns them to the state this window saw last.
        this.connect();
        break;
      case 'deck': {
        const { deck, baseUrl, ratio, outline } = message;
        const silent = { ...deck, slides: deck.slides.map((slide) => ({ ...slide, notes: [] })) };
        this.shown = { deck, silent, baseUrl, ratio };
        this.follower.outline = outline;
        this.hearStage(message);
        break;
      }
      case 'stage':
        this.hearStage(message);
        break;
      case 'closed':
        this.watch.saidGoodbye();
        break;
    }
    this.connection = this.watch.state(this.now, this.follower);
    this.host.requestUpdate();
  }

  private hearStage(news: StageNews): void {
    this.follower.hear(news);
    this.watch.heard(this.now, this.follower);
    this.send({ kind: 'heard', seq: news.stage.seq });
    keep(sessionStorage, STAGE_KEPT + this.name, JSON.stringify(news.stage));
  }
}

function readKept(name: string): Stage | undefined {
  try {
    return readStage(JSON.parse(kept(sessionStorage, STAGE_KEPT + name) ?? 'null'));
  } catch {
    return undefined;
  }
}
