import type { PreviewResult } from '../../compile/protocol.ts';
import { nearestRatio } from '../../deck/plan/context.ts';
import type { RepairKind } from '../../repair/clean-text.ts';
import type { TextDifference } from '../../text/difference.ts';
import { isMarkdownName } from '../../text/text-format.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { TaskList } from '../tasks/task-list.ts';
import { CompileClient } from '../workers/compile-client.ts';
import { keptLeftOut, type LeftOutPiece } from './left-out-pieces.ts';
import type { PictureData } from './picture-data.ts';
import { keepRepairChoices, type RepairChoices, repairChoices, toggled } from './repair-choices.ts';

/** As a rule the letter is drawn before its preview is asked for, ms. Keys that come while the worker is at it give one preview. */
const PREVIEW_PAUSE = 8;

/** The open speech, as far as its preview needs it. */
export interface PreviewedSpeech {
  name(): string;
  text(): string;
  /** The text as it is now, for {@link isStill}. */
  snapshot(): unknown;
  /** Whether the text is that of a snapshot, to the last character. */
  isStill(snapshot: unknown): boolean;
  /** Resolves when no input method is composing: until then nothing that is shown changes. */
  settled(): Promise<void>;
  /** Gives pictures their data where no server serves them. */
  pictures(): PictureData | undefined;
  /** Something has another value. */
  changed(): void;
  readonly work: TaskList;
}

/** What the text as it is now gives: deck, handout, repairs. One pipeline, the newest text wins. */
export class PreviewCompiler {
  result: PreviewResult | undefined;
  /** Pages of the open speech against their handout. */
  pages: TextDifference | undefined;
  /** A bug of ours in the pipeline. */
  fault: string | undefined;
  /** What the user does not want repaired in the open speech. */
  choices: RepairChoices = { disabled: [], undone: [] };
  /** Whether results count the slides of each density. */
  private counting = false;
  /** What importing the file of the open speech left out. */
  leftOut: readonly LeftOutPiece[] = [];

  private readonly client = new CompileClient({
    result: (result) => void this.receive(result),
    fault: (reason) => {
      this.fault = reason;
      this.arrived?.();
      this.release();
      this.speech.changed();
    },
  });
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Ends the shown task of {@link awaited}. */
  private arrived: (() => void) | undefined;
  /** Snapshots of the texts sent to the worker, by number. */
  private readonly asked = new Map<number, unknown>();
  /** The text of {@link result}, as a snapshot of the editor's. */
  of: unknown;
  /** Number of results that wait for pictures or an input method. */
  private receiving = 0;
  /** Resolved when the result is that of the present text. */
  private waiting: (() => void)[] = [];

  constructor(private readonly speech: PreviewedSpeech) {}

  /** Another speech, or none: forgets the results of the last one. */
  begin(name: string): void {
    this.result = this.pages = this.fault = this.of = undefined;
    // A result of the last speech is not wanted any more.
    this.client.stop();
    this.arrived?.();
    if (name === '') this.release();
    this.choices = repairChoices(name);
    this.leftOut = keptLeftOut(name);
  }

  /**
   * The user waits for the next result: a task is shown when that takes long.
   *
   * @param cancel called when the user cancels the task
   */
  awaited(what: MessageKey, cancel?: () => void): void {
    this.arrived?.();
    const stop = () => {
      this.client.stop();
      cancel?.();
    };
    this.arrived = this.speech.work.begin(what, cancel && stop);
  }

  /** Whether the result is that of the present text, so that its ranges are valid. */
  get current(): boolean {
    return this.result !== undefined && this.speech.isStill(this.of);
  }

  /** Resolves when the result is that of the present text, or when there will be none. */
  newest(): Promise<void> {
    if (this.timer !== undefined) this.preview();
    if (!this.pending) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** A result is being computed or received. */
  private get pending(): boolean {
    return this.client.pending || this.receiving > 0;
  }

  private release(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  /** The text changed: a preview follows soon. */
  textChanged(): void {
    this.timer ??= setTimeout(() => this.preview(), PREVIEW_PAUSE);
  }

  preview(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.client.request((number) => {
      this.asked.set(number, this.speech.snapshot());
      return {
        text: this.speech.text(),
        name: this.speech.name(),
        format: isMarkdownName(this.speech.name()) ? 'markdown' : 'plain',
        screen: nearestRatio(screen.width, screen.height),
        ...this.choices,
        countSlides: this.counting,
      };
    });
  }

  /** Counts the slides of each density in every result from now on, or no longer. */
  countSlides(on: boolean): void {
    if (on === this.counting) return;
    this.counting = on;
    if (on && this.result) this.preview();
  }

  /** The user has read of the bug. */
  forgetFault(): void {
    this.fault = undefined;
    this.speech.changed();
  }

  toggleKind(kind: RepairKind): void {
    this.choose({ ...this.choices, disabled: toggled(this.choices.disabled, kind) });
  }

  toggleRepair(key: string): void {
    this.choose({ ...this.choices, undone: toggled(this.choices.undone, key) });
  }

  private choose(choices: RepairChoices): void {
    this.choices = choices;
    keepRepairChoices(this.speech.name(), choices);
    this.preview();
    this.speech.changed();
  }

  private async receive(result: PreviewResult): Promise<void> {
    this.receiving++;
    try {
      await this.speech.pictures()?.fill(result);
      await this.speech.settled();
      this.take(result);
    } finally {
      this.receiving--;
      if (!this.pending) this.release();
    }
  }

  private take(result: PreviewResult): void {
    if (result.name !== this.speech.name() || result.number < (this.result?.number ?? 0)) return;
    this.fault = undefined;
    this.result = result;
    this.of = this.asked.get(result.number);
    for (const number of this.asked.keys()) if (number <= result.number) this.asked.delete(number);
    if (!this.client.pending) this.arrived?.();
    this.speech.changed();
  }
}
