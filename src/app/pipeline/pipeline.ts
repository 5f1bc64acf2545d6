import type { Outcome, PipelineAnswer, PipelineRequest } from './protocol.ts';

export type PipelineInput = Omit<PipelineRequest, 'number'>;

export interface PipelineListener {
  outcome(outcome: Outcome): void;
  /** A bug of ours in reading or planning: the text is safe, the preview stays as it was. */
  fault(reason: string): void;
}

/**
 * The worker that turns text into deck and handout. One text at a time; while it works, only the newest
 * request waits, so that fast typing cannot pile up work.
 */
export class Pipeline {
  private readonly worker = new Worker(new URL('./pipeline.worker.ts', import.meta.url), { type: 'module' });
  private number = 0;
  private busy = false;
  private waiting: (() => PipelineInput) | undefined;

  constructor(private readonly listener: PipelineListener) {
    this.worker.onmessage = (event: MessageEvent<PipelineAnswer>) => this.receive(event.data);
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.busy = false;
      listener.fault(event.message || 'worker');
    };
  }

  /** True while an answer is still to come. */
  get pending(): boolean {
    return this.busy || this.waiting !== undefined;
  }

  /** @param input is called when the worker is free, so it gives the newest text */
  request(input: () => PipelineInput): void {
    this.waiting = input;
    this.next();
  }

  private next(): void {
    if (this.busy || !this.waiting) return;
    const input = this.waiting;
    this.waiting = undefined;
    this.busy = true;
    this.worker.postMessage({ ...input(), number: ++this.number } satisfies PipelineRequest);
  }

  private receive(answer: PipelineAnswer): void {
    this.busy = false;
    this.next();
    if ('outcome' in answer) this.listener.outcome(answer.outcome);
    else this.listener.fault(answer.fault);
  }
}
