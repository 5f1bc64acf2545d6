import type { Ratio } from '../../deck/plan/context.ts';
import type { LedgerCounts, LedgerFault } from '../../pack/ledger.ts';
import type { Pack, PackOptions } from '../../pack/types.ts';
import type { RepairKind } from '../../repair/clean-text.ts';
import type { SourceText } from '../../text/source.ts';

/** One speech of a meeting, with what its user does not want repaired. */
export interface MeetingSpeech extends SourceText {
  readonly disabled: readonly RepairKind[];
  readonly undone: readonly string[];
}

export interface PackQuestion {
  /** Of the screen at hand: slides have their numbers by it. */
  readonly screen: Ratio;
  readonly speeches: readonly MeetingSpeech[];
  readonly options: PackOptions;
  /** A file beside the papers themselves. */
  readonly file?: 'zip' | 'docx';
}

export interface PackAnswer {
  readonly pack: Pack;
  /** All that the texts ask, also those left out. */
  readonly questions: readonly { readonly key: string; readonly text: string }[];
  readonly counts: LedgerCounts;
  /** Then there is no file. */
  readonly fault?: LedgerFault;
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

/** Sent to the worker and back. */
export type PackRequest = PackQuestion & { readonly number: number };
export type PackReply =
  | { readonly number: number; readonly answer: PackAnswer }
  | { readonly number: number; readonly error: string };

/** The worker that makes papers, so that the page never waits for them. */
export class PackClient {
  private readonly worker = new Worker(new URL('./pack.worker.ts', import.meta.url), { type: 'module' });
  private readonly waiting = new Map<number, (reply: PackReply) => void>();
  private number = 0;

  constructor() {
    this.worker.onmessage = ({ data }: MessageEvent<PackReply>) => {
      this.waiting.get(data.number)?.(data);
      this.waiting.delete(data.number);
    };
    this.worker.onerror = (event) => {
      event.preventDefault();
      for (const [number, resolve] of this.waiting) resolve({ number, error: event.message || 'worker' });
      this.waiting.clear();
    };
  }

  /** @throws Error of the worker: a fault of ours */
  async ask(question: PackQuestion): Promise<PackAnswer> {
    const number = ++this.number;
    const reply = await new Promise<PackReply>((resolve) => {
      this.waiting.set(number, resolve);
      this.worker.postMessage({ ...question, number } satisfies PackRequest);
    });
    if ('error' in reply) throw new Error(reply.error);
    return reply.answer;
  }

  stop(): void {
    this.worker.terminate();
  }
}
