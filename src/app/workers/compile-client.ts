import type { CompileAnswer, CompileRequest, PreviewResult } from '../../compile/protocol.ts';

export type CompileInput = Omit<CompileRequest, 'number'>;

export interface CompileListener {
  result(result: PreviewResult): void;
  /** A bug of ours in reading or planning: the text is safe, the preview stays as it was. */
  fault(reason: string): void;
}

/**
 * The worker that turns text into deck and handout. One text at a time; while it works, only the newest
 * request waits, so that fast typing cannot pile up work.
 */
export class CompileClient {
  /** Undefined: the last one broke; the next request starts another. */
  private worker: Worker | undefined;
  private number = 0;
  private busy = false;
  private waiting: ((number: number) => CompileInput) | undefined;

  constructor(private readonly listener: CompileListener) {
    this.worker = this.start();
  }

  private start(): Worker {
    const worker = new Worker(new URL('./compile.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = (event: MessageEvent<CompileAnswer>) => this.receive(event.data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.worker?.terminate();
      this.worker = undefined;
      this.busy = false;
      this.listener.fault(event.message || 'worker');
      this.next();
    };
    return worker;
  }

  /** Ends what is under way: no answer comes of what was asked before. */
  stop(): void {
    this.waiting = undefined;
    if (!this.busy) return;
    this.busy = false;
    this.worker?.terminate();
    this.worker = this.start();
  }

  /** True while an answer is still to come. */
  get pending(): boolean {
    return this.busy || this.waiting !== undefined;
  }

  /** @param input is called when the worker is free, so it gives the newest text; the result has the same number */
  request(input: (number: number) => CompileInput): void {
    this.waiting = input;
    this.next();
  }

  private next(): void {
    if (this.busy || !this.waiting) return;
    const input = this.waiting;
    this.waiting = undefined;
    this.busy = true;
    const number = ++this.number;
    this.worker ??= this.start();
    this.worker.postMessage({ ...input(number), number } satisfies CompileRequest);
  }

  private receive(answer: CompileAnswer): void {
    this.busy = false;
    // What a fault left behind in the worker is not known: the next text gets a new one.
    if ('fault' in answer) {
      this.worker?.terminate();
      this.worker = undefined;
    }
    this.next();
    if ('result' in answer) this.listener.result(answer.result);
    else this.listener.fault(answer.fault);
  }
}
