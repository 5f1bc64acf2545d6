import { splitSentences } from '../../speech/sentences.ts';
import type { Inline, SourceRange } from '../../speech/types.ts';
import type { Run, RunStyle } from './types.ts';

/** Style that an inline gives to all text inside it; the others only group. */
const STYLE_OF: Partial<Record<Inline['kind'], RunStyle>> = {
  strong: 'strong',
  emphasis: 'emphasis',
  mark: 'mark',
  'cue-inline': 'cue',
};

/** Inlines as runs, cut where sentences begin; the first run of each knows its sentence's place. */
export function sentenceRuns(inlines: readonly Inline[], styles: readonly RunStyle[] = []): Run[] {
  return splitSentences(inlines).flatMap(({ children, range }) =>
    asSentence(runsOf(children, styles), range),
  );
}

/** Runs as one sentence. */
export function asSentence(runs: readonly Run[], sentence: SourceRange): Run[] {
  return runs.map((run, index) => (index === 0 ? { ...run, sentence } : run));
}

/**
 * Inlines as runs, in order; every run inherits `styles`.
 * The text stays as written, except that a line end inside a paragraph is not a line break on paper.
 */
export function runsOf(inlines: readonly Inline[], styles: readonly RunStyle[] = [], href?: string): Run[] {
  const runs: Run[] = [];
  for (const inline of inlines) {
    const own = STYLE_OF[inline.kind];
    const inner = own === undefined || styles.includes(own) ? styles : [...styles, own];
    const common = { styles: inner, range: inline.range, ...(href === undefined ? {} : { href }) };
    switch (inline.kind) {
      case 'text':
      case 'cue-inline':
        runs.push({ ...common, text: withoutLineEnds(inline.text) });
        break;
      case 'ruby':
        runs.push({
          ...common,
          text: inline.base + inline.note,
          ruby: { base: inline.base, reading: inline.reading },
        });
        break;
      case 'note-ref':
        runs.push({ ...common, text: '', noteNumber: inline.number });
        break;
      case 'image':
        runs.push({ ...common, text: '', image: { src: inline.src, alt: inline.alt } });
        break;
      case 'link':
        runs.push(...runsOf(inline.children, inner, inline.href));
        break;
      default:
        runs.push(...runsOf(inline.children, inner, href));
    }
  }
  return runs;
}

/** Chinese has no space where a line of the source ends; a Latin word keeps one. */
function withoutLineEnds(text: string): string {
  if (!text.includes('\n')) return text;
  return text.replace(
    /(?<![^\S\n])([\x21-\x7e]?)[^\S\n]*\n\s*(?=([\x20-\x7e]?))/g,
    (_, before: string, after: string) => (before !== '' && after !== '' ? `${before} ` : before),
  );
}
