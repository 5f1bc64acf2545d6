import { compute } from '../../compile/compile.ts';
import type { CompileAnswer, CompileRequest } from '../../compile/protocol.ts';

// Reading, parsing and planning run here, so that typing never waits for them.
addEventListener('message', async (event: MessageEvent<CompileRequest>) => {
  let answer: CompileAnswer;
  try {
    answer = { outcome: await compute(event.data) };
  } catch (error) {
    answer = { number: event.data.number, fault: error instanceof Error ? error.message : String(error) };
  }
  postMessage(answer);
});
