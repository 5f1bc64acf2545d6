import type { Deck } from '../../deck/plan/types.ts';
import { openShowChannel, type ToAudience, type ToPresenter } from '../../deck/show/channel.ts';
import { type Connection, ConnectionWatch } from '../../deck/state/connection.ts';
import { StageFollower, type StageNews } from '../../deck/state/follower.ts';
import type { Goal, Outline, Stage } from '../../deck/state/stage.ts';

/** What the prompter does when something comes from the audience's window. */
export interface ShowListener {
  deck(deck: Deck, stage: Stage): void;
  stage(stage: Stage): void;
}

/** The prompter's end of the show: hears the state, sends goals. It never waits: without a show the text works alone. */
export class ShowLink {
  private readonly channel;
  private readonly watch = new ConnectionWatch();
  private readonly follower = new StageFollower(
    crypto.getRandomValues(new Uint32Array(2)).join('-'),
    (id, goal) => this.channel.send({ kind: 'goal', id, goal }),
  );

  constructor(
    name: string,
    private readonly listener: ShowListener,
  ) {
    this.channel = openShowChannel<ToAudience, ToPresenter>(name, 'speaker');
    this.channel.listen((message) => this.hear(message));
    this.connect();
  }

  /** The show as it will be when what was asked for is done. */
  get at(): Stage | undefined {
    return this.follower.at;
  }

  /** Something was asked for and is not done. */
  get waits(): boolean {
    return this.follower.waitingSince !== undefined;
  }

  pursue(plan: (at: Stage, outline: Outline) => Goal): void {
    this.follower.pursue(plan, Date.now());
  }

  /** Asks for a sign of life; call it each second. */
  ask(): Connection {
    const now = Date.now();
    this.watch.asked(now);
    this.channel.send({ kind: 'ask' });
    return this.watch.state(now, this.follower);
  }

  close(): void {
    this.channel.close();
  }

  private connect(): void {
    const last = this.follower.heard;
    this.channel.send({ kind: 'connect', ...(last && { last }) });
  }

  private hear(message: ToPresenter): void {
    switch (message.kind) {
      case 'ready':
        this.connect();
        break;
      case 'deck':
        this.follower.outline = message.outline;
        this.heard(message);
        this.listener.deck(message.deck, message.stage);
        break;
      case 'stage':
        this.heard(message);
        this.listener.stage(message.stage);
        break;
      case 'closed':
        this.watch.saidGoodbye();
        break;
    }
  }

  private heard(news: StageNews): void {
    this.follower.hear(news);
    this.watch.heard(Date.now(), this.follower);
  }
}
