import { compile } from '../../compile/compile.ts';
import { type CompileAnswer, type CompileRequest, previewResult } from '../../compile/protocol.ts';
import { listThemes, themeNames } from '../../deck/themes.ts';

const themes = themeNames(listThemes());

// Reading, parsing and planning run here, so that typing never waits for them.
addEventListener('message', async ({ data }: MessageEvent<CompileRequest>) => {
  let answer: CompileAnswer;
  try {
    const { number, text, name, format, ...options } = data;
    answer = {
      result: previewResult(number, await compile({ text, name, format }, { ...options, themes })),
    };
  } catch (error) {
    answer = { number: data.number, fault: error instanceof Error ? error.message : String(error) };
  }
  postMessage(answer);
});
