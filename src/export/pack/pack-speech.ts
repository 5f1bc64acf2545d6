import type { PackSpeech } from '../../pack/types.ts';
import { scriptConverter } from '../../speech/script.ts';
import type { Settings } from '../../speech/settings.ts';

/**
 * A speech as the papers take it.
 *
 * @param compiled with script `source`: pieces are held against the text as it is written
 * @param script that the papers are to be in; absent: the one that the speech's front matter asks for
 */
export async function packSpeech(
  { clean, speech, rate, slideStarts }: Omit<PackSpeech, 'name' | 'convert'>,
  name: string,
  script?: Settings['script'],
): Promise<PackSpeech> {
  const { lang, settings } = speech.meta;
  const target = script ?? settings.script ?? 'source';
  const shown = { name, clean, speech, rate, slideStarts };
  if (target === 'source') return shown;
  const { names, quotes } = settings;
  return { ...shown, convert: await scriptConverter(lang, { target, names, quotes }) };
}
