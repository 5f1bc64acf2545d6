import { type Profiler, Session } from 'node:inspector/promises';

/**
 * Counts the calls and blocks of modules that are executed, as V8 counts them: the same on every machine and every
 * run. What built-in functions do inside is not counted, their callbacks are.
 */
export class ExecutedBlocks {
  private readonly session = new Session();

  /** Blocks are counted of functions that are compiled later: load the modules behind it. */
  async start(): Promise<void> {
    this.session.connect();
    await this.session.post('Profiler.enable');
    await this.session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** @param folder part of the modules' addresses */
  async count(folder: string, run: () => void): Promise<number> {
    await this.session.post('Profiler.takePreciseCoverage');
    run();
    const { result } = (await this.session.post(
      'Profiler.takePreciseCoverage',
    )) as Profiler.TakePreciseCoverageReturnType;
    const functions = result.filter(({ url }) => url.includes(folder)).flatMap((script) => script.functions);
    return functions.flatMap(({ ranges }) => ranges).reduce((sum, { count }) => sum + count, 0);
  }

  async stop(): Promise<void> {
    await this.session.post('Profiler.stopPreciseCoverage');
    this.session.disconnect();
  }
}
