import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { compile } from '../../src/compile/compile.ts';
import { importFile } from '../../src/import/import-file.ts';
import type { PackSpeech } from '../../src/pack/types.ts';
import { scriptConverter } from '../../src/speech/script.ts';
import type { SourceText } from '../../src/text/source.ts';

/** A speech as the papers take it. */
export async function packSpeech(
  source: Partial<SourceText> & { readonly text: string },
  script: 'source' | 'hans' | 'tw' | 'hk' = 'source',
): Promise<PackSpeech> {
  const whole = { format: 'plain', name: 'speech.txt', ...source } as const;
  const { clean, speech, rate, slideStarts } = await compile(whole, { script: 'source' });
  const { names, quotes } = speech.meta.settings;
  return {
    name: whole.name,
    clean,
    speech,
    rate,
    slideStarts,
    ...(script !== 'source' && {
      convert: await scriptConverter(speech.meta.lang, { target: script, names, quotes }),
    }),
  };
}

/** The speech of a file. */
export function packSpeechOf(path: string, script: 'source' | 'hans' | 'tw' | 'hk' = 'source') {
  return packSpeech(importFile(readFileSync(path), basename(path)).source, script);
}
