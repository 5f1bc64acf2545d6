import { numberReadings } from '../../speech/number-reading.ts';
import { loadReadings } from '../../speech/readings.ts';
import type { Annotate, Annotation } from './text-column.ts';

/** What stands over the text, as the speaker has asked; undefined where nothing does. The dictionary is loaded when wanted. */
export async function annotationsFor(
  wanted: { readonly pinyin: boolean; readonly numbers: boolean },
  lang: 'zh-Hans' | 'zh-Hant',
): Promise<Annotate | undefined> {
  if (!wanted.pinyin && !wanted.numbers) return undefined;
  const readings = wanted.pinyin ? await loadReadings() : undefined;
  return (text) => {
    const found: Annotation[] = [];
    for (const { at, text: piece, pinyin } of readings?.(text) ?? [])
      found.push({ at, text: piece, over: pinyin.join(' ') });
    if (wanted.numbers)
      for (const { at, text: piece, words } of numberReadings(text, lang))
        found.push({ at, text: piece, over: words });
    return found.sort((one, other) => one.at - other.at);
  };
}
