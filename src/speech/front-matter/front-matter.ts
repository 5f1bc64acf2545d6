import type { Diagnostic } from '../../text/diagnostic.ts';
import type { FoundText, SourceRange, TextFormat } from '../../text/source.ts';
import { LONGEST_HEAD } from '../../text/text-format.ts';
import type { Settings } from '../settings.ts';
import type { MetaKey } from '../title-labels.ts';
import { readEntries } from './entries.ts';
import { interpret, type ThemeNames } from './interpret.ts';
import { knownKey } from './keys.ts';

export interface FrontMatter {
  /** Where the speech itself begins, after both fences; 0 where there is no front matter. */
  readonly bodyStart: number;
  readonly values: Readonly<Partial<Record<MetaKey, FoundText>>>;
  /** Lines of the title block that are kept as written, key included: 主持人: 张三. */
  readonly lines: readonly FoundText[];
  readonly settings: Settings;
  readonly diagnostics: readonly Diagnostic[];
}

const NONE: FrontMatter = { bodyStart: 0, values: {}, lines: [], settings: {}, diagnostics: [] };

const FENCE = /^\ufeff?[ \t]*---[ \t]*\n/;
const CLOSING_FENCE = /^(?:---|\.\.\.)[ \t]*$/m;
/** An outermost key with its colon, as YAML wants it. */
const KEY = /^([^\s#:："'[\]{},-][^:\n]{0,60}?)[ \t]*:(?:[ \t]|$)/;

/**
 * Reads `key: value` lines between two lines `---` at the very start.
 *
 * Without a closing fence, and where the first line between is not `key: value`, there is no front matter: `---` is then
 * the author's rule. In a plain text at least one key must be a known one; else the block is text. What is not YAML
 * gives one error with its line, what makes no sense a warning; the speech after it still reads.
 *
 * @param text line ends are `\n`
 * @param themes undefined: every theme is taken as known
 */
export function readFrontMatter(text: string, format: TextFormat, themes?: ThemeNames): FrontMatter {
  const open = FENCE.exec(text);
  if (!open) return NONE;
  const start = open[0].length;
  const rest = text.slice(start, LONGEST_HEAD);
  const close = CLOSING_FENCE.exec(rest);
  // What was cut off may have been part of the line.
  if (!close || (start + rest.length < text.length && close.index + close[0].length === rest.length))
    return NONE;
  const block = rest.slice(0, close.index);
  const bodyStart = start + close.index + close[0].length;
  if (block.trim() === '') return format === 'plain' ? NONE : { ...NONE, bodyStart };
  const lines = block.split('\n');
  const first = lines.find((line) => line.trim() !== '' && !/^\s*#/.test(line));
  if (first === undefined || !KEY.test(first)) return NONE;
  const known = lines.some((line) => {
    const key = KEY.exec(line)?.[1];
    return key !== undefined && knownKey(key) !== undefined;
  });
  const { entries, invalid } = readEntries(block);
  if (!known && (format === 'plain' || invalid)) return NONE;
  const lineOf = lineCounter(block);
  const said = interpret(entries, block, lineOf, themes);
  const move = ({ start: from, end: to }: SourceRange) => ({ start: start + from, end: start + to });
  const moved = <T extends { readonly range: SourceRange }>(one: T): T => ({
    ...one,
    range: move(one.range),
  });
  const values = Object.fromEntries(Object.entries(said.values).map(([key, value]) => [key, moved(value)]));
  const diagnostics = said.diagnostics.map(
    (one): Diagnostic => ({
      ...moved(one),
      ...(one.fix && { fix: moved(one.fix) }),
    }),
  );
  if (invalid) {
    const { reason, range } = invalid;
    diagnostics.unshift({
      code: 'front-matter-invalid',
      severity: 'error',
      values: { line: lineOf(range.start), reason },
      range: move(range),
    });
  }
  return { bodyStart, values, lines: said.lines.map(moved), settings: said.settings, diagnostics };
}

/** Line in the file, from 1, of an offset in the block; the opening fence is line 1. */
function lineCounter(block: string): (offset: number) => number {
  return (offset) => {
    let line = 2;
    for (let at = block.indexOf('\n'); at !== -1 && at < offset; at = block.indexOf('\n', at + 1)) line++;
    return line;
  };
}
